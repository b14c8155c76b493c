// waitForTask: follows a task to its end.

import type { FollowOptions } from "./follow.js";
import type { GetTaskOptions } from "./get-task.js";
import type { Operation } from "./operation.js";
import type { Standalone } from "./options.js";
import type { Task } from "./task.js";

/** Which task {@link WaitForTask} follows, how, and anything to be otherwise than `ClientOptions` say. */
export interface WaitForTaskOptions extends GetTaskOptions, FollowOptions<Task> {
  /** What is waited for: that the task has ended, or that it is gone. Default `"ended"`. */
  readonly until?: "ended" | "deleted" | undefined;
  /**
   * Called with the first task that is seen, and then with each that is not as before. What it throws ends the wait. It is
   * not awaited: what an async function rejects with, nobody hears but the page or process.
   */
  readonly onUpdate?: ((task: Task, previous: Task | undefined) => void) | undefined;
  /**
   * What `createTask` gave as `raw`, or its whole result spread in: a new task that is not found at once is looked for some
   * more, for half a minute.
   */
  readonly raw?: unknown;
}

/** What waits for the end of a task, which is the default. */
export type WaitForEndOptions = WaitForTaskOptions & { readonly until?: "ended" | undefined };

/** The function `waitForTask` of a client: see `Client.waitForTask`. */
export interface WaitForTask<Missing> {
  (options: WaitForEndOptions & Missing): Promise<Task>;
  /** With `until: "deleted"`: the task as it was seen last, `null` if it was gone from the start. */
  (options: WaitForTaskOptions & Missing): Promise<Task | null>;
}

/** What `waitForTask` takes without a client: also where the service is, the project and the token. */
export type StandaloneWaitForTaskOptions = WaitForTaskOptions & Standalone;

export const waitForTaskOperation: Operation = {
  name: "waitForTask",
  number: 5,
  options: [
    "shareId",
    "taskId",
    "interval",
    "waitTimeout",
    "maxConsecutiveFailures",
    "whenHidden",
    "onFault",
    "until",
    "onUpdate",
    "raw",
  ],
  follows: true,
  creates: false,
};

/**
 * Whether a task has ended, well or badly: `SUCCESS` or `FAIL`.
 *
 * @param task Anything with a status. A task that is being deleted, or whose status is a newer one, has not ended.
 * @example
 * ```ts
 * const running = tasks.filter((task) => !isEnded(task));
 * ```
 */
export function isEnded(task: Pick<Task, "status">): boolean {
  return task.status === "SUCCESS" || task.status === "FAIL";
}
