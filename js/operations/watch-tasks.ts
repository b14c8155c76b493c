// watchTasks: gives the tasks of a file system each time one has changed.

import type { Watching } from "../call/watching.js";
import type { FollowOptions } from "./follow.js";
import type { TaskFilter, TaskList } from "./list-tasks.js";
import type { Operation } from "./operation.js";
import type { Standalone } from "./options.js";
import type { Task } from "./task.js";

/** Which tasks {@link WatchTasks} follows, how, and anything to be otherwise than `ClientOptions` say. */
export interface WatchTasksOptions extends TaskFilter, FollowOptions<TaskUpdate> {
  /** How many tasks are followed at most: one listing has no more. Default and most 1 000. */
  readonly limit?: number | undefined;
}

/** The tasks as they are now. */
export interface TaskUpdate extends TaskList {
  /** Those that are new, or not as they were; the first time all. None where a task is gone and nothing else is new. */
  readonly changed: readonly Task[];
}

/** The tasks each time something has changed: an async iterator for one loop. It has no end of its own. */
export type TasksWatch = Watching<TaskUpdate, undefined>;

/** What `watchTasks` takes without a client: also where the service is, the project and the token. */
export type StandaloneWatchTasksOptions = WatchTasksOptions & Standalone;

/** The function `watchTasks` of a client: see `Client.watchTasks`. */
export type WatchTasks<Missing> = (options: WatchTasksOptions & Missing) => TasksWatch;

export const watchTasksOperation: Operation = {
  name: "watchTasks",
  number: 7,
  options: [
    "shareId",
    "type",
    "status",
    "limit",
    "interval",
    "waitTimeout",
    "maxConsecutiveFailures",
    "whenHidden",
    "onFault",
  ],
  follows: true,
  creates: false,
};
