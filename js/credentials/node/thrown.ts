// What a stranger's code threw, as an error of a source: it may be anything, and may throw again when it is looked at.

import { causeFields } from "../../errors/cause.js";
import { holdsSecret, lineOf } from "./disclosure.js";
import { broken, type CredentialsError, isCredentialsError } from "./error.js";

/**
 * The error itself if it is a {@link CredentialsError}; else one with its words, in one line.
 *
 * @param before What stands before the words.
 * @param secrets Words with a piece of one of them are left out.
 */
export function errorOf(
  source: string,
  thrown: unknown,
  before = "",
  secrets: readonly (string | undefined)[] = [],
): CredentialsError {
  if (isCredentialsError(thrown)) return thrown;
  const { name, message } = causeFields(thrown) ?? { name: "Error", message: "undefined" };
  const line = lineOf(message) || lineOf(name);
  const left = "(its message is not shown, because it repeats a secret)";
  return broken(source, before + (holdsSecret(message, secrets) ? left : line));
}

/** The code of a system's error, else its kind; never its message, which may have a password of a proxy. */
export function codeOf(thrown: unknown): string {
  const { code, name } = causeFields(thrown) ?? {};
  const word = [code, name].find(
    (candidate) => typeof candidate === "string" && /^\w{1,64}$/.test(candidate),
  );
  return typeof word === "string" ? word : "Error";
}
