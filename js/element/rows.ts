// The rows of the table. Each row is kept as long as its task exists: nothing flickers, and the focus stays.

import type { Task } from "../operations/task.js";
import type { Speech } from "./failure.js";
import { makeRow, type Row, type RowActions, type RowLook } from "./row.js";

/** How many rows are written in one frame. With 50, frames take more than 50 ms in Chromium; all 1,000 at once take 500 ms. */
const ROWS_PER_FRAME = 20;

/** Settles in the next frame. A hidden page has none: there it settles at once, also if the page is hidden meanwhile. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) return resolve();
    const settle = () => {
      document.removeEventListener("visibilitychange", settle);
      cancelAnimationFrame(frame);
      resolve();
    };
    const frame = requestAnimationFrame(settle);
    document.addEventListener("visibilitychange", settle);
  });
}

const rowsPerPart = () => (document.hidden ? Number.POSITIVE_INFINITY : ROWS_PER_FRAME);

/** @param body The element that holds the rows. */
export function makeRows(body: HTMLElement, actions: RowActions) {
  const rows = new Map<string, Row>();
  /** The ids of the tasks whose rows are out of date. */
  const stale = new Set<string>();
  let newest: readonly [tasks: ReadonlyMap<string, Task>, speech: Speech, look: RowLook];
  let rest: Promise<void> | undefined;
  let now = 0;

  /**
   * Puts tasks into rows, in their order, and draws the running times. What does not fit into this frame follows in the next
   * ones.
   *
   * @param changed The ids of the tasks that have changed.
   */
  function draw(tasks: readonly Task[], changed: Iterable<string>, speech: Speech, look: RowLook): void {
    for (const id of changed) stale.add(id);
    newest = [new Map(tasks.map((task) => [task.taskId, task])), speech, look];
    // One time for all rows. Otherwise the first rows would change again and again, and on a slow machine the last ones would
    // wait forever.
    if (!rest) now = Date.now();
    if ((document.hidden || !rest) && drawPart(rowsPerPart())) rest = drawRest();
  }

  async function drawRest(): Promise<void> {
    try {
      // The first row shows what is drawn already.
      await nextFrame();
      do await nextFrame();
      while (body.isConnected && drawPart(rowsPerPart()));
    } finally {
      rest = undefined;
    }
  }

  /** @returns Whether there are more rows to write. */
  function drawPart(count: number): boolean {
    const focused = (body.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    const place = [...body.children].findIndex((row) => row.contains(focused));
    const isLeft = fill(count);
    if (place >= 0) {
      // If the row is gone, the row in its place gets the focus; without any row, the table.
      const row = body.children[Math.min(place, body.children.length - 1)];
      const heir = focused?.isConnected ? focused : row?.querySelector("button");
      (heir || body.closest<HTMLElement>(".root"))?.focus({ preventScroll: true });
    }
    return isLeft;
  }

  function fill(count: number): boolean {
    const [tasks, speech, look] = newest;
    for (const [id, { root }] of rows) {
      if (tasks.has(id)) continue;
      root.remove();
      rows.delete(id);
    }
    let left = count;
    let next = body.firstChild;
    for (const [id, task] of tasks) {
      if (left === 0) return true;
      const known = rows.get(id);
      const row = known || makeRow(task, actions);
      const { root } = row;
      rows.set(id, row);
      // A row in the right place is not touched: an element that is moved loses its focus.
      const isThere = root === next;
      if (isThere) next = root.nextSibling;
      else body.insertBefore(root, next);
      const isStale = stale.delete(id) || !known;
      if (isStale) row.render(task, speech, look);
      if (row.tick(speech, now) || isStale || !isThere) left -= 1;
    }
    stale.clear();
    return false;
  }

  return {
    draw,
    /** Settles when everything is drawn. */
    get drawn(): Promise<void> | undefined {
      return rest;
    },
  };
}
