// Tasks as lines of text.
// @ts-check
import { duration } from "./progress.mjs";

/** @typedef {import("../../js/operations/task.ts").Task} Task */

/**
 * One line for each task below a line of titles; why one has failed stands in its line.
 * @param {readonly Task[]} tasks
 */
export function taskTable(tasks) {
  const cells = tasks.map(({ taskId, status, type, startTime, endTime, message }) => [
    taskId,
    type,
    startTime?.toISOString().slice(0, 19) ?? "",
    startTime && endTime ? duration(endTime.getTime() - startTime.getTime()) : "",
    message === "" ? status : `${status}: ${message}`,
  ]);
  const rows = [["task", "type", "started (UTC)", "took", "status"], ...cells];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => `   ${line.trimEnd()}\n`)
    .join("");
}
