// The values that follow from the kind of an error. `ErrorKind` of src/error.rs has the same values, and a test compares them.

/**
 * The kind of failure: the field to branch on.
 *
 * | kind | when |
 * | --- | --- |
 * | `invalid-request` | an argument is missing or malformed; nothing was sent; `field` names it |
 * | `no-credentials` | the token or key function failed or gave nothing valid; nothing was sent; `cause` says why |
 * | `unauthenticated` | 401: the token or key is not valid, or has expired |
 * | `forbidden` | 403: no permission, or a file system that is not yours |
 * | `not-found` | a "not found" code of the service: `SFS.TURBO.0106` task, `SFS.TURBO.0002` file system |
 * | `throttled` | 429, and the gateway's code that ends in `.0308` |
 * | `rejected` | any other 4xx; also a 404 without a code of the service, which means a wrong address |
 * | `unavailable` | 5xx |
 * | `network` | `fetch` rejected: refused, reset, DNS, certificate, CORS |
 * | `timeout` | `timeout`, the last `attemptTimeout`, or `waitTimeout` expired |
 * | `invalid-response` | the answer is not what the operation returns: HTML, incomplete JSON, a redirect, too large |
 * | `task-failed` | the awaited task ended as FAIL; `task` is its last state |
 * | `runtime` | WebAssembly cannot run here, the page or process misses a needed function, or the core trapped |
 */
export type ErrorKind =
  | "invalid-request"
  | "no-credentials"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "throttled"
  | "rejected"
  | "unavailable"
  | "network"
  | "timeout"
  | "invalid-response"
  | "task-failed"
  | "runtime";

/** The default status of the kinds that are refusals. The other kinds come without an answer. */
const STATUSES: Readonly<Partial<Record<ErrorKind, number>>> = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 400,
  throttled: 429,
  rejected: 400,
  unavailable: 503,
};

const RETRYABLE: readonly ErrorKind[] = ["throttled", "unavailable", "network", "timeout"];

/** The values of an error that follow from its kind. */
export interface OfKind {
  readonly httpStatus: number | null;
  /** The code if the service sent none: `HTTP.503` for a status, else such as `CLIENT.TIMEOUT`. */
  readonly errCode: string;
  /** The kind in words. */
  readonly errMsg: string;
  readonly retryable: boolean;
}

/** @param status The status of the answer; `undefined`: the default of the kind. */
export function ofKind(kind: ErrorKind, status: number | null | undefined): OfKind {
  const httpStatus = status === undefined ? (STATUSES[kind] ?? null) : status;
  const refused = STATUSES[kind] !== undefined && httpStatus !== null;
  return {
    httpStatus,
    errCode: refused ? `HTTP.${httpStatus}` : `CLIENT.${kind.toUpperCase().replace("-", "_")}`,
    errMsg: kind.replace("-", " "),
    retryable: RETRYABLE.includes(kind),
  };
}
