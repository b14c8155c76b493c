// What a source gives, and what of it can be sent and signed with.

import type { AccessKey, TokenContext } from "../../operations/options.js";
import { broken } from "./error.js";

/** An access key, and what else its source tells. */
export interface SourcedKey extends AccessKey {
  /** The project's id, where the source's file or variable has one. The client does not read it: pass it as `projectId`. */
  readonly projectId?: string | undefined;
}

/**
 * A source of access keys, for the option `credentials`. What it gives is frozen and shared: keys are asked for once and kept
 * for all calls. It rejects with a {@link CredentialsError} and nothing else.
 *
 * Keys without an end, of variables and files, are read again after five minutes. If that fails, the old ones serve for five
 * minutes more, in which it is tried again each minute; then the source fails with the error. If there is nothing to read any
 * more, it fails at once.
 *
 * @example
 * ```ts
 * const credentials: KeySource = fromProfile();
 * const { projectId = "" } = await credentials();
 * const client = createClient({ region: "cn-north-4", projectId, credentials });
 * ```
 */
export type KeySource = () => Promise<SourcedKey>;

/**
 * A source of IAM tokens, for the option `token`. It rejects with a {@link CredentialsError} and nothing else.
 *
 * @param context What the client tells; may be left out in a call of your own.
 */
export type TokenSource = (context?: TokenContext) => Promise<string>;

/** A part of a key as a source found it, and what the source calls it: a variable, or a field of a file. */
export interface Part {
  readonly name: string;
  readonly value: unknown;
}

/**
 * The text of a part; an error that names it, and never shows it, where it is none that a request can carry.
 *
 * @param where Where the part was looked for, such as `" in /home/me/.huaweicloud/credentials"`.
 */
export function textOf(source: string, { name, value }: Part, where = ""): string {
  if (value === undefined || value === null || value === "") {
    throw broken(source, `${name} is missing${where}.`);
  }
  if (typeof value === "string" && /^[!-~]+$/.test(value)) return value;
  throw broken(source, `${name}${where} must be visible ASCII without spaces or line breaks.`);
}

/** The same for a part that may be missing. */
export function optionalTextOf(source: string, part: Part, where = ""): string | undefined {
  const { value } = part;
  return value === undefined || value === null || value === "" ? undefined : textOf(source, part, where);
}

/** The parts of a key as a source names them. */
export interface KeyParts {
  readonly accessKeyId: Part;
  readonly secretAccessKey: Part;
  readonly securityToken: Part;
  readonly projectId: Part | undefined;
}

/** A key of these parts, without an end; an error if one is missing or cannot be sent. */
export function keyOf(source: string, parts: KeyParts, where = ""): SourcedKey {
  const securityToken = optionalTextOf(source, parts.securityToken, where);
  const projectId = parts.projectId && optionalTextOf(source, parts.projectId, where);
  return Object.freeze({
    accessKeyId: textOf(source, parts.accessKeyId, where),
    secretAccessKey: textOf(source, parts.secretAccessKey, where),
    ...(securityToken === undefined ? {} : { securityToken }),
    ...(projectId === undefined ? {} : { projectId }),
  });
}

/** A member of the key's own: one of `Object.prototype` is a stranger's. */
export function ownOf<Name extends keyof SourcedKey>(
  key: SourcedKey,
  name: Name,
): SourcedKey[Name] | undefined {
  return Object.hasOwn(key, name) ? key[name] : undefined;
}

/** The key with the id of a project, if there is one. */
export function withProject(key: SourcedKey, projectId: string | undefined): SourcedKey {
  return projectId === undefined ? key : Object.freeze({ ...key, projectId });
}
