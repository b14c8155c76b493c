// createTask: starts an import or export.

import type { Operation } from "./operation.js";
import type { CallOptions, Standalone } from "./options.js";
import type { KnownTaskType } from "./task.js";

/** Owner and modes of imported files, used if the bucket has none. File systems created before July 2024 do not support them. */
export interface TaskAttributes {
  /**
   * Mode of files, in the digits that `chmod` reads: `640`, not `0o640`. 0 to 777, each digit 0 to 7.
   *
   * An octal number is refused if it can be recognised, and the error says the right number: `0o750` is 488, and 8 is not a
   * digit of a mode.
   */
  readonly fileMode?: number | undefined;
  /** Mode of directories, such as `750`. See {@link TaskAttributes.fileMode}. */
  readonly dirMode?: number | undefined;
  /** User id of the owner. 0 to 4 294 967 294; the service's default is 0. */
  readonly uid?: number | undefined;
  /** Group id. See {@link TaskAttributes.uid}. */
  readonly gid?: number | undefined;
}

/** The options of {@link CreateTask}: the new task, and options that replace those of the client. */
export interface CreateTaskOptions extends CallOptions {
  /** The id of the SFS Turbo file system. Required; not `.` or `..`. */
  readonly shareId: string;
  /** What the task does: `import`, `import_metadata`, `preload` or `export`. */
  readonly type: KnownTaskType;
  /** The name of the interworking directory, which is bound to a bucket. A single name without a slash. */
  readonly srcTarget: string;
  /**
   * Only objects or files whose path starts with this text: names of objects in the bucket, or for an `export` paths below
   * the directory. Default, and `""`: all.
   *
   * At most 1 024 characters, none of `\\ : * ? " < > |`, no dot at either end.
   */
  readonly srcPrefix?: string | undefined;
  /** Must equal {@link CreateTaskOptions.srcTarget}, the only value that the service supports. Default: the same. */
  readonly destTarget?: string | undefined;
  /** Must equal {@link CreateTaskOptions.srcPrefix}. Default: the same. */
  readonly destPrefix?: string | undefined;
  /** Owner and modes. Default: the service's own default. */
  readonly attributes?: TaskAttributes | undefined;
}

/** A task that the service has accepted. */
export interface CreatedTask {
  /** Its id. */
  readonly taskId: string;
  /** The id of the request. See `Task.requestId`. */
  readonly requestId: string | null;
  /** The service's JSON object, unchanged. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The options of `createTask` without a client. They include the place of the service, the project and the credentials. */
export type StandaloneCreateTaskOptions = CreateTaskOptions & Standalone;

/** The method `createTask` of a client. See `Client.createTask`. */
export type CreateTask<Missing> = (options: CreateTaskOptions & Missing) => Promise<CreatedTask>;

export const createTaskOperation: Operation = {
  name: "createTask",
  number: 3,
  options: [
    "shareId",
    "type",
    "srcTarget",
    "srcPrefix",
    "destTarget",
    "destPrefix",
    "attributes",
    "attributes.fileMode",
    "attributes.dirMode",
    "attributes.uid",
    "attributes.gid",
  ],
  creates: true,
  follows: false,
};
