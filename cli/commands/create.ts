// `create`: starts an import or export, and follows it if that is wanted.

import type { CreateTaskOptions, KnownTaskType } from "sfs-turbo-tasks";
import { UsageError } from "../arguments/usage-error.js";
import type { Context } from "../context.js";
import { formatOf } from "../output/format.js";
import { writeJson, writeJsonLine } from "../output/json.js";
import { writeRecord } from "../output/record.js";
import { movement } from "../output/task-words.js";
import { type Connection, connect } from "../service/connect.js";
import { visible } from "../terminal/visible.js";

const MODES = ["wait", "watch", "dry-run"] as const;

export async function run(context: Context): Promise<number> {
  const { given, screen } = context;
  const [mode, other] = MODES.filter((name) => given.is(name));
  if (mode && other) throw new UsageError(`--${mode} and --${other} do not go together.`, "help create");
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
  if (!follows) {
    write(context, created);
    screen.note(`Task ${visible(taskId)} is created.`);
    return 0;
  }
  screen.note(`Task ${visible(taskId)} is created.`);
  context.following = { taskId, until: "ended" };
  if (mode === "watch") return (await import("./watch.js")).watchOne(context, connection, { taskId, raw });
  return (await import("./wait.js")).waitAndWrite(context, connection, { taskId, raw, until: "ended" });
}

/** What of the command line is the task's. */
export type NewTask = Omit<CreateTaskOptions, "shareId" | "signal">;

function newTask({ given }: Context): NewTask {
  const srcTarget = given.text("src-target");
  if (srcTarget === undefined) {
    throw new UsageError("Nothing says which directory: give --src-target.", "help create");
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
    // One of the table's: they are the known types.
    type: given.argument as KnownTaskType,
    srcTarget,
    srcPrefix,
    attributes: some ? attributes : undefined,
  };
}

async function create(context: Context, { client, shareId }: Connection, task: NewTask) {
  // Whoever gives up while the answer is awaited does not know whether there is a task.
  context.following = "creating";
  const created = await client.createTask({ ...task, shareId, signal: context.signal });
  context.following = undefined;
  return created;
}

function write(context: Context, { taskId, requestId, raw }: Awaited<ReturnType<typeof create>>): void {
  const { screen, given } = context;
  const asked = given.text("output") === undefined && given.is("quiet") ? "id" : formatOf(context, "id");
  const fields = given.is("raw") ? { taskId, requestId, raw } : { taskId, requestId };
  if (asked === "json") screen.data(writeJson(fields));
  else if (asked === "ndjson") screen.data(writeJsonLine(fields));
  else if (asked === "id") screen.data(`${visible(taskId)}\n`);
  else {
    writeRecord(screen, [
      ["task", taskId],
      ["request", requestId],
    ]);
  }
}
