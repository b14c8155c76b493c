// createTask: starts an import or export.

import type { Operation } from "./operation.js";
import type { CallOptions, Standalone } from "./options.js";
import type { KnownTaskType } from "./task.js";

/** Owner and modes of what an import makes where the bucket tells none. The service refuses them for file systems of before July 2024. */
export interface TaskAttributes {
  /**
   * Mode of files, in the digits that `chmod` reads: `640`, not `0o640`. 0 to 777, each digit 0 to 7.
   *
   * A number that shows to be written in octal is refused with the right one: `0o750` is 488, and 8 is no digit of a mode.
   */
  readonly fileMode?: number | undefined;
  /** Mode of directories, such as `750`. As {@link TaskAttributes.fileMode}. */
  readonly dirMode?: number | undefined;
  /** Id of the owner. 0 to 4 294 967 294; the service's default is 0. */
  readonly uid?: number | undefined;
  /** Id of the group. As {@link TaskAttributes.uid}. */
  readonly gid?: number | undefined;
}

/** What {@link CreateTask} starts, and anything to be otherwise than `ClientOptions` say. */
export interface CreateTaskOptions extends CallOptions {
  /** The id of the SFS Turbo file system. Not empty, not `.` or `..`. */
  readonly shareId: string;
  /** What the task does: `import`, `import_metadata`, `preload` or `export`. */
  readonly type: KnownTaskType;
  /** The name of the interworking directory, which is bound to a bucket. One name, without a slash. */
  readonly srcTarget: string;
  /**
   * Only what begins so: object names of the bucket, or for an `export` paths below the directory. Default, and `""`: all.
   *
   * At most 1 024 characters, none of `\\ : * ? " < > |`, no dot at either end.
   */
  readonly srcPrefix?: string | undefined;
  /** The same as {@link CreateTaskOptions.srcTarget}, which it follows: the service knows no other. */
  readonly destTarget?: string | undefined;
  /** The same as {@link CreateTaskOptions.srcPrefix}, which it follows. */
  readonly destPrefix?: string | undefined;
  /** Owner and modes. Default: the service's own. */
  readonly attributes?: TaskAttributes | undefined;
}

/** A task that the service has taken. */
export interface CreatedTask {
  /** Its id. */
  readonly taskId: string;
  /** The id of the request: see `Task.requestId`. */
  readonly requestId: string | null;
  /** The service's JSON object, untouched. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** What `createTask` takes without a client: also where the service is, the project and the token. */
export type StandaloneCreateTaskOptions = CreateTaskOptions & Standalone;

/** The function `createTask` of a client: see `Client.createTask`. */
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
