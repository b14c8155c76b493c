// `watch`: writes a task, or all tasks of a file system, each time something has changed.

import type { Task } from "sfs-turbo-tasks";
import { UsageError } from "../arguments/usage-error.js";
import type { Context } from "../context.js";
import { CommandError } from "../failure.js";
import { type Format, formatOf } from "../output/format.js";
import { noWriter, taskWriter } from "../output/tasks.js";
import { type Connection, connect } from "../service/connect.js";
import { describe, faultWords } from "../service/follow.js";
import { Progress } from "../terminal/progress.js";
import { visible } from "../terminal/visible.js";

export async function run(context: Context): Promise<number> {
  const { given } = context;
  const { argument: taskId } = given;
  const filter = ["status", "type"].find((name) => given.text(name) !== undefined);
  if (taskId !== undefined && filter !== undefined) {
    throw new UsageError(`--${filter} selects among all tasks: use it without a task.`, "help watch");
  }
  const connection = await connect(context);
  return taskId === undefined
    ? watchAll(context, connection)
    : watchOne(context, connection, { taskId, raw: undefined, format: formatOf(context, "ndjson") });
}

interface Watched {
  readonly taskId: string;
  /** For a task that was just created. */
  readonly raw: unknown;
  readonly format: Format | undefined;
}

/** Writes each change of a task until it ends. Writes nothing without a format. */
export async function watchOne(
  context: Context,
  { client, shareId }: Connection,
  { taskId, raw, format }: Watched,
): Promise<number> {
  const { screen, signal } = context;
  const { isEnded } = await import("sfs-turbo-tasks");
  const told = visible(taskId);
  const writer = format ? taskWriter(context, format, false) : noWriter;
  const progress = new Progress(screen, `looking at task ${told}`);
  context.following = { taskId, until: "ended" };
  let last: Task | undefined;
  try {
    const watch = client.watchTask({ shareId, taskId, raw, signal, ...patience(context, progress) });
    for await (const task of watch) {
      last = task;
      writer.add([task]);
      if (!isEnded(task)) progress.update(describe(task, screen.isPlain));
    }
    context.following = undefined;
    if (last?.status === "SUCCESS") {
      progress.end("✓", "green", describe(last, screen.isPlain));
      return 0;
    }
    // A status that this program does not know is an end if the task has an end time.
    if (last && (isEnded(last) || (last.endTime !== null && last.status !== "DELETING"))) {
      progress.end("✗", "red", describe(last, screen.isPlain));
      const why = last.message || "the service gives no reason";
      throw new CommandError(
        `task ${told} of file system ${visible(shareId)} ended as ${last.status}: ${why}`,
        3,
      );
    }
    progress.end("✗", "red", "gone");
    throw new CommandError(`task ${told} is gone`, 5);
  } finally {
    progress.stop();
    writer.end();
  }
}

/** Writes the new and the changed tasks of a file system until the user stops it. */
async function watchAll(context: Context, { client, shareId }: Connection): Promise<number> {
  const { given, screen, signal } = context;
  const writer = taskWriter(context, formatOf(context, "ndjson"), false);
  const progress = new Progress(screen, `looking at file system ${visible(shareId)}`);
  const filter = { shareId, type: given.text("type"), status: given.text("status"), signal };
  context.following = "all";
  let known = new Set<string>();
  try {
    for await (const { tasks, changed } of client.watchTasks({ ...filter, ...patience(context, progress) })) {
      writer.add(changed);
      const now = new Set(tasks.map(({ taskId }) => taskId));
      for (const taskId of known) if (!now.has(taskId)) screen.note(`Task ${visible(taskId)} is gone.`);
      known = now;
      progress.update(counted(tasks));
    }
    return 0;
  } finally {
    progress.stop();
    writer.end();
  }
}

/** For both watches. */
function patience({ given }: Context, progress: Progress) {
  const interval = given.duration("interval");
  return {
    waitTimeout: given.duration("timeout"),
    // This runs after each good look: the message about a failed look is out of date.
    interval: () => {
      progress.well();
      return interval;
    },
    onFault: ({
      error,
      nextDelay,
    }: {
      readonly error: { readonly errCode: string };
      readonly nextDelay: number;
    }) => progress.fault(faultWords(error.errCode, nextDelay)),
  };
}

/** The number of tasks in each status. */
function counted(tasks: readonly Task[]): string {
  const counts = new Map<string, number>();
  for (const { status } of tasks) counts.set(status, (counts.get(status) ?? 0) + 1);
  const parts = [...counts].map(([status, count]) => `${count} ${visible(status)}`);
  return parts.length === 0 ? "no task" : parts.join(", ");
}
