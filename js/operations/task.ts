// The types of a task. This file is the manual, so every member is documented.

/**
 * A status that the service documents.
 *
 * `DOING`: running. `SUCCESS` and `FAIL`: ended. `DELETING`: being deleted; after that the task is not found.
 *
 * Source: the vendor's API page ShowHpcCacheTask.
 */
export type KnownTaskStatus = "DOING" | "SUCCESS" | "FAIL" | "DELETING";

/**
 * A {@link KnownTaskStatus}, or another string from a newer service.
 *
 * @example
 * ```ts
 * const ended = task.status === "SUCCESS" || task.status === "FAIL";
 * ```
 */
export type TaskStatus = KnownTaskStatus | (string & {});

/**
 * A task type that the service documents.
 *
 * `import`: metadata from the bucket, with the owner and mode that an earlier export stored. `import_metadata`: metadata from
 * the bucket, with the default owner and mode. `preload`: data and metadata. `export`: new and changed files to the bucket.
 *
 * Source: the vendor's API page CreateHpcCacheTask.
 */
export type KnownTaskType = "import" | "import_metadata" | "preload" | "export";

/** A {@link KnownTaskType}, or another string from a newer service. */
export type TaskType = KnownTaskType | (string & {});

/**
 * One import or export task, as the service sent it.
 *
 * @example
 * ```ts
 * const task = await getTask({ region: "cn-north-4", projectId, shareId, taskId, token });
 * console.log(task.status, task.endTime?.toISOString() ?? "still running");
 * ```
 */
export interface Task {
  /** The id of the task, as the service sent it. Always present. */
  readonly taskId: string;
  /** What the task does; `""` if the service omits it. */
  readonly type: TaskType;
  /** The status of the task. Always present. */
  readonly status: TaskStatus;
  /** The name of the interworking directory; `""` if the service omits it. */
  readonly srcTarget: string;
  /** The path prefix that the task reads; `""` means the whole bucket or directory, or that the service omits it. */
  readonly srcPrefix: string;
  /** According to the vendor's page the same as {@link Task.srcTarget}; `""` if the service omits it. */
  readonly destTarget: string;
  /** According to the vendor's page the same as {@link Task.srcPrefix}; `""` if the service omits it. */
  readonly destPrefix: string;
  /** The service's message, for example why a task ended as `FAIL`. Often `""`. */
  readonly message: string;
  /**
   * When the task started; `null` if the service sends no time or one that cannot be read.
   *
   * The service sends `YYYY-MM-DDTHH:MM:SS` without a time zone. It is read as UTC, like the other times of this service. The
   * original text is in `raw.start_time`.
   */
  readonly startTime: Date | null;
  /** When the task ended; `null` while it runs. Read like {@link Task.startTime}; the original text is in `raw.end_time`. */
  readonly endTime: Date | null;
  /**
   * The id of the request, for a support ticket: header `X-request-id`.
   *
   * `null` if the header is missing or if the browser hides it: for requests to another origin the service would have to send
   * `Access-Control-Expose-Headers: X-request-id`.
   */
  readonly requestId: string | null;
  /** The service's JSON object, unchanged. It also has fields that this version does not know. */
  readonly raw: Readonly<Record<string, unknown>>;
}
