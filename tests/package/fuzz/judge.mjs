// Checks how one call ended: with a result, with the signal's reason, with a value that a function of the caller's threw, or with
// an error that is correct for its type.
// @ts-check

/** @typedef {"hang" | "untyped" | "trap" | "untrue" | "told"} Problem */

const KINDS = [
  ...[
    "invalid-request",
    "no-credentials",
    "unauthenticated",
    "forbidden",
    "not-found",
    "throttled",
    "rejected",
    "unavailable",
  ],
  ...["network", "timeout", "invalid-response", "task-failed"],
];

/** So many hexadecimal digits are a signature: no id and no generated answer has as many. */
const SIGNATURE = /[\da-f]{64}/;

/**
 * @param {any} outcome
 * @param {{ isSfsTurboError: (value: unknown) => boolean }} api
 * @param {import("./input.mjs").Input} input
 * @returns {Problem | undefined} nothing if all is well
 */
export function judge(outcome, api, { operation, options, secrets, thrown }) {
  if (outcome.hangs) return "hang";
  if ("result" in outcome) return operation.isGood(outcome.result) ? undefined : "untrue";
  const { error } = outcome;
  if (isReason(error, options) || thrown.some((one) => Object.is(one, error))) return undefined;
  if (!api.isSfsTurboError(error)) return "untyped";
  if (error.kind === "runtime") return "trap";
  if (!isWhole(error)) return "untrue";
  const said = [error.stack, JSON.stringify(error), String(error.cause?.stack)].join("\n");
  return secrets.some((secret) => said.includes(secret)) || SIGNATURE.test(said) ? "told" : undefined;
}

/** @param {any} error */
function isWhole(error) {
  const { kind, errCode, errMsg, message, httpStatus, requestId, retryable, attempts, field } = error;
  structuredClone(error);
  return (
    KINDS.includes(kind) &&
    [errCode, errMsg, message].every((text) => typeof text === "string" && text !== "") &&
    (httpStatus === null || Number.isInteger(httpStatus)) &&
    isTextOrNull(requestId) &&
    typeof retryable === "boolean" &&
    Number.isInteger(attempts) &&
    (kind === "invalid-request") === (typeof field === "string")
  );
}

/** @param {unknown} value */
const isTextOrNull = (value) => value === null || typeof value === "string";

/**
 * @param {unknown} error
 * @param {any} options
 */
function isReason(error, options) {
  try {
    return options.signal.aborted && Object.is(error, options.signal.reason);
  } catch {
    return false;
  }
}
