// deleteTask: removes a task.

import type { GetTaskOptions } from "./get-task.js";
import type { Operation } from "./operation.js";
import type { Standalone } from "./options.js";

/** Which task {@link DeleteTask} removes, and anything to be otherwise than `ClientOptions` say. */
export interface DeleteTaskOptions extends GetTaskOptions {}

/** What the service says to a deletion: nothing but that it was taken. */
export interface DeletedTask {
  /** The id of the request: see `Task.requestId`. */
  readonly requestId: string | null;
}

/** What `deleteTask` takes without a client: also where the service is, the project and the token. */
export type StandaloneDeleteTaskOptions = DeleteTaskOptions & Standalone;

/** The function `deleteTask` of a client: see `Client.deleteTask`. */
export type DeleteTask<Missing> = (options: DeleteTaskOptions & Missing) => Promise<DeletedTask>;

export const deleteTaskOperation: Operation = {
  name: "deleteTask",
  number: 4,
  options: ["shareId", "taskId"],
  follows: false,
  creates: false,
};
