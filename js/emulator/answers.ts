// What the emulator says: the vendor's documented answers byte for byte, and those seen from the service and its gateway.

/** A status and a body, before any header. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * An answer printed on the vendor's API page ShowHpcCacheTask; it is a `Fault` as well, so `misbehave` takes it as it is.
 *
 * @example
 * ```ts
 * emulator.misbehave(documentedAnswers.parameterError);
 * ```
 */
export interface DocumentedAnswer {
  /** HTTP status. */
  readonly status: number;
  /** The body, byte for byte as documented. */
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

/**
 * The file system and the task of the vendor's example request: every emulator knows them from the start.
 *
 * @example
 * ```ts
 * const task = await client.getTask(documentedTask);
 * ```
 */
export const documentedTask: { readonly shareId: string; readonly taskId: string } = Object.freeze({
  shareId: "77ba6f4b-6365-4895-8dda-bc7142af4dde",
  taskId: "11abef677ac40f46644d1d5cfc2424a4",
});

/**
 * The answers of the vendor's API page ShowHpcCacheTask, byte for byte.
 *
 * The id in `task` is not the id that the page's request asks for. That is the vendor's example, kept as it is: an
 * answer cannot be matched to its request by the id.
 */
export const documentedAnswers: {
  /** 200: the example task, running. What {@link documentedTask} answers. */
  readonly task: DocumentedAnswer;
  /** 400 `SFS.TURBO.0001`. */
  readonly parameterError: DocumentedAnswer;
  /** 500 `SFS.TURBO.0005`. */
  readonly internalServerError: DocumentedAnswer;
} = Object.freeze({
  task: Object.freeze({
    status: 200,
    body: `{
  "task_id" : "7bd2a9b6-xxxx-4605-xxxx-512d636001b0",
  "type" : "import_metadata",
  "status" : "DOING",
  "src_target" : "sfs-link-directory",
  "src_prefix" : "input/datasets/",
  "dest_target" : "sfs-link-directory",
  "dest_prefix" : "input/datasets/",
  "start_time" : "2023-09-02T15:04:05",
  "end_time" : "",
  "message" : ""
}`,
  }),
  parameterError: Object.freeze({
    status: 400,
    body: `{
  "errCode" : "SFS.TURBO.0001",
  "errMsg" : "parameter error"
}`,
  }),
  internalServerError: Object.freeze({
    status: 500,
    body: `{
  "errCode" : "SFS.TURBO.0005",
  "errMsg" : "Internal server error"
}`,
  }),
});

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

/** A missing task is a 400, not a 404; code and text as the live service sends them. */
export const taskMissing: Answer = {
  status: 400,
  body: JSON.stringify({ errCode: "SFS.TURBO.0106", errMsg: "Invalid task id." }),
};

/** A file system that is absent and one that is somebody else's look the same; as the live service sends it. */
export const fileSystemForeign: Answer = {
  status: 403,
  body: JSON.stringify({ errCode: "SFS.TURBO.9000", errMsg: "no privileges to operate" }),
};

/** The gateway's answer to a token that is missing or wrong. */
export function tokenRefused(requestId: string): Answer {
  return gatewayAnswer(
    401,
    "APIGW.0301",
    "Incorrect IAM authentication information: decrypt token fail",
    requestId,
  );
}

/** The gateway's answer to a path, or a method on it, that no service has published. */
export function routeMissing(requestId: string): Answer {
  return gatewayAnswer(
    404,
    "APIGW.0101",
    "The API does not exist or has not been published in the environment.",
    requestId,
  );
}

function gatewayAnswer(status: number, code: string, text: string, requestId: string): Answer {
  return { status, body: JSON.stringify({ error_msg: text, error_code: code, request_id: requestId }) };
}
