// Makes the errors of a call, from what the core says or from what only JavaScript can see, with no token in them.

import { copyCause } from "./cause.js";
import { type ErrorKind, SfsTurboError, type SfsTurboErrorInit } from "./error.js";
import { redact } from "./redact.js";

/** What the core says of a failure, in the order of `ErrorFields` in `src/bindings.rs`. */
export type CoreFailure = readonly [
  kind: ErrorKind,
  errCode: string,
  errMsg: string,
  message: string,
  httpStatus: number | null,
  requestId: string | null,
  retryable: boolean,
  field: string | null,
  encodedAuthorizationMessage: string | null,
];

/** The fields of an error that the core has made. */
export function coreError(failure: CoreFailure): SfsTurboErrorInit {
  const [kind, errCode, errMsg, message, httpStatus, requestId, retryable, field, encoded] = failure;
  const init = { kind, errCode, errMsg, message, httpStatus, requestId, retryable, field };
  return { ...init, encodedAuthorizationMessage: encoded };
}

const codes = {
  "invalid-request": "CLIENT.INVALID_REQUEST",
  timeout: "CLIENT.TIMEOUT",
  runtime: "CLIENT.RUNTIME",
} as const;

/** The fields of an error that the core cannot make: it did not start, or time ran out around it. */
export function clientError(kind: keyof typeof codes, reason: string): SfsTurboErrorInit {
  const retryable = kind === "timeout";
  return { kind, errCode: codes[kind], errMsg: reason, message: `getTask: ${reason}`, retryable };
}

/**
 * An error without tokens: a service, or a proxy before it, may echo what it was sent.
 *
 * @param cause What was thrown underneath; `undefined` means that nothing was.
 * @param tokens Every token that the call has sent.
 */
export function withoutTokens(
  fields: SfsTurboErrorInit,
  cause: unknown,
  tokens: readonly string[],
): SfsTurboError {
  const clean = <T extends string | null | undefined>(text: T): T =>
    (typeof text === "string" ? redact(text, tokens) : text) as T;
  return new SfsTurboError({
    ...fields,
    errCode: clean(fields.errCode),
    errMsg: clean(fields.errMsg),
    message: clean(fields.message),
    requestId: clean(fields.requestId),
    encodedAuthorizationMessage: clean(fields.encodedAuthorizationMessage),
    cause: copyCause(cause, tokens),
  });
}
