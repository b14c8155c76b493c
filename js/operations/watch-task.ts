// watchTask: gives a task each time it has changed, until it has ended.

import type { Watching } from "../call/watching.js";
import type { FollowOptions } from "./follow.js";
import type { GetTaskOptions } from "./get-task.js";
import type { Operation } from "./operation.js";
import type { Standalone } from "./options.js";
import type { Task } from "./task.js";

/** Which task {@link WatchTask} follows, how, and anything to be otherwise than `ClientOptions` say. */
export interface WatchTaskOptions extends GetTaskOptions, FollowOptions<Task> {
  /**
   * What `createTask` gave as `raw`, or its whole result spread in: a new task that is not found at once is looked for some
   * more, for half a minute.
   */
  readonly raw?: unknown;
}

/**
 * A task each time it has changed: an async iterator for one loop.
 *
 * Nothing is asked before the first `next()`, nor while the body of the loop runs: who is slow gets the newest state. It ends
 * when the task has ended, also as `FAIL`, or is gone; its return value is the last task. To leave the loop, `return()` and
 * `await using` abort the request at once.
 */
export type TaskWatch = Watching<Task, Task | undefined>;

/** What `watchTask` takes without a client: also where the service is, the project and the token. */
export type StandaloneWatchTaskOptions = WatchTaskOptions & Standalone;

/** The function `watchTask` of a client: see `Client.watchTask`. */
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
