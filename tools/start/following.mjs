// Waits for a task, with a line that tells how it is going.
// @ts-check
import { startProgress } from "./progress.mjs";

/** @typedef {import("../../js/operations/wait-for-task.ts").WaitForTaskOptions} Options */

/**
 * @param {import("./progress.mjs").Stream} stream
 * @param {Pick<import("./package.mjs").Client, "waitForTask">} client
 * @param {Omit<Options, "interval"> & { interval?: number }} options
 */
export async function follow(stream, client, options) {
  const progress = startProgress(stream);
  try {
    const task = await client.waitForTask({
      ...options,
      // Called after each good look: what was said of a failed one is over.
      interval({ status }) {
        progress.update(status);
        return options.interval;
      },
      onFault({ error, nextDelay }) {
        progress.update(`${error.errCode}, the next look is in ${(nextDelay / 1000).toFixed(1)} s`);
      },
    });
    if (options.until === "deleted") progress.update("gone");
    return task;
  } finally {
    progress.end();
  }
}
