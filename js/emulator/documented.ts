// What the vendor documents, as constants: the example's ids, and answers that tests hand to `misbehave`.
import {
  authenticationRefused,
  bucketUnbound,
  fileSystemBusy,
  KEY_LOCKED,
  operationConflict,
  operationNotAllowed,
  transferFailed,
} from "./answers.js";

/**
 * An answer that the vendor documents; it is a `Fault` as well, so `misbehave` takes it as it is.
 *
 * @example
 * ```ts
 * emulator.misbehave(documentedAnswers.fileSystemBusy);
 * ```
 */
export interface DocumentedAnswer {
  /** HTTP status. */
  readonly status: number;
  /** The body. */
  readonly body: string;
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
 * Answers of the vendor's documentation: three of the operations' pages, byte for byte, some of its table of error codes,
 * with the status, code and text of that table, and one of the gateway's.
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
  /** 400 `SFS.TURBO.0103`: something else is being done with the file system. */
  readonly fileSystemBusy: DocumentedAnswer;
  /** 400 `SFS.TURBO.0037`: another operation is in the way. What `maxRunningTasks` leads to. */
  readonly operationConflict: DocumentedAnswer;
  /** 400 `SFS.TURBO.0041`: the file system's version is too old for it. */
  readonly operationNotAllowed: DocumentedAnswer;
  /** 400 `SFS.TURBO.0111`: no bucket is bound to the file system. */
  readonly bucketUnbound: DocumentedAnswer;
  /** 500 `SFS.TURBO.0104`: the import or export could not be carried out. */
  readonly transferFailed: DocumentedAnswer;
  /**
   * 401 `APIGW.0301`: the access key is locked for five minutes. What more than five wrong signatures in a row lead to.
   * The `request_id` of the gateway's body, which is another each time, is left out.
   */
  readonly accessKeyLocked: DocumentedAnswer;
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
  fileSystemBusy,
  operationConflict,
  operationNotAllowed,
  bucketUnbound,
  transferFailed,
  accessKeyLocked: authenticationRefused(KEY_LOCKED, undefined),
});
