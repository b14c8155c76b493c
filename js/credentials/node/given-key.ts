// Checks a key that a caller's own function gave.

import { fieldOf } from "./disclosure.js";
import { broken } from "./error.js";
import { keyOf, type SourcedKey } from "./key.js";

/** The key as it was given, if it can sign; its fields may come from anywhere, so only what is known is taken. */
export function keyFrom(source: string, given: unknown, name: string): SourcedKey {
  const part = (field: string) => ({ name: `\`${field}\` of ${name}`, value: fieldOf(given, field) });
  const key = keyOf(source, {
    accessKeyId: part("accessKeyId"),
    secretAccessKey: part("secretAccessKey"),
    securityToken: part("securityToken"),
    projectId: part("projectId"),
  });
  const expiration = fieldOf(given, "expiration");
  if (expiration === undefined) return key;
  if (expiration instanceof Date && !Number.isNaN(expiration.getTime()))
    return Object.freeze({ ...key, expiration });
  throw broken(source, `\`expiration\` of ${name} must be a Date.`);
}
