// Reads an access key, from the option itself or from the result of a key function.

import { unpolluted } from "../core/pollution.js";

/** An access key that can sign. */
export interface Key {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly securityToken: string | undefined;
}

/** A caller's key function. It may give any value. */
export type KeyFunction = () => unknown;

/** What is wrong with a key: the member and the problem. */
export interface KeyProblem {
  readonly member: string;
  readonly words: string;
}

/**
 * Reads a key once, because its owner may change it during the call.
 *
 * @throws Whatever a getter throws.
 */
export function readKey(value: unknown): Key | KeyProblem {
  if (typeof value !== "object" || value === null) {
    return { member: "it", words: "must be { accessKeyId, secretAccessKey }" };
  }
  const [accessKeyId, secretAccessKey, securityToken] = [
    "accessKeyId",
    "secretAccessKey",
    "securityToken",
  ].map((name) => unpolluted(value, name) ?? undefined);
  const problems: [string, string | undefined][] = [
    ["accessKeyId", problemOf(accessKeyId)],
    ["secretAccessKey", problemOf(secretAccessKey)],
    ["securityToken", securityToken === undefined ? undefined : problemOf(securityToken)],
  ];
  for (const [member, words] of problems) if (words !== undefined) return { member, words };
  return { accessKeyId, secretAccessKey, securityToken } as Key;
}

/** Not by a member of a key: a polluted `Object.prototype` may have given every object such a member. */
export function isKeyProblem(read: Key | KeyProblem): read is KeyProblem {
  return Object.hasOwn(read, "words");
}

/** The message does not contain the value: it may be the secret. */
function problemOf(value: unknown): string | undefined {
  if (value === undefined) return "is missing: pass a string";
  if (typeof value !== "string") return "must be a string";
  if (value === "") return "is empty: pass a non-empty string";
  return /[^!-~]/.test(value) ? "must be visible ASCII without spaces or line breaks" : undefined;
}
