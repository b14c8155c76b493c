// Turns what a caller's code threw into an error of a source. It may be any value, and reading it may throw again.

import { causeFields } from "../../errors/cause.js";
import { holdsSecret, lineOf } from "./disclosure.js";
import { broken, type CredentialsError, isCredentialsError } from "./error.js";

/**
 * The error itself if it is a {@link CredentialsError}; otherwise a new one with its message in one line.
 *
 * @param before A text before the message.
 * @param secrets A message that contains a piece of one of them is left out.
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

/** The code of a system error, else its name. Never its message, which may contain the password of a proxy. */
export function codeOf(thrown: unknown): string {
  const { code, name } = causeFields(thrown) ?? {};
  const word = [code, name].find(
    (candidate) => typeof candidate === "string" && /^\w{1,64}$/.test(candidate),
  );
  return typeof word === "string" ? word : "Error";
}
