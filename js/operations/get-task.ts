// getTask: the details of one import or export task.

import type { Operation } from "./operation.js";
import type { CallOptions, ClientOptions, Standalone } from "./options.js";
import type { Task } from "./task.js";

/** Which task {@link GetTask} asks for, and anything to be otherwise than {@link ClientOptions} say. */
export interface GetTaskOptions extends CallOptions {
  /**
   * The id of the SFS Turbo file system, a UUID in the vendor's examples. Not empty, not `.` or `..`.
   *
   * Tasks belong to file systems of 1,000, 500, 250, 125, 40 and 20 MB/s/TiB; newer editions of the vendor's page say: with
   * the NFS protocol only. For others the service refuses the request.
   */
  readonly shareId: string;
  /** The id of the task, as creating or listing tasks gave it. Not empty, not `.` or `..`. */
  readonly taskId: string;
}

/** What `getTask` takes without a client: also where the service is, the project and the token. */
export type StandaloneGetTaskOptions = GetTaskOptions & Standalone;

/** The function `getTask` of a client: see `Client.getTask`. */
export type GetTask<Missing> = (options: GetTaskOptions & Missing) => Promise<Task>;

export const getTaskOperation: Operation = {
  name: "getTask",
  number: 0,
  options: ["shareId", "taskId"],
  follows: false,
  creates: false,
};
