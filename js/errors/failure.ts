// Makes the errors of a call, from what the core says or from what only this side can see, with no token in them.

import { causeFields, causeOf } from "./cause.js";
import { isSfsTurboError, SfsTurboError, type SfsTurboErrorInit } from "./error.js";
import type { ErrorKind } from "./kinds.js";
import { redact } from "./redact.js";

/** What the core says of a failure, in the order of `add_failure` in src/border.rs. */
export function coreError(said: readonly string[]): SfsTurboErrorInit {
  const [kind, errCode, errMsg, message, httpStatus, requestId, retryable, field, encoded] = said;
  return {
    kind: kind as ErrorKind,
    // Else it is the one of the kind.
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

/** An argument that is missing or malformed, and that the core never sees. */
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

/** The page or process cannot run the core, or cannot serve it. */
export function runtimeError(operation: string, errMsg: string): SfsTurboError {
  return new SfsTurboError({ kind: "runtime", operation, errMsg });
}

/** An error of this package as it is; anything else comes from a global that somebody has replaced, and that fails. */
export function typed(error: unknown, operation: string, tokens: readonly string[] = []): unknown {
  if (isSfsTurboError(error)) return error;
  const errMsg = "a built-in function of this page or process failed: see cause";
  return withoutTokens({ kind: "runtime", operation, errMsg }, error, tokens);
}

/**
 * An error without tokens: a service, or a proxy before it, may echo what it was sent.
 *
 * @param cause What was thrown underneath; `undefined` means that nothing was.
 * @param tokens Every token that the call has sent.
 */
export function withoutTokens(
  init: SfsTurboErrorInit,
  cause: unknown,
  tokens: readonly string[],
): SfsTurboError {
  const clean = <T extends string | null | undefined>(text: T): T =>
    (typeof text === "string" ? redact(text, tokens) : text) as T;
  return new SfsTurboError({
    ...init,
    errCode: clean(init.errCode),
    errMsg: clean(init.errMsg),
    message: clean(init.message),
    requestId: clean(init.requestId),
    encodedAuthorizationMessage: clean(init.encodedAuthorizationMessage),
    cause: causeOf(causeFields(cause), tokens),
  });
}
