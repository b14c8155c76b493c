// watchTask: gives a task each time it changes, until it has ended.

import type { Watching } from "../call/watching.js";
import type { FollowOptions } from "./follow.js";
import type { GetTaskOptions } from "./get-task.js";
import type { Operation } from "./operation.js";
import type { Standalone } from "./options.js";
import type { Task } from "./task.js";

/** The options of {@link WatchTask}: the task, how to watch, and options that replace those of the client. */
export interface WatchTaskOptions extends GetTaskOptions, FollowOptions<Task> {
  /**
   * The `raw` of the result of `createTask`; you can spread in the whole result. It marks a new task, which the service may not
   * find at once: the watch then tolerates `not-found` for half a minute.
   */
  readonly raw?: unknown;
}

/**
 * A task each time it changes: an async iterator for one loop.
 *
 * No request is sent before the first `next()`, nor while the body of the loop runs. A slow loop gets the newest state, not a
 * queue of old ones. The iteration ends when the task has ended (also as `FAIL`) or no longer exists; its return value is the
 * last state. Leaving the loop, `return()` and `await using` abort the request at once.
 */
export type TaskWatch = Watching<Task, Task | undefined>;

/** The options of `watchTask` without a client. They include the place of the service, the project and the credentials. */
export type StandaloneWatchTaskOptions = WatchTaskOptions & Standalone;

/** The method `watchTask` of a client. See `Client.watchTask`. */
export type WatchTask<Missing> = (options: WatchTaskOptions & Missing) => TaskWatch;

export const watchTaskOperation: Operation = {
  name: "watchTask",
  number: 6,
  options: [
    "shareId",
    "taskId",
    "interval",
    "waitTimeout",
    "maxConsecutiveFailures",
    "whenHidden",
    "onFault",
    "raw",
  ],
  follows: true,
  creates: false,
};
