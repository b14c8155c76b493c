// Makes the errors of a call, from the core's data or from a failure outside the core. Tokens are removed from all texts.

import { causeFields, causeOf } from "./cause.js";
import { isSfsTurboError, SfsTurboError, type SfsTurboErrorInit } from "./error.js";
import type { ErrorKind } from "./kinds.js";
import { redact } from "./redact.js";

/** Reads the core's description of a failure: the fields of `add_failure` in src/border.rs. */
export function coreError(said: readonly string[]): SfsTurboErrorInit {
  const [kind, errCode, errMsg, message, httpStatus, requestId, retryable, field, encoded] = said;
  return {
    kind: kind as ErrorKind,
    // If it is empty, the code of the kind is used.
    errCode: errCode || undefined,
    errMsg,
    message,
    httpStatus: Number(httpStatus) || null,
    requestId: requestId || null,
    retryable: retryable === "1",
    field: field || null,
    encodedAuthorizationMessage: encoded || null,
  };
}

/** An argument that is missing or malformed, and that never enters the core. */
export function invalidRequest(
  operation: string,
  field: string,
  problem: string,
  cause?: unknown,
  tokens: readonly string[] = [],
): SfsTurboError {
  const init = { kind: "invalid-request", operation, errMsg: `${field} ${problem}`, field } as const;
  return withoutTokens(init, cause, tokens);
}

/** This page or process cannot run the core. */
export function runtimeError(operation: string, errMsg: string): SfsTurboError {
  return new SfsTurboError({ kind: "runtime", operation, errMsg });
}

/** Errors of this package stay as they are. Any other error comes from a built-in function that somebody has replaced. */
export function typed(error: unknown, operation: string, tokens: readonly string[] = []): unknown {
  if (isSfsTurboError(error)) return error;
  const errMsg = "a built-in function of this page or process failed: see cause";
  return withoutTokens({ kind: "runtime", operation, errMsg }, error, tokens);
}

/**
 * An error without tokens: the service, or a proxy in between, may repeat the request in its answer.
 *
 * @param cause The error that was thrown underneath; `undefined` if there was none.
 * @param tokens All secrets that the call has sent.
 */
export function withoutTokens(
  init: SfsTurboErrorInit,
  cause: unknown,
  tokens: readonly string[],
): SfsTurboError {
  const clean = <T extends string | null | undefined>(text: T): T =>
    (typeof text === "string" ? redact(text, tokens) : text) as T;
  // Without what `init` inherits from a polluted `Object.prototype`.
  const own: SfsTurboErrorInit = Object.assign(Object.create(null), init);
  return new SfsTurboError({
    ...own,
    errCode: clean(own.errCode),
    errMsg: clean(own.errMsg),
    message: clean(own.message),
    requestId: clean(own.requestId),
    encodedAuthorizationMessage: clean(own.encodedAuthorizationMessage),
    cause: causeOf(causeFields(cause), tokens),
  });
}
