// The rows of the table, each kept for as long as its task is there: nothing flickers, and the focus stays where it is.

import type { Task } from "../operations/task.js";
import type { Speech } from "./failure.js";
import { makeRow, type Row, type RowActions, type RowLook } from "./row.js";

/** How many rows are written in a frame. With 50, frames take more than 50 ms in Chromium; all 1,000 at once take 500. */
const ROWS_PER_FRAME = 20;

const nextFrame = () => new Promise(requestAnimationFrame);

/** @param body Where the rows are. */
export function makeRows(body: HTMLElement, actions: RowActions) {
  const rows = new Map<string, Row>();
  /** The ids of the tasks that are otherwise than in their rows. */
  const stale = new Set<string>();
  let newest: readonly [tasks: ReadonlyMap<string, Task>, speech: Speech, look: RowLook];
  let rest: Promise<void> | undefined;
  let now = 0;

  /**
   * Puts tasks into rows, in their order, and draws what goes on by itself: what is too much for now, in the next frames.
   *
   * @param changed The ids of the tasks that are otherwise than they were.
   */
  function draw(tasks: readonly Task[], changed: Iterable<string>, speech: Speech, look: RowLook): void {
    for (const id of changed) stale.add(id);
    newest = [new Map(tasks.map((task) => [task.taskId, task])), speech, look];
    // One time for all rows: else those above would change again and again, and the others wait for ever on a slow machine.
    if (!rest) now = Date.now();
    // Where nobody looks there are no frames.
    if (document.hidden) drawPart(Number.POSITIVE_INFINITY);
    else if (!rest && drawPart(ROWS_PER_FRAME)) rest = drawRest();
  }

  async function drawRest(): Promise<void> {
    // The first one shows what is drawn already.
    await nextFrame();
    do await nextFrame();
    while (body.isConnected && drawPart(ROWS_PER_FRAME));
    rest = undefined;
  }

  /** @returns Whether something is left. */
  function drawPart(count: number): boolean {
    const focused = (body.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    const place = [...body.children].findIndex((row) => row.contains(focused));
    const isLeft = fill(count);
    if (place >= 0) {
      // Where the row is gone, the one that has its place gets the focus.
      const row = body.children[Math.min(place, body.children.length - 1)];
      const heir = focused?.isConnected ? focused : row?.querySelector("button");
      heir?.focus({ preventScroll: true });
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
      // What is where it belongs is not touched: to be moved costs an element its focus.
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
    /** Settles when all is drawn. */
    get drawn(): Promise<void> | undefined {
      return rest;
    },
  };
}
