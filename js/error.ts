// What goes wrong: the one error class, the kinds it comes in, and the guard that knows it.

/**
 * What kind of failure it is: the field to branch on.
 *
 * | kind | when |
 * | --- | --- |
 * | `invalid-request` | an argument is missing or malformed; nothing was sent; `field` names it |
 * | `unauthenticated` | 401: the token is not valid, or not any more |
 * | `forbidden` | 403: no permission, or a file system that is not yours |
 * | `not-found` | 404, and 400 with `SFS.TURBO.0106` or `SFS.TURBO.0002` |
 * | `throttled` | 429, and the gateway's code that ends in `.0308` |
 * | `rejected` | any other 4xx |
 * | `unavailable` | 5xx |
 * | `network` | `fetch` rejected: refused, reset, DNS, CORS |
 * | `timeout` | `timeout` or every `attemptTimeout` ran out |
 * | `invalid-response` | an answer that is no task: HTML, cut-off JSON, a redirect, too large |
 * | `runtime` | WebAssembly could not start, or trapped |
 */
export type ErrorKind =
  | "invalid-request"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "throttled"
  | "rejected"
  | "unavailable"
  | "network"
  | "timeout"
  | "invalid-response"
  | "runtime";

/** The kinds that are a refusal by the service, so that `httpStatus` is a number. */
type RefusedKind = "unauthenticated" | "forbidden" | "not-found" | "throttled" | "rejected" | "unavailable";

/** The kinds that come without an answer, so that there is no status. */
type UnansweredKind = "network" | "timeout" | "runtime";

/** What every {@link SfsTurboError} carries, whatever its kind. */
export interface SfsTurboErrorFields {
  /** What kind of failure it is. */
  readonly kind: ErrorKind;
  /**
   * The service's or the gateway's error code, verbatim, such as `SFS.TURBO.0106` or `APIGW.0301`.
   *
   * Never empty: `HTTP.502` stands where an answer has no code, and `CLIENT.…` where there is no answer:
   * `CLIENT.INVALID_REQUEST`, `CLIENT.NETWORK`, `CLIENT.TIMEOUT`, `CLIENT.INVALID_RESPONSE`, `CLIENT.RUNTIME`.
   */
  readonly errCode: string;
  /** The service's words for it, at most 512 characters; the reason in our words where the service said nothing. */
  readonly errMsg: string;
  /** One sentence: what failed, for which task, code, status, request id. For logs and for people. */
  readonly message: string;
  /** The HTTP status, or `null` where there was none: no answer, or one that a browser lets nobody read. */
  readonly httpStatus: number | null;
  /** The id of the request, from the answer's header or body; `null` where there is none or a browser hides it. */
  readonly requestId: string | null;
  /** Whether the same call may succeed later with nothing changed: `throttled`, `unavailable`, `network`, `timeout`. */
  readonly retryable: boolean;
  /** How many requests were sent. */
  readonly attempts: number;
  /** The option that is missing or malformed; `null` for every kind but `invalid-request`. */
  readonly field: string | null;
  /**
   * The text that an administrator decodes to see which permission is missing, where a 403 carries one; else `null`.
   */
  readonly encodedAuthorizationMessage: string | null;
  /**
   * What was thrown underneath, as a copy that holds name, message and code only, so that no request and no token can
   * hang on it; `undefined` where nothing was thrown.
   */
  readonly cause?: unknown;
}

interface Named extends Error, SfsTurboErrorFields {
  readonly name: "SfsTurboError";
  readonly message: string;
  readonly cause?: unknown;
  /** The fields as a plain object, so that `JSON.stringify` tells all of them. */
  toJSON(): SfsTurboErrorFields & { readonly name: "SfsTurboError" };
}

interface InvalidRequest extends Named {
  readonly kind: "invalid-request";
  readonly field: string;
  readonly httpStatus: null;
}

interface Refused extends Named {
  readonly kind: RefusedKind;
  readonly field: null;
  readonly httpStatus: number;
}

interface InvalidResponse extends Named {
  readonly kind: "invalid-response";
  readonly field: null;
  readonly httpStatus: number | null;
}

interface Unanswered extends Named {
  readonly kind: UnansweredKind;
  readonly field: null;
  readonly httpStatus: null;
}

/**
 * The one error that this package rejects with, but for `signal.reason`: a discriminated union on `kind`.
 *
 * @example
 * ```ts
 * try {
 *   await client.getTask({ shareId, taskId });
 * } catch (error) {
 *   if (!isSfsTurboError(error)) throw error;
 *   if (error.kind === "not-found") return null;
 *   console.error(error.errCode, error.httpStatus, error.requestId);
 * }
 * ```
 */
export type SfsTurboError = InvalidRequest | Refused | InvalidResponse | Unanswered;

/** What `new SfsTurboError(…)` takes: {@link SfsTurboErrorFields}, of which only the first four are needed. */
export interface SfsTurboErrorInit
  extends Pick<SfsTurboErrorFields, "kind" | "errCode" | "errMsg" | "message"> {
  /** Default `null`. */
  readonly httpStatus?: number | null | undefined;
  /** Default `null`. */
  readonly requestId?: string | null | undefined;
  /** Default `false`. */
  readonly retryable?: boolean | undefined;
  /** Default 0. */
  readonly attempts?: number | undefined;
  /** Default `null`. */
  readonly field?: string | null | undefined;
  /** Default `null`. */
  readonly encodedAuthorizationMessage?: string | null | undefined;
  /** Default: none. */
  readonly cause?: unknown;
}

// A symbol of the global registry is the same in every realm and in every copy of the package, which a class is not.
const brand = Symbol.for("sfs-turbo-tasks.SfsTurboError");

class TypedError extends Error {
  declare readonly kind: ErrorKind;
  declare readonly errCode: string;
  declare readonly errMsg: string;
  declare readonly httpStatus: number | null;
  declare readonly requestId: string | null;
  declare readonly retryable: boolean;
  declare readonly attempts: number;
  declare readonly field: string | null;
  declare readonly encodedAuthorizationMessage: string | null;

  constructor(init: SfsTurboErrorInit) {
    super(init.message);
    this.kind = init.kind;
    this.errCode = init.errCode;
    this.errMsg = init.errMsg;
    this.httpStatus = init.httpStatus ?? null;
    this.requestId = init.requestId ?? null;
    this.retryable = init.retryable ?? false;
    this.attempts = init.attempts ?? 0;
    this.field = init.field ?? null;
    this.encodedAuthorizationMessage = init.encodedAuthorizationMessage ?? null;
    // Not through `super(message, { cause })`: engines older than ES2022 would drop it without a word.
    if (init.cause !== undefined) {
      Object.defineProperty(this, "cause", { value: init.cause, writable: true, configurable: true });
    }
  }

  toJSON() {
    const { name, message, kind, errCode, errMsg, httpStatus, requestId, retryable, attempts, field } = this;
    const { encodedAuthorizationMessage } = this;
    return {
      name,
      kind,
      errCode,
      errMsg,
      message,
      httpStatus,
      requestId,
      retryable,
      attempts,
      field,
      encodedAuthorizationMessage,
    };
  }
}

// On the prototype, as the built-in errors have it, so that it is no field of its own.
Object.defineProperty(TypedError.prototype, "name", {
  value: "SfsTurboError",
  writable: true,
  configurable: true,
});
Object.defineProperty(TypedError.prototype, brand, { value: true });

/**
 * The class of {@link SfsTurboError}: `new SfsTurboError(init)` serves tests of your own code.
 *
 * Recognise errors with {@link isSfsTurboError}: `instanceof` fails across realms and between two copies of the package.
 */
export const SfsTurboError: {
  new (init: SfsTurboErrorInit): SfsTurboError;
  readonly prototype: SfsTurboError;
} = TypedError as never;

/**
 * Tells whether a value is an {@link SfsTurboError}, also one of another realm or of another copy of the package.
 *
 * @param value Anything; never throws.
 * @example
 * ```ts
 * const message = isSfsTurboError(error) ? `${error.errCode}: ${error.errMsg}` : String(error);
 * ```
 */
export function isSfsTurboError(value: unknown): value is SfsTurboError {
  try {
    return (value as Record<symbol, unknown> | null | undefined)?.[brand] === true;
  } catch {
    return false;
  }
}
