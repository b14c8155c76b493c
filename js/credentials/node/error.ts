// The error class of the credential sources: which source failed, whether it was configured, and what to do.

import { define } from "../../errors/cause.js";

/** The argument of `new CredentialsError(…)`. */
export interface CredentialsErrorInit {
  /** The source that failed, such as `"fromProfile"`, or a name of your own. */
  readonly source: string;
  /** What is missing or wrong, and what to do. The message is the source and this text. It must not contain a secret. */
  readonly reason: string;
  /** Default `true`. See {@link CredentialsError.configured}. */
  readonly configured?: boolean | undefined;
  /** Default: none. See {@link CredentialsError.reasons}. */
  readonly reasons?: readonly CredentialsError[] | undefined;
}

/**
 * The error that the sources of this entry reject with.
 *
 * The message names the variable, file or field that is missing or wrong. It never contains a key, token or password, even if
 * a server repeats one in its answer. There is no `cause`, so that no other object stays attached to the error.
 *
 * A source of your own can throw it with `configured: false` if it has nothing to read. `fromChain` then calls the next source.
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
  /** The source that failed: the name of the function, such as `"fromProfile"`. */
  declare readonly source: string;
  /**
   * Whether the source was configured. `false`: its variables are not set, its file does not exist, or nothing answers at its
   * address. `true`: it was configured but does not work, for example half a key pair, or a request that IAM refused.
   */
  declare readonly configured: boolean;
  /** For a chain: why each source failed, in the order of the calls. Otherwise empty. */
  declare readonly reasons: readonly CredentialsError[];

  constructor(init: CredentialsErrorInit) {
    const { source, reason } = init;
    super(`${source}: ${reason}`);
    // Own properties only: a polluted `Object.prototype.configured` would make a chain skip a source that does not work.
    const own: Partial<CredentialsErrorInit> = Object.assign(Object.create(null), init);
    const { configured = true, reasons = [] } = own;
    for (const [name, value] of Object.entries({ source, configured, reasons }))
      define(this, name, value, true);
  }
}

// On the prototype, like the names of built-in errors. A minifier renames classes.
define(CredentialsError.prototype, "name", "CredentialsError");

/** The error of a source that was configured but does not work. */
export function broken(source: string, reason: string): CredentialsError {
  return new CredentialsError({ source, reason });
}

/** The error of a source that was not configured. */
export function notConfigured(source: string, reason: string): CredentialsError {
  return new CredentialsError({ source, reason, configured: false });
}

/** Whether it is such an error, also from the package's other copy: `import` and `require` load one each. */
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

/** Whether the error says that a source was not configured. */
export function isNotConfigured(error: unknown): boolean {
  return isCredentialsError(error) && !error.configured;
}
