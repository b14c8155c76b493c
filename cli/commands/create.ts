// `create`: starts an import or export, and follows it on request.

import type { CreateTaskOptions, KnownTaskType } from "sfs-turbo-tasks";
import { UsageError } from "../arguments/usage-error.js";
import type { Context } from "../context.js";
import { type Format, formatOf } from "../output/format.js";
import { writeJson, writeJsonLine } from "../output/json.js";
import { writeRecord } from "../output/record.js";
import { movement } from "../output/task-words.js";
import { type Connection, connect } from "../service/connect.js";
import { visible } from "../terminal/visible.js";

const MODES = ["wait", "watch", "dry-run"] as const;

export async function run(context: Context): Promise<number> {
  const { given, screen } = context;
  const [mode, other] = MODES.filter((name) => given.is(name));
  if (mode && other)
    throw new UsageError(`--${mode} and --${other} exclude each other: use one of them.`, "help create");
  const task = newTask(context);
  if (mode === "dry-run") return (await import("./dry-run.js")).dryRun(context, task);
  const follows = mode === "wait" || mode === "watch";
  const patience = ["timeout", "interval"].find((name) => given.text(name) !== undefined);
  if (!follows && patience) throw new UsageError(`--${patience} needs --wait or --watch.`, "help create");

  const connection = await connect(context);
  const { shareId } = connection;
  screen.note(
    `${movement({ ...task, srcPrefix: task.srcPrefix ?? "" }, screen.isPlain)}, of file system ${visible(shareId)}`,
  );
  const created = await create(context, connection, task);
  const { taskId, raw } = created;
  context.following = { taskId, until: "ended" };
  const format = formatAsked(context, mode === "watch" ? "ndjson" : "id");
  // The id is written first, so the user has it even if the wait fails.
  if (!follows || format === "id") write(context, format, created);
  screen.note(`Task ${visible(taskId)} has been created.`);
  if (!follows) return 0;
  const followed = { taskId, raw, format: format === "id" ? undefined : format };
  if (mode === "watch") return (await import("./watch.js")).watchOne(context, connection, followed);
  return (await import("./wait.js")).waitAndWrite(context, connection, { ...followed, until: "ended" });
}

function formatAsked(context: Context, piped: "id" | "ndjson"): Format {
  const { given } = context;
  return given.text("output") === undefined && given.is("quiet") ? "id" : formatOf(context, piped);
}

/** The fields of the task that the command line sets. */
export type NewTask = Omit<CreateTaskOptions, "shareId" | "signal">;

function newTask({ given }: Context): NewTask {
  const srcTarget = given.text("src-target");
  if (srcTarget === undefined) {
    throw new UsageError("The directory is missing: use --src-target.", "help create");
  }
  const srcPrefix = given.text("src-prefix");
  const attributes = {
    fileMode: given.number("file-mode"),
    dirMode: given.number("dir-mode"),
    uid: given.number("uid"),
    gid: given.number("gid"),
  };
  const some = Object.values(attributes).some((value) => value !== undefined);
  return {
    // One of the types in the table, so it is a known one.
    type: given.argument as KnownTaskType,
    srcTarget,
    srcPrefix,
    attributes: some ? attributes : undefined,
  };
}

async function create(context: Context, { client, shareId }: Connection, task: NewTask) {
  const created = await client.createTask({ ...task, shareId, signal: context.signal });
  context.unanswered = undefined;
  return created;
}

function write(
  { screen, given }: Context,
  format: Format,
  { taskId, requestId, raw }: Awaited<ReturnType<typeof create>>,
): void {
  const fields = given.is("raw") ? { taskId, requestId, raw } : { taskId, requestId };
  if (format === "json") screen.data(writeJson(fields));
  else if (format === "ndjson") screen.data(writeJsonLine(fields));
  else if (format === "id") screen.data(`${visible(taskId)}\n`);
  else {
    writeRecord(screen, [
      ["task", taskId],
      ["request", requestId],
    ]);
  }
}
