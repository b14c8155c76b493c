// The order of the rows: the order of the service, or by a column.

import type { Task } from "../operations/task.js";
import { pathText } from "./task-view.js";
import { instantOf } from "./times.js";

/** The columns that can sort the rows. */
export const columns = ["status", "type", "path", "started", "duration"] as const;

export type Column = (typeof columns)[number];

/** The column and the direction. */
export interface Order {
  readonly column: Column;
  readonly isDescending: boolean;
}

/** Ascending, then descending, then the order of the service again. */
export function nextOrder(order: Order | undefined, column: Column): Order | undefined {
  if (!order || order.column !== column) return { column, isDescending: false };
  return order.isDescending ? undefined : { column, isDescending: true };
}

/** Rows without a value come last in both directions. Equal rows keep the order of the service. */
export function sorted(tasks: readonly Task[], order: Order | undefined): readonly Task[] {
  if (!order) return tasks;
  const now = Date.now();
  const way = order.isDescending ? -1 : 1;
  const compare = (one: string | number, other: string | number) => {
    if (one === other) return 0;
    if (one === "" || other === "") return one === "" ? 1 : -1;
    return one < other ? -way : way;
  };
  return tasks
    .map((task) => ({ task, value: keyOf(task, order.column, now) }))
    .sort((one, other) => compare(one.value, other.value))
    .map(({ task }) => task);
}

function keyOf(task: Task, column: Column, now: number): string | number {
  if (column === "path") return pathText(task);
  if (column === "type" || column === "status") return task[column];
  const start = instantOf(task.startTime);
  if (Number.isNaN(start)) return "";
  return column === "started" ? start : (task.endTime ? instantOf(task.endTime) : now) - start;
}
