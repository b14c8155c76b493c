// deleteTask: removes a task.

import type { GetTaskOptions } from "./get-task.js";
import type { Operation } from "./operation.js";
import type { Standalone } from "./options.js";

/** The options of {@link DeleteTask}: the task, and options that replace those of the client. */
export interface DeleteTaskOptions extends GetTaskOptions {}

/** The result of a deletion that the service has accepted. */
export interface DeletedTask {
  /** The id of the request. See `Task.requestId`. */
  readonly requestId: string | null;
}

/** The options of `deleteTask` without a client. They include the place of the service, the project and the credentials. */
export type StandaloneDeleteTaskOptions = DeleteTaskOptions & Standalone;

/** The method `deleteTask` of a client. See `Client.deleteTask`. */
export type DeleteTask<Missing> = (options: DeleteTaskOptions & Missing) => Promise<DeletedTask>;

export const deleteTaskOperation: Operation = {
  name: "deleteTask",
  number: 4,
  options: ["shareId", "taskId"],
  follows: false,
  creates: false,
};
