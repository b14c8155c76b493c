// ListHpcCacheTasks: a part of the tasks that pass the filters, newest first.
import { parameterError, type TaskFields, tasksFound } from "../answers.js";
import { readServiceTime } from "../time.js";
import type { Operation } from "./operation.js";

/** From the vendor's newest pages. Older pages say 20. */
const DEFAULT_LIMIT = 1000;

export const listTasks: Operation = {
  method: "GET",
  path: "/v1/{project_id}/sfs-turbo/{share_id}/hpc-cache/tasks",
  answer({ shareId, query }, { fileSystems, beforeList }) {
    const asked = new URLSearchParams(query);
    // A parameter without a value counts as left out.
    const read = (name: string, otherwise: number, reader: (text: string) => number) => {
      const text = asked.get(name);
      return text ? reader(text) : otherwise;
    };
    const offset = read("offset", 0, readWhole);
    if (Number.isNaN(offset)) return parameterError("offset must be a whole number, 0 or more");
    const limit = read("limit", DEFAULT_LIMIT, readWhole);
    if (!(limit >= 1)) return parameterError("limit must be a whole number, 1 or more");
    const earliest = read("start_time", Number.NEGATIVE_INFINITY, readServiceTime);
    if (Number.isNaN(earliest)) return parameterError("start_time must be written as 2024-03-18T23:00:00");
    const latest = read("end_time", Number.POSITIVE_INFINITY, readServiceTime);
    if (Number.isNaN(latest)) return parameterError("end_time must be written as 2024-03-18T24:00:00");

    beforeList();
    const has = (task: TaskFields, name: "type" | "status") => (asked.get(name) || task[name]) === task[name];
    const matching = fileSystems.listTasks(shareId).filter((task) => {
      const started = readServiceTime(task.start_time);
      return has(task, "type") && has(task, "status") && earliest <= started && started <= latest;
    });
    return tasksFound(matching.slice(offset, offset + limit), matching.length);
  },
};

/** A whole number in a query; NaN for any other text. */
function readWhole(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}
