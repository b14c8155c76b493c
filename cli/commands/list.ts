// `list`: shows the tasks of a file system.

import { UsageError } from "../arguments/usage-error.js";
import type { Context } from "../context.js";
import { formatOf } from "../output/format.js";
import { taskWriter } from "../output/tasks.js";
import { connect } from "../service/connect.js";

/** The most tasks in one page of the service. */
const PAGE = 1000;

const DEFAULT_LIMIT = 100;

export async function run(context: Context): Promise<number> {
  const { given, screen, signal } = context;
  if (given.is("all") && given.number("limit") !== undefined) {
    throw new UsageError("--all and --limit exclude each other: use one of them.", "help list");
  }
  const { client, shareId } = await connect(context);
  const writer = taskWriter(context, formatOf(context, "ndjson"), true);
  const filter = {
    shareId,
    type: given.text("type"),
    status: given.text("status"),
    startTime: given.text("start-time"),
    endTime: given.text("end-time"),
    signal,
  };
  const limit = given.is("all") ? undefined : (given.number("limit") ?? DEFAULT_LIMIT);
  let shown = 0;
  let count = 0;
  if (limit !== undefined && limit <= PAGE) {
    const page = await client.listTasks({ ...filter, limit });
    writer.add(page.tasks);
    shown = page.tasks.length;
    count = page.count;
  } else {
    const pages = client.listAllTasks({ ...filter, pageSize: PAGE, maxItems: limit });
    for await (const page of pages.byPage()) {
      signal.throwIfAborted();
      writer.add(page.tasks);
      shown += page.tasks.length;
      count = page.count;
    }
  }
  writer.end();
  if (shown === 0) screen.note("There is no such task.");
  else if (shown < count && limit !== undefined) {
    screen.note(`${shown} of ${count} tasks; --all lists all of them.`);
  }
  return 0;
}
