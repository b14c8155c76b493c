// The answers of the service and its gateway: a status and a body each.

/** A status and a body, without headers. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A task in the service's JSON, with these keys in this order. */
export interface TaskFields {
  readonly task_id: string;
  readonly type: string;
  readonly status: string;
  readonly src_target: string;
  readonly src_prefix: string;
  readonly dest_target: string;
  readonly dest_prefix: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly message: string;
}

/** 200: a task. */
export function taskFound(fields: TaskFields): Answer {
  return { status: 200, body: documentedLayout(fields) };
}

/** The layout of the vendor's examples, with a space on both sides of the colon. `JSON.stringify` cannot write it. */
function documentedLayout(fields: TaskFields): string {
  const lines = Object.entries(fields).map(
    ([key, value]) => `  ${JSON.stringify(key)} : ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}`;
}

/** 200: a part of a list, and the total number of tasks. */
export function tasksFound(tasks: readonly TaskFields[], count: number): Answer {
  return { status: 200, body: JSON.stringify({ tasks, count }) };
}

/** 202: a task that has started. */
export function taskCreated(taskId: string): Answer {
  return { status: 202, body: JSON.stringify({ task_id: taskId }) };
}

/** 202 without a body: a deletion that has started. */
export const deletionBegun: Answer = { status: 202, body: "" };

/** A request that does not follow the operation's page. The text after the documented message is the emulator's own. */
export function parameterError(reason: string): Answer {
  return serviceAnswer(400, "SFS.TURBO.0001", `parameter error: ${reason}`);
}

/** A missing task is a 400, not a 404. Code and text are those of the live service. */
export const taskMissing = serviceAnswer(400, "SFS.TURBO.0106", "Invalid task id.");

/** The answer is the same for a file system that does not exist and for one of somebody else. Taken from the live service. */
export const fileSystemForeign = serviceAnswer(403, "SFS.TURBO.9000", "no privileges to operate");

export const fileSystemBusy = serviceAnswer(400, "SFS.TURBO.0103", "The file system is being processed");

export const operationConflict = serviceAnswer(400, "SFS.TURBO.0037", "Operation conflict, client retry");

export const operationNotAllowed = serviceAnswer(400, "SFS.TURBO.0041", "Operation is not allowed");

export const bucketUnbound = serviceAnswer(400, "SFS.TURBO.0111", "The OBS configuration list is empty");

export const transferFailed = serviceAnswer(500, "SFS.TURBO.0104", "Failed to import or export OBS data");

export const modeInvalid = serviceAnswer(400, "SFS.TURBO.0122", "invalid mode");

function serviceAnswer(status: number, errCode: string, errMsg: string): Answer {
  return Object.freeze({ status, body: JSON.stringify({ errCode, errMsg }) });
}

/**
 * The gateway's answer to a token or signature that it refuses.
 *
 * @param requestId left out of the body if `undefined`
 */
export function authenticationRefused(reason: string, requestId: string | undefined): Answer {
  return gatewayAnswer(401, "APIGW.0301", `Incorrect IAM authentication information: ${reason}`, requestId);
}

/** The reason in {@link authenticationRefused} for an access key with too many failures in a row. */
export const KEY_LOCKED = "AK access failed to reach the limit,forbidden.";

/** The gateway's answer to a path or method that no service has published. */
export function routeMissing(requestId: string): Answer {
  return gatewayAnswer(
    404,
    "APIGW.0101",
    "The API does not exist or has not been published in the environment.",
    requestId,
  );
}

function gatewayAnswer(status: number, code: string, text: string, requestId: string | undefined): Answer {
  const body = JSON.stringify({ error_msg: text, error_code: code, request_id: requestId });
  return Object.freeze({ status, body });
}
