// Asks one source after the other, until one serves; says of each why it did not.

import { checkFunction } from "./arguments.js";
import { lineOf } from "./disclosure.js";
import { CredentialsError } from "./error.js";
import { keyFrom } from "./given-key.js";
import type { KeySource, SourcedKey } from "./key.js";
import { errorOf } from "./thrown.js";

/**
 * A function that gives keys: a source of this entry, or one of your own. What the client takes for a key is one; an `expiration`
 * may also be a text in ISO 8601.
 */
export type KeyFunction = () => SourcedKey | Promise<SourcedKey>;

/**
 * The keys of the first source that serves.
 *
 * The sources are asked in their order. One that is not configured is passed over. One that is configured and does not work
 * **ends the chain**: with the keys of a later source the calls would be made in another's name than the one that was set up. An
 * error that is no {@link CredentialsError} ends it too. The first source that served is the only one that is asked from then
 * on.
 *
 * The chain itself keeps nothing: each source of this entry keeps its keys, and a function of your own is asked each time. What
 * your own function throws is told in the message, in one line of at most 300 characters: it must have no secret in it.
 *
 * Fails with `reasons`, one for each source that was asked. Throws a `TypeError` if it is given none.
 *
 * @example
 * ```ts
 * const credentials = fromChain(fromEnv(), fromVault, fromEcsMetadata());
 * ```
 */
export function fromChain(...sources: readonly KeyFunction[]): KeySource {
  return chainOf("fromChain", sources);
}

/** The same under another name. */
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
        // Of several first calls, the one that was answered first decides for all that come later.
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

/** The name of a function; `""` if it has none that can be told. */
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
