// The error class, its fields by kind, and its type guard.

import { unpolluted } from "../core/pollution.js";
import type { Task } from "../operations/task.js";
import { type CauseFields, causeFields, causeOf, define } from "./cause.js";
import { type ErrorKind, ofKind } from "./kinds.js";

/** The kinds of a refusal by the service: `httpStatus` is a number. */
type RefusedKind = "unauthenticated" | "forbidden" | "not-found" | "throttled" | "rejected" | "unavailable";

/** The kinds without an answer: `httpStatus` is `null`. */
type UnansweredKind = "no-credentials" | "network" | "timeout" | "runtime";

/** The fields of every {@link SfsTurboError}, whatever its kind. */
export interface SfsTurboErrorFields {
  /** The kind of failure. */
  readonly kind: ErrorKind;
  /** The function that failed, such as `"getTask"`. */
  readonly operation: string;
  /**
   * The error code of the service or gateway, verbatim, such as `SFS.TURBO.0106` or `APIGW.0301`.
   *
   * Never empty. An answer without a code has `HTTP.` and its status, such as `HTTP.502`. An error without an answer has:
   * `CLIENT.INVALID_REQUEST`, `CLIENT.NO_CREDENTIALS`, `CLIENT.NETWORK`, `CLIENT.TIMEOUT`, `CLIENT.INVALID_RESPONSE`,
   * `CLIENT.TASK_FAILED`, `CLIENT.TASK_STATUS_UNKNOWN`, `CLIENT.RUNTIME`.
   */
  readonly errCode: string;
  /** The service's message, at most 512 characters; if the service sent none, the reason in the package's words. */
  readonly errMsg: string;
  /** One sentence for logs and for people: what failed, for which task, the code, the status and the request id. */
  readonly message: string;
  /** The HTTP status; `null` if there was no answer, or one that a browser does not let the page read. */
  readonly httpStatus: number | null;
  /** The id of the request, from the answer's header or body; `null` if there is none or a browser hides it. */
  readonly requestId: string | null;
  /**
   * Whether the same call may succeed later without a change: for `throttled`, `unavailable`, `network` and `timeout`.
   *
   * It is `false` if a certificate is not trusted, and if a creation may have arrived: see the message.
   */
  readonly retryable: boolean;
  /** How many requests the call has sent. */
  readonly attempts: number;
  /** The option that is missing or malformed; `null` for every kind but `invalid-request`. */
  readonly field: string | null;
  /**
   * An encoded text of a 403, from which an administrator can decode the missing permission; otherwise `null`.
   */
  readonly encodedAuthorizationMessage: string | null;
  /** The last known state of the task in a wait or watch; `null` for other calls, and if there is none. */
  readonly task: Task | null;
  /**
   * The error that was thrown underneath; `undefined` if there was none. It is a copy with name, message and code only, so
   * that it holds no request and no token.
   */
  readonly cause?: unknown;
}

/** The result of `toJSON`: plain data for logs, `postMessage` or another process. {@link SfsTurboError} `.fromJSON` reads it. */
export interface SfsTurboErrorJson extends Omit<SfsTurboErrorFields, "cause"> {
  readonly name: "SfsTurboError";
  /** The name, message, code and cause of the cause; `null` if there is none. */
  readonly cause: CauseFields | null;
}

interface Named extends Error, SfsTurboErrorFields {
  readonly name: "SfsTurboError";
  readonly message: string;
  readonly cause?: unknown;
  /** All fields except the stack as a plain object, so that `JSON.stringify` includes them. */
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
 * The only error that this package rejects with, except for `signal.reason`. It is a discriminated union on `kind`;
 * {@link SfsTurboErrorFields} are the fields of every kind.
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
 * The argument of `new SfsTurboError(…)`: {@link SfsTurboErrorFields}, of which only `kind` is required. The other fields get
 * the values that follow from the kind, so that an error in a test equals a real one.
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
  /** Default: the code of the kind, such as `CLIENT.TIMEOUT`; for a refusal `HTTP.` and the status. */
  readonly errCode?: string | undefined;
  /** Default: the kind in a few words. */
  readonly errMsg?: string | undefined;
  /** Default: the operation, if there is one, and `errMsg`. */
  readonly message?: string | undefined;
  /** Default: the status of the kind, such as 401; `null` if the kind has none. */
  readonly httpStatus?: number | null | undefined;
  /** Default `null`. */
  readonly requestId?: string | null | undefined;
  /** Default: the value of the kind. */
  readonly retryable?: boolean | undefined;
  /** Default 0. */
  readonly attempts?: number | undefined;
  /** Default `null`; for `invalid-request` `""`, because its field is always a string. */
  readonly field?: string | null | undefined;
  /** Default `null`. */
  readonly encodedAuthorizationMessage?: string | null | undefined;
  /** Default `null`. A real `task-failed` always has one. */
  readonly task?: Task | null | undefined;
  /** Default: none. */
  readonly cause?: unknown;
}

// A registered symbol is the same in every realm and in every copy of the package. A class is not.
const BRAND = Symbol.for("sfs-turbo-tasks.SfsTurboError");

class ErrorClass extends Error {
  declare readonly kind: ErrorKind;
  declare readonly operation: string;

  constructor(init: SfsTurboErrorInit) {
    // Properties inherited from a polluted `Object.prototype` are ignored.
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
    // Not with `super(message, { cause })`: engines older than ES2022 would silently drop the cause.
    if (cause !== undefined) define(this, "cause", cause);
  }

  toJSON(): SfsTurboErrorJson {
    const { name, message, ...fields } = this as Error;
    return { name, message, ...fields, cause: causeFields(unpolluted(this, "cause")) ?? null } as never;
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

/** A task whose dates JSON has turned into strings. */
function taskOf(task: Task | null | undefined): Task | null {
  if (typeof task?.taskId !== "string") return null;
  const time = (value: Date | string | null) => {
    const date = new Date(value ?? Number.NaN);
    return Number.isNaN(date.getTime()) ? null : date;
  };
  return { ...task, startTime: time(task.startTime), endTime: time(task.endTime) };
}

// A minifier renames classes. This name shows in `error.constructor.name`.
define(ErrorClass, "name", "SfsTurboError");
// On the prototype, like the names of built-in errors, so that it is not an own property.
define(ErrorClass.prototype, "name", "SfsTurboError");
define(ErrorClass.prototype, BRAND, true);

/**
 * The class of {@link SfsTurboError}. Use `new SfsTurboError({ kind })` in tests of your own code.
 *
 * To recognise errors use {@link isSfsTurboError}: `instanceof` fails across realms and between two copies of the package.
 */
export const SfsTurboError: {
  new (init: SfsTurboErrorInit): SfsTurboError;
  readonly prototype: SfsTurboError;
  /**
   * Restores an error from plain data, for example after JSON, `structuredClone` or `postMessage`.
   *
   * @param value The result of `toJSON`, after the transfer.
   * @returns The error, with a new stack; `undefined` if the value is not such an error. Never throws.
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
 * Whether a value is an {@link SfsTurboError}, also from another realm or another copy of the package.
 *
 * @param value Anything; never throws.
 * @example
 * ```ts
 * const message = isSfsTurboError(error) ? `${error.errCode}: ${error.errMsg}` : String(error);
 * ```
 */
export function isSfsTurboError(value: unknown): value is SfsTurboError {
  try {
    return (value as Record<symbol, unknown> | null | undefined)?.[BRAND] === true;
  } catch {
    return false;
  }
}
