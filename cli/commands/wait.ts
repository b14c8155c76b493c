// `wait`: until a task has ended, or is gone.

import type { Context } from "../context.js";
import { formatOf } from "../output/format.js";
import { writeTask } from "../output/tasks.js";
import { type Connection, connect } from "../service/connect.js";
import { type Followed, waitFor } from "../service/follow.js";

export async function run(context: Context): Promise<number> {
  const until = context.given.text("until") === "deleted" ? "deleted" : "ended";
  const connection = await connect(context);
  return waitAndWrite(context, connection, { taskId: context.given.argument ?? "", until });
}

/** Waits, and writes the task, also one that failed. */
export async function waitAndWrite(
  context: Context,
  connection: Connection,
  followed: Followed,
): Promise<number> {
  const format = formatOf(context, "json");
  try {
    const task = await waitFor(context, connection, followed);
    // A table of what is gone would look as if it were there.
    if (task && !(followed.until === "deleted" && format === "table")) writeTask(context, format, task);
    return 0;
  } catch (error) {
    const { isSfsTurboError } = await import("sfs-turbo-tasks");
    if (isSfsTurboError(error) && error.kind === "task-failed") writeTask(context, format, error.task);
    throw error;
  }
}
