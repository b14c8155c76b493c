// waitForTask: follows a task to its end.

import type { FollowOptions } from "./follow.js";
import type { GetTaskOptions } from "./get-task.js";
import type { Operation } from "./operation.js";
import type { Standalone } from "./options.js";
import type { Task } from "./task.js";

/** The options of {@link WaitForTask}: the task, how to wait, and options that replace those of the client. */
export interface WaitForTaskOptions extends GetTaskOptions, FollowOptions<Task> {
  /** What to wait for: that the task has ended, or that it no longer exists. Default `"ended"`. */
  readonly until?: "ended" | "deleted" | undefined;
  /**
   * Called with the first state of the task, and then with each state that differs from the last one. It is not awaited, so
   * that a rejection of an async function is unhandled. If it throws, the wait rejects with that error.
   */
  readonly onUpdate?: ((task: Task, previous: Task | undefined) => void) | undefined;
  /**
   * The `raw` of the result of `createTask`; you can spread in the whole result. It marks a new task, which the service may not
   * find at once: the wait then tolerates `not-found` for half a minute.
   */
  readonly raw?: unknown;
}

/** The options for waiting until a task has ended, which is the default. */
export type WaitForEndOptions = WaitForTaskOptions & { readonly until?: "ended" | undefined };

/** The method `waitForTask` of a client. See `Client.waitForTask`. */
export interface WaitForTask<Missing> {
  (options: WaitForEndOptions & Missing): Promise<Task>;
  /** With `until: "deleted"`: the last known state of the task, or `null` if it did not exist from the start. */
  (options: WaitForTaskOptions & Missing): Promise<Task | null>;
}

/** The options of `waitForTask` without a client. They include the place of the service, the project and the credentials. */
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
 * Whether a task has ended: its status is `SUCCESS` or `FAIL`.
 *
 * @param task Anything with a status. A task that is being deleted, or that has an unknown status, has not ended.
 * @example
 * ```ts
 * const running = tasks.filter((task) => !isEnded(task));
 * ```
 */
export function isEnded(task: Pick<Task, "status">): boolean {
  return task.status === "SUCCESS" || task.status === "FAIL";
}
