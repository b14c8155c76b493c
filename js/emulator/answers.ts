// What the service and its gateway say: a status and a body for each answer.

/** A status and a body, before any header. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A task as the service's JSON has it: these keys, in this order. */
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

/** The layout of the vendor's examples, which `JSON.stringify` has no setting for: a blank on both sides of the colon. */
function documentedLayout(fields: TaskFields): string {
  const lines = Object.entries(fields).map(
    ([key, value]) => `  ${JSON.stringify(key)} : ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}`;
}

/** 200: a part of a list, and how many tasks the whole of it has. */
export function tasksFound(tasks: readonly TaskFields[], count: number): Answer {
  return { status: 200, body: JSON.stringify({ tasks, count }) };
}

/** 202: a task that has begun. */
export function taskCreated(taskId: string): Answer {
  return { status: 202, body: JSON.stringify({ task_id: taskId }) };
}

/** 202 without a body: a deletion that has begun. */
export const deletionBegun: Answer = { status: 202, body: "" };

/** A request that is not as the operation's page wants it. The text after the documented words is the emulator's. */
export function parameterError(reason: string): Answer {
  return serviceAnswer(400, "SFS.TURBO.0001", `parameter error: ${reason}`);
}

/** A missing task is a 400, not a 404; code and text as the live service sends them. */
export const taskMissing = serviceAnswer(400, "SFS.TURBO.0106", "Invalid task id.");

/** A file system that is absent and one that is somebody else's look the same; as the live service sends it. */
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
 * The gateway's answer to a token or a signature that it does not take.
 *
 * @param requestId left out of the body if there is none
 */
export function authenticationRefused(reason: string, requestId: string | undefined): Answer {
  return gatewayAnswer(401, "APIGW.0301", `Incorrect IAM authentication information: ${reason}`, requestId);
}

/** What {@link authenticationRefused} says of an access key with too many failures in a row. */
export const KEY_LOCKED = "AK access failed to reach the limit,forbidden.";

/** The gateway's answer to a path, or a method on it, that no service has published. */
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
