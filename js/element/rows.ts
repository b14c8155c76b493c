// The rows of the table, each kept for as long as its task is there: nothing flickers, and the focus stays where it is.

import type { Task } from "../operations/task.js";
import type { Speech } from "./failure.js";
import { makeRow, type Row, type RowActions, type RowLook } from "./row.js";

/**
 * @param body Where the rows are.
 * @returns What puts the tasks into rows, in their order, and what draws that which goes on by itself.
 */
export function makeRows(body: HTMLElement, actions: RowActions) {
  let rows = new Map<string, Row>();

  /** @param isNew Whether a task is otherwise than it was. The rows of the others are left alone. */
  function set(tasks: readonly Task[], speech: Speech, look: RowLook, isNew: (task: Task) => boolean): void {
    const focused = (body.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    const place = [...body.children].findIndex((row) => row.contains(focused));
    const before = rows;
    rows = new Map();
    for (const task of tasks) {
      const known = before.get(task.taskId);
      const row = known || makeRow(task, actions);
      if (!known || isNew(task)) row.render(task, speech, look);
      rows.set(task.taskId, row);
      before.delete(task.taskId);
    }
    for (const { root } of before.values()) root.remove();
    const order = [...rows.values()];
    let next = body.firstChild;
    for (const { root } of order) {
      // What is where it belongs is not touched: to be moved costs an element its focus.
      if (root === next) next = root.nextSibling;
      else body.insertBefore(root, next);
    }
    if (place < 0) return;
    // Where the row is gone, the one that has its place gets the focus.
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    else order[Math.min(place, order.length - 1)]?.focus();
  }

  function tick(speech: Speech): void {
    for (const { tick } of rows.values()) tick(speech);
  }
  return { set, tick };
}
