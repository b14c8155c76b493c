// Checks a key from a caller's own function in the same way as the client, and also its expiry.

import * as types from "node:util/types";
import { isPolluted } from "../../core/pollution.js";
import { type Key, type KeyProblem, readKey } from "../access-key.js";
import { timeOf } from "./answer.js";
import { broken } from "./error.js";
import { optionalTextOf, type SourcedKey } from "./key.js";

/** A copy of the given key if it can sign. It has only the known members. */
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
    // The thrown error is dropped: it may contain the secret.
    throw broken(source, `${name} cannot be read: a getter throws.`);
  }
}

/** A member, also an inherited one of a class; `null` counts as missing. */
function memberOf(given: unknown, name: string): unknown {
  const record = given as Readonly<Record<string, unknown>>;
  return isPolluted(name) && !Object.hasOwn(record, name) ? undefined : (record[name] ?? undefined);
}

function isKey(key: Key | KeyProblem): key is Key {
  return Object.hasOwn(key, "accessKeyId");
}

/** A date, also from another realm, or a string in ISO 8601. Numbers are refused: they could be seconds or milliseconds. */
function dateOf(value: unknown): Date | undefined {
  if (!types.isDate(value)) return timeOf(value);
  const time = Date.prototype.getTime.call(value);
  return Number.isNaN(time) ? undefined : new Date(time);
}
