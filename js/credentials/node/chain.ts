// Calls one source after the other until one gives keys. Otherwise the error says why each of them failed.

import { checkFunction } from "./arguments.js";
import { lineOf } from "./disclosure.js";
import { CredentialsError } from "./error.js";
import { keyFrom } from "./given-key.js";
import type { KeySource, SourcedKey } from "./key.js";
import { errorOf } from "./thrown.js";

/**
 * A function that gives keys: a source of this entry, or your own. It gives what the client's option `credentials` accepts; its
 * `expiration` may also be a string in ISO 8601.
 */
export type KeyFunction = () => SourcedKey | Promise<SourcedKey>;

/**
 * The keys of the first source that gives some.
 *
 * The sources are called in their order. A source that is not configured is skipped. A source that is configured but does not
 * work **ends the chain**: with keys of a later source, the calls would be made in the name of another user. Any error that is
 * not a {@link CredentialsError} ends it too. Once a source has given keys, only that source is called.
 *
 * The chain itself caches nothing. Each source of this entry caches its keys, and your own function is called each time. If your
 * own function throws, the message contains its error, in one line of at most 300 characters: it must not contain a secret.
 *
 * Fails with `reasons`, one for each source that was called. Throws a `TypeError` if there is no source.
 *
 * @example
 * ```ts
 * const credentials = fromChain(fromEnv(), fromVault, fromEcsMetadata());
 * ```
 */
export function fromChain(...sources: readonly KeyFunction[]): KeySource {
  return chainOf("fromChain", sources);
}

/** A chain with another name in its messages. */
export function chainOf(self: string, sources: readonly KeyFunction[]): KeySource {
  if (sources.length === 0) throw new TypeError(`${self}: expected at least one source.`);
  for (const [index, source] of sources.entries()) checkFunction(self, `sources[${index}]`, source);
  let settled: KeyFunction | undefined;

  async function ask(source: KeyFunction, index: number): Promise<SourcedKey> {
    const name = nameOf(source) || `source ${index + 1}`;
    try {
      return keyFrom(name, await source(), "what it gave");
    } catch (error) {
      throw errorOf(name, error);
    }
  }

  return async () => {
    if (settled !== undefined) return ask(settled, sources.indexOf(settled));
    const reasons: CredentialsError[] = [];
    for (const [index, source] of sources.entries()) {
      try {
        const key = await ask(source, index);
        // If several first calls run at the same time, the first result decides for all later calls.
        settled ??= source;
        return key;
      } catch (error) {
        const reason = error as CredentialsError;
        reasons.push(reason);
        if (reason.configured === false) continue;
        throw failure(self, "a source is configured but does not work", reasons);
      }
    }
    throw failure(self, "no source is configured", reasons);
  };
}

/** The name of a function; `""` if it has none or it cannot be read. */
function nameOf(source: KeyFunction): string {
  try {
    const { name } = source as { readonly name: unknown };
    return typeof name === "string" ? lineOf(name) : "";
  } catch {
    return "";
  }
}

function failure(source: string, what: string, reasons: readonly CredentialsError[]): CredentialsError {
  const configured = reasons.some((reason) => reason.configured);
  const lines = reasons.map(({ message }) => `\n- ${message.replaceAll("\n", "\n  ")}`);
  return new CredentialsError({ source, reason: `${what}:${lines.join("")}`, configured, reasons });
}
