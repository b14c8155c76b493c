// The one error of the credential sources: which of them failed, whether it was set up at all, and what to do.

import { define } from "../../errors/cause.js";

/** What `new CredentialsError(…)` takes. */
export interface CredentialsErrorInit {
  /** Who failed, such as `"fromProfile"`, or a name of your own. */
  readonly source: string;
  /** What is missing or wrong, and what to do. Begins the message after the source's name. Never put a secret here. */
  readonly reason: string;
  /** Default `true`. See {@link CredentialsError.configured}. */
  readonly configured?: boolean | undefined;
  /** Default: none. See {@link CredentialsError.reasons}. */
  readonly reasons?: readonly CredentialsError[] | undefined;
}

/**
 * What a source of this entry rejects with.
 *
 * The message names the variable, file or field that is missing or wrong. It never holds a secret: no key, token or
 * password, also not where a server repeats one in its answer. There is no `cause`, so that nothing can hang on it.
 *
 * A source of your own throws it with `configured: false` to say that it has nothing to read here: `fromChain` then asks the
 * next one.
 *
 * @example
 * ```ts
 * try {
 *   await credentials();
 * } catch (error) {
 *   if (!(error instanceof CredentialsError)) throw error;
 *   console.error(error.message);
 *   for (const { source, configured } of error.reasons) console.error(source, configured);
 * }
 * ```
 */
export class CredentialsError extends Error {
  /** Who failed: the function's name, such as `"fromProfile"`. */
  declare readonly source: string;
  /**
   * Whether the source was set up. `false`: its variables are not set, its file is not there, nothing answers at its address.
   * `true`: it was set up and does not work, as with half a pair of keys, or a request that IAM refused.
   */
  declare readonly configured: boolean;
  /** Of a chain: why each source did not serve, in the order in which they were asked. Else empty. */
  declare readonly reasons: readonly CredentialsError[];

  constructor(init: CredentialsErrorInit) {
    const { source, reason } = init;
    super(`${source}: ${reason}`);
    // Its own only: a `configured` of `Object.prototype` would let a chain pass over what does not work.
    const own: Partial<CredentialsErrorInit> = Object.assign(Object.create(null), init);
    const { configured = true, reasons = [] } = own;
    for (const [name, value] of Object.entries({ source, configured, reasons }))
      define(this, name, value, true);
  }
}

// On the prototype, as the built-in errors have it. A minifier gives classes other names.
define(CredentialsError.prototype, "name", "CredentialsError");

/** A source that was set up and does not work. */
export function broken(source: string, reason: string): CredentialsError {
  return new CredentialsError({ source, reason });
}

/** A source that was not set up. */
export function notConfigured(source: string, reason: string): CredentialsError {
  return new CredentialsError({ source, reason, configured: false });
}

/** Whether it is such an error, also one of the package's other copy: `import` and `require` load one each. */
export function isCredentialsError(error: unknown): error is CredentialsError {
  try {
    if (!(error instanceof Error) || error.name !== "CredentialsError") return false;
    const { message, configured } = error as Partial<CredentialsError>;
    return (
      typeof message === "string" && typeof configured === "boolean" && Object.hasOwn(error, "configured")
    );
  } catch {
    // A getter that throws.
    return false;
  }
}

/** Whether it says that a source was not set up. */
export function isNotConfigured(error: unknown): boolean {
  return isCredentialsError(error) && !error.configured;
}
