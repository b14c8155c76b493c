// `wait`: waits until a task has ended or is deleted.

import type { Context } from "../context.js";
import { type Format, formatOf } from "../output/format.js";
import { writeTask } from "../output/tasks.js";
import { type Connection, connect } from "../service/connect.js";
import { type Followed, waitFor } from "../service/follow.js";

export async function run(context: Context): Promise<number> {
  const until = context.given.text("until") === "deleted" ? "deleted" : "ended";
  const connection = await connect(context);
  const format = formatOf(context, "json");
  return waitAndWrite(context, connection, { taskId: context.given.argument ?? "", until, format });
}

/** Waits, and writes the task, even a failed one. Writes nothing without a format. */
export async function waitAndWrite(
  context: Context,
  connection: Connection,
  { format, ...followed }: Followed & { readonly format: Format | undefined },
): Promise<number> {
  try {
    const task = await waitFor(context, connection, followed);
    // A table would show a deleted task as if it still existed.
    if (task && format && !(followed.until === "deleted" && format === "table"))
      writeTask(context, format, task);
    return 0;
  } catch (error) {
    const { isSfsTurboError } = await import("sfs-turbo-tasks");
    if (isSfsTurboError(error) && error.kind === "task-failed" && format)
      writeTask(context, format, error.task);
    throw error;
  }
}
