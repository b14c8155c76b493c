// The vendor's documented examples as constants: ids, and answers that tests can pass to `misbehave`.
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
 * An answer that the vendor documents. It is also a `Fault`, so that you can pass it to `misbehave`.
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
 * The file system and task of the vendor's example request. Every emulator has them from the start.
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
 * Answers from the vendor's documentation: three from the pages of the operations, byte for byte; some from its table of error
 * codes, with status, code and text of that table; and one from the gateway.
 *
 * The id in `task` differs from the id that the example requests. This is so in the vendor's example. It means that an answer
 * cannot be matched to its request by the id.
 */
export const documentedAnswers: {
  /** 200: the example task, running. The answer for {@link documentedTask}. */
  readonly task: DocumentedAnswer;
  /** 400 `SFS.TURBO.0001`. */
  readonly parameterError: DocumentedAnswer;
  /** 500 `SFS.TURBO.0005`. */
  readonly internalServerError: DocumentedAnswer;
  /** 400 `SFS.TURBO.0103`: another operation runs on the file system. */
  readonly fileSystemBusy: DocumentedAnswer;
  /** 400 `SFS.TURBO.0037`: another operation conflicts with this one. The answer when `maxRunningTasks` is exceeded. */
  readonly operationConflict: DocumentedAnswer;
  /** 400 `SFS.TURBO.0041`: the version of the file system is too old for the operation. */
  readonly operationNotAllowed: DocumentedAnswer;
  /** 400 `SFS.TURBO.0111`: no bucket is bound to the file system. */
  readonly bucketUnbound: DocumentedAnswer;
  /** 500 `SFS.TURBO.0104`: the import or export failed. */
  readonly transferFailed: DocumentedAnswer;
  /**
   * 401 `APIGW.0301`: the access key is locked for five minutes, because of more than five wrong signatures in a row. The
   * `request_id` of the gateway's body is left out, because it is different each time.
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
