// Checks a key that a caller's own function gave: as the client does, and its end beside.

import { types } from "node:util";
import { isPolluted } from "../../core/pollution.js";
import { type Key, type KeyProblem, readKey } from "../access-key.js";
import { timeOf } from "./answer.js";
import { broken } from "./error.js";
import { optionalTextOf, type SourcedKey } from "./key.js";

/** The key as it was given, if it can sign; its members may come from anywhere, so only what is known is taken. */
export function keyFrom(source: string, given: unknown, name: string): SourcedKey {
  const { key, end, project } = read(source, given, name);
  if (!isKey(key)) {
    throw broken(source, `${key.member === "it" ? name : `\`${key.member}\` of ${name}`} ${key.words}.`);
  }
  const { accessKeyId, secretAccessKey, securityToken } = key;
  const projectId = optionalTextOf(source, { name: `\`projectId\` of ${name}`, value: project });
  const expiration = end === undefined ? undefined : dateOf(end);
  if (end !== undefined && expiration === undefined) {
    const example = '"2030-01-01T00:00:00Z"';
    throw broken(source, `\`expiration\` of ${name} must be a Date or a string such as ${example}.`);
  }
  return Object.freeze({
    accessKeyId,
    secretAccessKey,
    ...(securityToken === undefined ? {} : { securityToken }),
    ...(projectId === undefined ? {} : { projectId }),
    ...(expiration === undefined ? {} : { expiration }),
  });
}

interface Read {
  readonly key: Key | KeyProblem;
  readonly end: unknown;
  readonly project: unknown;
}

function read(source: string, given: unknown, name: string): Read {
  try {
    const key = readKey(given);
    if (!isKey(key)) return { key, end: undefined, project: undefined };
    return { key, end: memberOf(given, "expiration"), project: memberOf(given, "projectId") };
  } catch {
    // Not its words: it may throw with the secret.
    throw broken(source, `${name} cannot be read: a getter throws.`);
  }
}

/** A member, which may be one of a class; `null` is as good as none. */
function memberOf(given: unknown, name: string): unknown {
  const record = given as Readonly<Record<string, unknown>>;
  return isPolluted(name) && !Object.hasOwn(record, name) ? undefined : (record[name] ?? undefined);
}

function isKey(key: Key | KeyProblem): key is Key {
  return Object.hasOwn(key, "accessKeyId");
}

/** A date, also one of another realm, or a text in ISO 8601. A number may be of seconds or milliseconds, and is none. */
function dateOf(value: unknown): Date | undefined {
  if (!types.isDate(value)) return timeOf(value);
  const time = Date.prototype.getTime.call(value);
  return Number.isNaN(time) ? undefined : new Date(time);
}
