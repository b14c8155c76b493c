// Writes one task or many in the chosen format.

import type { Task } from "sfs-turbo-tasks";
import type { Context } from "../context.js";
import { visible } from "../terminal/visible.js";
import type { Format } from "./format.js";
import { taskFields, writeJson, writeJsonLine } from "./json.js";
import { taskRecord, writeRecord } from "./record.js";
import { TaskTable } from "./task-table.js";
import { zone } from "./time.js";

/** One task. */
export function writeTask({ screen, given }: Context, format: Format, task: Task): void {
  const raw = given.is("raw");
  if (format === "table") writeRecord(screen, taskRecord(task, zone(given.is("utc"))));
  else if (format === "json") screen.data(writeJson(taskFields(task, raw)));
  else if (format === "ndjson") screen.data(writeJsonLine(taskFields(task, raw)));
  else screen.data(`${visible(task.taskId)}\n`);
}

/** Takes tasks as they arrive. */
export interface TaskWriter {
  add(tasks: readonly Task[]): void;
  /** Writes the tasks that could not be written before. */
  end(): unknown;
}

/** For output without a format: writes nothing. */
export const noWriter: TaskWriter = { add: () => {}, end: () => {} };

/** Many tasks. JSON that is one array, and a table that comes whole, are written at the end. */
export function taskWriter({ screen, given }: Context, format: Format, comesWhole: boolean): TaskWriter {
  const raw = given.is("raw");
  const all: Task[] = [];
  let isBegun = comesWhole;
  const keep = (tasks: readonly Task[]) => {
    isBegun = true;
    all.push(...tasks);
  };
  if (format === "json") {
    // No task was seen, so there is nothing to write.
    const end = () => isBegun && screen.data(writeJson(all.map((task) => taskFields(task, raw))));
    return { add: keep, end };
  }
  if (format === "table") {
    const table = new TaskTable(screen, zone(given.is("utc")), comesWhole);
    if (comesWhole) return { add: keep, end: () => table.add(all) };
    return { add: (tasks) => table.add(tasks), end: () => {} };
  }
  const line = (task: Task) =>
    format === "id" ? `${visible(task.taskId)}\n` : writeJsonLine(taskFields(task, raw));
  return { add: (tasks) => tasks.length > 0 && screen.data(tasks.map(line).join("")), end: () => {} };
}
