// What follows from the kind of an error: `ErrorKind` of src/error.rs says the same, and a test compares them.

/**
 * What kind of failure it is: the field to branch on.
 *
 * | kind | when |
 * | --- | --- |
 * | `invalid-request` | an argument is missing or malformed; nothing was sent; `field` names it |
 * | `no-credentials` | the token function failed or gave no token; nothing was sent; `cause` says why |
 * | `unauthenticated` | 401: the token is not valid, or not any more |
 * | `forbidden` | 403: no permission, or a file system that is not yours |
 * | `not-found` | the service's own codes for it: `SFS.TURBO.0106` task, `SFS.TURBO.0002` file system |
 * | `throttled` | 429, and the gateway's code that ends in `.0308` |
 * | `rejected` | any other 4xx; also a 404 without a code of the service, which means a wrong address |
 * | `unavailable` | 5xx |
 * | `network` | `fetch` rejected: refused, reset, DNS, certificate, CORS |
 * | `timeout` | `timeout`, every `attemptTimeout`, or `waitTimeout` ran out |
 * | `invalid-response` | an answer that is not what was asked for: HTML, cut-off JSON, a redirect, too large |
 * | `task-failed` | a task that was waited for ended as FAIL; `task` is it |
 * | `runtime` | WebAssembly cannot run here, the page or process lacks something, or the core trapped |
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

/** The status that a refusal has which nobody has given another one. A kind that is not here comes without an answer. */
const statuses: Readonly<Partial<Record<ErrorKind, number>>> = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 400,
  throttled: 429,
  rejected: 400,
  unavailable: 503,
};

const retryable: readonly ErrorKind[] = ["throttled", "unavailable", "network", "timeout"];

/** What an error of a kind is unless it says otherwise. */
export interface OfKind {
  readonly httpStatus: number | null;
  /** The code where no service gave one: `HTTP.503` for a status, else `CLIENT.TIMEOUT`. */
  readonly errCode: string;
  /** The kind in words. */
  readonly errMsg: string;
  readonly retryable: boolean;
}

/** @param status Of an answer, if there was one; else the kind's own. */
export function ofKind(kind: ErrorKind, status: number | null | undefined): OfKind {
  const httpStatus = status === undefined ? (statuses[kind] ?? null) : status;
  const refused = statuses[kind] !== undefined && httpStatus !== null;
  return {
    httpStatus,
    errCode: refused ? `HTTP.${httpStatus}` : `CLIENT.${kind.toUpperCase().replace("-", "_")}`,
    errMsg: kind.replace("-", " "),
    retryable: retryable.includes(kind),
  };
}
