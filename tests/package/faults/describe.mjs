// Tasks and errors as plain objects that travel as JSON.
// @ts-check

/** @param {any} task */
export function describeTask(task) {
  // Not `raw`: a body may be nested deeper than JSON can be written.
  const { raw: _, startTime, endTime, ...fields } = task;
  return { ...fields, startTime: startTime?.toISOString() ?? null, endTime: endTime?.toISOString() ?? null };
}

/**
 * @param {any} error
 * @param {any} api
 */
export function describeError(error, { SfsTurboError, isSfsTurboError }) {
  if (!isSfsTurboError(error)) return { untyped: String(error?.stack ?? typeof error) };
  const { operation, kind, errCode, errMsg, message, httpStatus, requestId, retryable, attempts, field } =
    error;
  return {
    ...{ operation, kind, errCode, errMsg, message, httpStatus, requestId, retryable, attempts, field },
    encodedAuthorizationMessage: error.encodedAuthorizationMessage,
    cause: describeCause(error.cause),
    task: error.task && describeTask(error.task),
    isInstance: error instanceof SfsTurboError && error instanceof Error,
  };
}

/** @param {any} cause @returns {string | null} */
function describeCause(cause) {
  if (cause === undefined) return null;
  const inner = describeCause(cause.cause);
  return `${cause.name}: ${cause.message}${inner === null ? "" : ` < ${inner}`}`;
}
