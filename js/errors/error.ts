// What goes wrong: the one error class, the kinds it comes in, and the guard that knows it.

import type { Task } from "../operations/task.js";
import { type CauseFields, causeFields, causeOf, define } from "./cause.js";
import { type ErrorKind, ofKind } from "./kinds.js";

/** The kinds that are a refusal by the service, so that `httpStatus` is a number. */
type RefusedKind = "unauthenticated" | "forbidden" | "not-found" | "throttled" | "rejected" | "unavailable";

/** The kinds that come without an answer, so that there is no status. */
type UnansweredKind = "no-credentials" | "network" | "timeout" | "runtime";

/** What every {@link SfsTurboError} carries, whatever its kind. */
export interface SfsTurboErrorFields {
  /** What kind of failure it is. */
  readonly kind: ErrorKind;
  /** The function that failed, such as `"getTask"`. */
  readonly operation: string;
  /**
   * The service's or the gateway's error code, verbatim, such as `SFS.TURBO.0106` or `APIGW.0301`.
   *
   * Never empty: `HTTP.502` stands where an answer has no code, and `CLIENT.…` where there is no answer:
   * `CLIENT.INVALID_REQUEST`, `CLIENT.NO_CREDENTIALS`, `CLIENT.NETWORK`, `CLIENT.TIMEOUT`, `CLIENT.INVALID_RESPONSE`,
   * `CLIENT.TASK_FAILED`, `CLIENT.TASK_STATUS_UNKNOWN`, `CLIENT.RUNTIME`.
   */
  readonly errCode: string;
  /** The service's words for it, at most 512 characters; the reason in our words where the service said nothing. */
  readonly errMsg: string;
  /** One sentence: what failed, for which task, code, status, request id. For logs and for people. */
  readonly message: string;
  /** The HTTP status, or `null` where there was none: no answer, or one that a browser does not let anyone read. */
  readonly httpStatus: number | null;
  /** The id of the request, from the answer's header or body; `null` where there is none or a browser hides it. */
  readonly requestId: string | null;
  /**
   * Whether the same call may succeed later with nothing changed: `throttled`, `unavailable`, `network`, `timeout`.
   *
   * Not where a certificate is not trusted.
   */
  readonly retryable: boolean;
  /** How many requests were sent. */
  readonly attempts: number;
  /** The option that is missing or malformed; `null` for every kind but `invalid-request`. */
  readonly field: string | null;
  /**
   * The text that an administrator decodes to see which permission is missing, where a 403 carries one; else `null`.
   */
  readonly encodedAuthorizationMessage: string | null;
  /** The task as a wait saw it last; `null` for every other call, and where none was seen. */
  readonly task: Task | null;
  /**
   * What was thrown underneath, as a copy that holds name, message and code only, so that no request and no token can
   * hang on it; `undefined` where nothing was thrown.
   */
  readonly cause?: unknown;
}

/** What `toJSON` gives: plain data, for logs, `postMessage`, another process. {@link SfsTurboError} `.fromJSON` reads it. */
export interface SfsTurboErrorJson extends Omit<SfsTurboErrorFields, "cause"> {
  readonly name: "SfsTurboError";
  /** The cause's name, message, code and cause; `null` where nothing was thrown. */
  readonly cause: CauseFields | null;
}

interface Named extends Error, SfsTurboErrorFields {
  readonly name: "SfsTurboError";
  readonly message: string;
  readonly cause?: unknown;
  /** Everything but the stack as a plain object, so that `JSON.stringify` tells all of it. */
  toJSON(): SfsTurboErrorJson;
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

interface TaskFailed extends Named {
  readonly kind: "task-failed";
  readonly field: null;
  readonly httpStatus: null;
  readonly task: Task;
}

interface Unanswered extends Named {
  readonly kind: UnansweredKind;
  readonly field: null;
  readonly httpStatus: null;
}

/**
 * The one error that this package rejects with, but for `signal.reason`: a discriminated union on `kind`. What it carries, whatever
 * its kind, are {@link SfsTurboErrorFields}.
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
export type SfsTurboError = InvalidRequest | Refused | InvalidResponse | TaskFailed | Unanswered;

/**
 * What `new SfsTurboError(…)` takes: {@link SfsTurboErrorFields}, of which only `kind` is needed. The rest follows from it, so
 * that a double in a test is like the real one.
 *
 * @example
 * ```ts
 * const error = new SfsTurboError({ kind: "throttled" });
 * error.errCode; //=> "HTTP.429"
 * error.retryable; //=> true
 * ```
 */
export interface SfsTurboErrorInit {
  readonly kind: ErrorKind;
  /** Default `""`. */
  readonly operation?: string | undefined;
  /** Default: the one of the kind, such as `CLIENT.TIMEOUT`; `HTTP.` and the status for a refusal. */
  readonly errCode?: string | undefined;
  /** Default: the kind in a few words. */
  readonly errMsg?: string | undefined;
  /** Default: the operation, if there is one, and `errMsg`. */
  readonly message?: string | undefined;
  /** Default: the one of the kind, such as 401; `null` where the kind has none. */
  readonly httpStatus?: number | null | undefined;
  /** Default `null`. */
  readonly requestId?: string | null | undefined;
  /** Default: what the kind says. */
  readonly retryable?: boolean | undefined;
  /** Default 0. */
  readonly attempts?: number | undefined;
  /** Default `null`; `""` for an `invalid-request`, whose field is always text. */
  readonly field?: string | null | undefined;
  /** Default `null`. */
  readonly encodedAuthorizationMessage?: string | null | undefined;
  /** Default `null`. A `task-failed` always has one when it comes from a wait. */
  readonly task?: Task | null | undefined;
  /** Default: none. */
  readonly cause?: unknown;
}

// A symbol of the global registry is the same in every realm and in every copy of the package, which a class is not.
const brand = Symbol.for("sfs-turbo-tasks.SfsTurboError");

class ErrorClass extends Error {
  declare readonly kind: ErrorKind;
  declare readonly operation: string;

  constructor(init: SfsTurboErrorInit) {
    // What is inherited from a polluted `Object.prototype` is not of the error.
    const own: SfsTurboErrorInit = Object.assign(Object.create(null), init);
    const { kind, operation = "" } = own;
    const usual = ofKind(kind, own.httpStatus);
    const { errMsg = usual.errMsg, errCode = usual.errCode, retryable = usual.retryable } = own;
    super(own.message ?? (operation && `${operation}: `) + errMsg);
    const { httpStatus } = usual;
    const { requestId = null, attempts = 0, encodedAuthorizationMessage = null, task = null, cause } = own;
    const { field = kind === "invalid-request" ? "" : null } = own;
    const fields = { kind, operation, errCode, errMsg, httpStatus, requestId, retryable, attempts, field };
    for (const [name, value] of Object.entries({ ...fields, encodedAuthorizationMessage, task })) {
      define(this, name, value, true);
    }
    // Not through `super(message, { cause })`: engines older than ES2022 would drop it without a word.
    if (cause !== undefined) define(this, "cause", cause);
  }

  toJSON(): SfsTurboErrorJson {
    const { name, message, cause, ...fields } = this as Error & { cause?: unknown };
    return { name, message, ...fields, cause: causeFields(cause) ?? null } as never;
  }

  static fromJSON(value: unknown): ErrorClass | undefined {
    try {
      if (isSfsTurboError(value)) return value as never;
      const { name, kind, cause, ...rest } = value as SfsTurboErrorJson;
      const texts = [kind, rest.operation, rest.errCode, rest.errMsg, rest.message];
      const isOne = name === "SfsTurboError" && texts.every((text) => typeof text === "string");
      if (!isOne) return undefined;
      return new ErrorClass({ ...rest, kind, task: taskOf(rest.task), cause: causeOf(cause) });
    } catch {
      return undefined;
    }
  }
}

/** A task whose times JSON has made texts of. */
function taskOf(task: Task | null | undefined): Task | null {
  if (typeof task?.taskId !== "string") return null;
  const time = (value: Date | string | null) => {
    const date = new Date(value ?? Number.NaN);
    return Number.isNaN(date.getTime()) ? null : date;
  };
  return { ...task, startTime: time(task.startTime), endTime: time(task.endTime) };
}

// A minifier gives classes other names; this one is seen by whoever prints `error.constructor.name`.
define(ErrorClass, "name", "SfsTurboError");
// On the prototype, as the built-in errors have it, so that it is no field of its own.
define(ErrorClass.prototype, "name", "SfsTurboError");
define(ErrorClass.prototype, brand, true);

/**
 * The class of {@link SfsTurboError}: `new SfsTurboError({ kind })` serves tests of your own code.
 *
 * Recognise errors with {@link isSfsTurboError}: `instanceof` fails across realms and between two copies of the package.
 */
export const SfsTurboError: {
  new (init: SfsTurboErrorInit): SfsTurboError;
  readonly prototype: SfsTurboError;
  /**
   * Brings an error back that travelled as plain data: through JSON, `structuredClone`, `postMessage`, another process.
   *
   * @param value What `toJSON` gave, on the other side.
   * @returns The error, with a stack of its own; `undefined` for a value that is none. Never throws.
   * @example
   * ```ts
   * worker.onmessage = ({ data }) => {
   *   const error = SfsTurboError.fromJSON(data.error); // sent as error.toJSON()
   *   if (error?.kind === "not-found") close();
   * };
   * ```
   */
  fromJSON(value: unknown): SfsTurboError | undefined;
} = ErrorClass as never;

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
