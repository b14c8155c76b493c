// getTask: the details of one import or export task.

import type { Operation } from "./operation.js";
import type { CallOptions, Standalone } from "./options.js";
import type { Task } from "./task.js";

/** The options of {@link GetTask}: the task, and options that replace those of the client. */
export interface GetTaskOptions extends CallOptions {
  /**
   * The id of the SFS Turbo file system, a UUID in the vendor's examples. Not empty, not `.` or `..`.
   *
   * Only file systems of 1,000, 500, 250, 125, 40 and 20 MB/s/TiB have tasks. Newer editions of the vendor's page add: only
   * with the NFS protocol. For other file systems the service refuses the request.
   */
  readonly shareId: string;
  /** The id of the task, from `createTask` or a list. Not empty, not `.` or `..`. */
  readonly taskId: string;
}

/** The options of `getTask` without a client. They include the place of the service, the project and the credentials. */
export type StandaloneGetTaskOptions = GetTaskOptions & Standalone;

/** The method `getTask` of a client. See `Client.getTask`. */
export type GetTask<Missing> = (options: GetTaskOptions & Missing) => Promise<Task>;

export const getTaskOperation: Operation = {
  name: "getTask",
  number: 0,
  options: ["shareId", "taskId"],
  follows: false,
  creates: false,
};
