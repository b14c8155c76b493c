// What a task is: the types of an answer. This file is the manual, so every member says what it is.

/**
 * A status the service documents.
 *
 * `DOING`: running. `SUCCESS` and `FAIL`: ended. `DELETING`: being removed, after which the task is not found.
 *
 * Source: the vendor's API page ShowHpcCacheTask.
 */
export type KnownTaskStatus = "DOING" | "SUCCESS" | "FAIL" | "DELETING";

/**
 * A {@link KnownTaskStatus}, or any string a newer service sends.
 *
 * @example
 * ```ts
 * const ended = task.status === "SUCCESS" || task.status === "FAIL";
 * ```
 */
export type TaskStatus = KnownTaskStatus | (string & {});

/**
 * A task type the service documents.
 *
 * `import`: metadata from the bucket with owner and mode as an earlier export stored them. `import_metadata`: metadata
 * only, owner and mode by default. `preload`: data and metadata. `export`: new and changed files to the bucket.
 *
 * Source: the vendor's API page CreateHpcCacheTask.
 */
export type KnownTaskType = "import" | "import_metadata" | "preload" | "export";

/** A {@link KnownTaskType}, or any string a newer service sends. */
export type TaskType = KnownTaskType | (string & {});

/**
 * One import or export task, as the service told it.
 *
 * @example
 * ```ts
 * const task = await getTask({ region: "cn-north-4", projectId, shareId, taskId, token });
 * console.log(task.status, task.endTime?.toISOString() ?? "still running");
 * ```
 */
export interface Task {
  /** The task's id, as the service echoes it. Always there. */
  readonly taskId: string;
  /** What the task does; `""` where the service omits it. */
  readonly type: TaskType;
  /** What the task is doing. Always there. */
  readonly status: TaskStatus;
  /** Name of the interworking directory; `""` where the service omits it. */
  readonly srcTarget: string;
  /** Path prefix the task reads; `""` means all of the bucket or directory, or that the service omits it. */
  readonly srcPrefix: string;
  /** The same as {@link Task.srcTarget}, says the vendor's page; `""` where the service omits it. */
  readonly destTarget: string;
  /** The same as {@link Task.srcPrefix}, says the vendor's page; `""` where the service omits it. */
  readonly destPrefix: string;
  /** The result in words: why a task ended as `FAIL`. `""` while there is nothing to say. */
  readonly message: string;
  /**
   * When the task started, or `null` if the service gives no time or one that cannot be read.
   *
   * The service sends `YYYY-MM-DDTHH:MM:SS` without a zone; it is read as UTC, as the other times of this service are.
   * The text itself stays in `raw.start_time`.
   */
  readonly startTime: Date | null;
  /** When the task ended, or `null` while it runs. Read as {@link Task.startTime} is; the text is `raw.end_time`. */
  readonly endTime: Date | null;
  /**
   * The id of the request, for a support ticket: header `X-request-id`.
   *
   * `null` where the header is missing, or where a browser hides it: across origins the service would have to send
   * `Access-Control-Expose-Headers: X-request-id`.
   */
  readonly requestId: string | null;
  /** The service's JSON object, untouched: fields this version does not know are here. */
  readonly raw: Readonly<Record<string, unknown>>;
}
