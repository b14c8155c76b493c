// watchTasks: gives the tasks of a file system each time one of them changes.

import type { Watching } from "../call/watching.js";
import type { FollowOptions } from "./follow.js";
import type { TaskFilter, TaskList } from "./list-tasks.js";
import type { Operation } from "./operation.js";
import type { Standalone } from "./options.js";
import type { Task } from "./task.js";

/** The options of {@link WatchTasks}: which tasks, how to watch, and options that replace those of the client. */
export interface WatchTasksOptions extends TaskFilter, FollowOptions<TaskUpdate> {
  /** The maximum number of tasks: one list request cannot return more. Default 1 000; 1 to 1 000. */
  readonly limit?: number | undefined;
}

/** The current tasks. */
export interface TaskUpdate extends TaskList {
  /** The tasks that are new or have changed; in the first update all. Empty if tasks were only removed. */
  readonly changed: readonly Task[];
}

/** The tasks each time one of them changes: an async iterator for one loop. It does not end by itself. */
export type TasksWatch = Watching<TaskUpdate, undefined>;

/** The options of `watchTasks` without a client. They include the place of the service, the project and the credentials. */
export type StandaloneWatchTasksOptions = WatchTasksOptions & Standalone;

/** The method `watchTasks` of a client. See `Client.watchTasks`. */
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
