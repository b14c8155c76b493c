// The result of a source, and the checks that its parts can be sent.

import type { AccessKey, TokenContext } from "../../operations/options.js";
import { broken } from "./error.js";

/** An access key, and other data of its source. */
export interface SourcedKey extends AccessKey {
  /** The id of the project, if the source's file or variables have one. The client does not read it: pass it as `projectId`. */
  readonly projectId?: string | undefined;
}

/**
 * A source of access keys, for the option `credentials`. Its result is frozen, cached, and shared by all calls. It rejects
 * only with a {@link CredentialsError}.
 *
 * Keys without an expiry, from variables and files, are read again after five minutes. If that fails, the old keys are used for
 * five more minutes, and the source tries again each minute. After that it fails with the error. If there is nothing to read
 * any more, it fails at once.
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
 * A source of IAM tokens, for the option `token`. It rejects only with a {@link CredentialsError}.
 *
 * @param context The argument that the client passes. You may leave it out in your own calls.
 */
export type TokenSource = (context?: TokenContext) => Promise<string>;

/** A part of a key, and the name of the variable or field that it comes from. */
export interface Part {
  readonly name: string;
  readonly value: unknown;
}

/**
 * The text of a part. If a request cannot carry it, the error names the part, but never shows it.
 *
 * @param where The place of the part, such as `" in /home/me/.huaweicloud/credentials"`.
 */
export function textOf(source: string, { name, value }: Part, where = ""): string {
  if (value === undefined || value === null || value === "") {
    throw broken(source, `${name} is missing${where}.`);
  }
  if (typeof value === "string" && /^[!-~]+$/.test(value)) return value;
  throw broken(source, `${name}${where} must be visible ASCII without spaces or line breaks.`);
}

/** The same for an optional part. */
export function optionalTextOf(source: string, part: Part, where = ""): string | undefined {
  const { value } = part;
  return value === undefined || value === null || value === "" ? undefined : textOf(source, part, where);
}

/** The parts of a key. */
export interface KeyParts {
  readonly accessKeyId: Part;
  readonly secretAccessKey: Part;
  readonly securityToken: Part;
  readonly projectId: Part | undefined;
}

/** A key of these parts, without an expiry. Throws if a part is missing or cannot be sent. */
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

/** An own member of the key: `Object.prototype` may be polluted. */
export function ownOf<Name extends keyof SourcedKey>(
  key: SourcedKey,
  name: Name,
): SourcedKey[Name] | undefined {
  return Object.hasOwn(key, name) ? key[name] : undefined;
}

/** The key, with the id of a project if there is one. */
export function withProject(key: SourcedKey, projectId: string | undefined): SourcedKey {
  return projectId === undefined ? key : Object.freeze({ ...key, projectId });
}
