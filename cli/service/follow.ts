// Follows a task to its end, with a line that shows its progress.

import type { Task } from "sfs-turbo-tasks";
import type { Context } from "../context.js";
import { movement } from "../output/task-words.js";
import { Progress } from "../terminal/progress.js";
import { visible } from "../terminal/visible.js";
import type { Connection } from "./connect.js";

/** Which task, and until which state. */
export interface Followed {
  readonly taskId: string;
  readonly until: "ended" | "deleted";
  /** For a task that was just created. */
  readonly raw?: unknown;
}

/**
 * Waits for the end of a task.
 *
 * @returns the task, whichever way it ended; with `until: "deleted"` the last seen task, if there was one
 */
export async function waitFor(
  context: Context,
  { client, shareId }: Connection,
  { taskId, until, raw }: Followed,
): Promise<Task | null> {
  const { given, screen, signal } = context;
  const { isEnded, isSfsTurboError } = await import("sfs-turbo-tasks");
  const told = visible(taskId);
  const progress = new Progress(screen, `looking at task ${told}`);
  context.following = { taskId, until };
  const words = (task: Task) => describe(task, screen.isPlain);
  try {
    const task = await client.waitForTask({
      shareId,
      taskId,
      until,
      raw,
      signal,
      waitTimeout: given.duration("timeout"),
      // This runs after each good look: the message about a failed look is out of date.
      interval: () => {
        progress.well();
        return given.duration("interval");
      },
      onUpdate: (seen) => {
        if (until === "deleted" || !isEnded(seen)) progress.update(words(seen));
      },
      onFault: ({ error, nextDelay }) => progress.fault(faultWords(error.errCode, nextDelay)),
    });
    context.following = undefined;
    if (until === "deleted") progress.end("✓", "green", `task ${told} is gone`);
    else if (task) progress.end("✓", "green", words(task));
    return task;
  } catch (error) {
    if (isSfsTurboError(error) && error.kind === "task-failed") {
      progress.end("✗", "red", words(error.task));
    }
    throw error;
  } finally {
    progress.stop();
  }
}

/** A task in one line: its status, its source and its target. */
export function describe(task: Task, plain: boolean): string {
  return `${visible(task.status)}  ${movement(task, plain)}`;
}

/** A failed look. */
export function faultWords(code: string, nextDelay: number): string {
  return `${visible(code)}, the next look is in ${(nextDelay / 1000).toFixed(1)} s`;
}
