// Every row of a list that is asked for page by page, and may move meanwhile.

import type { Task } from "../operations/task.js";

/** One page, as far as paging looks into it. */
export interface Page {
  readonly tasks: readonly Task[];
  readonly count: number;
  /** The service's own, whose entries may be no tasks. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** So many rows of the page before a page has again, to see whether the list has moved; of small pages a tenth. */
const mostOverlap = 10;

/** So many times in a row a page before is asked for in vain: the service may round offsets to whole pages. */
const mostFruitless = 10;

/**
 * Gives each page with the tasks that no page before had.
 *
 * Rows may be put in anywhere, and removed anywhere, between two pages. As long as those that stay keep their order, each
 * task that was there all the time is given exactly once: before a task that is known, all that were there all the time are
 * known. So a page that has one of them continues the pages before it. If it has none, rows before it were removed, and the
 * page before is asked for again.
 *
 * @param ask Asks for the page from a row on.
 */
export async function* pages<Asked extends Page>(
  ask: (offset: number) => Promise<Asked>,
  pageSize: number,
): AsyncGenerator<Asked> {
  const known = new Set<string>();
  let longest = 0;
  let position = 0;
  let fruitless = 0;
  /** How many rows were given since the last new one, but for those of pages before. */
  let repeated = 0;
  for (;;) {
    const usual = Math.max(1, Math.min(mostOverlap, Math.floor(pageSize / 10)));
    const overlap = Math.min(usual, Math.max(0, longest - 1));
    let offset = position - overlap;
    let page = await ask(offset);
    let isBack = false;
    while (fruitless < mostFruitless && overlap > 0 && offset > 0 && isApart(page, known)) {
      isBack = true;
      offset = Math.max(0, offset - pageSize);
      page = await ask(offset);
    }
    const { length } = page.raw.tasks as readonly unknown[];
    const tasks = page.tasks.filter(({ taskId }) => known.size < known.add(taskId).size);
    fruitless = tasks.length > 0 ? 0 : fruitless + (isBack ? 1 : 0);
    repeated = tasks.length > 0 ? 0 : repeated + (isBack ? 0 : length);
    if (tasks.length > 0) yield { ...page, tasks };
    position = offset + length;
    longest = Math.max(longest, length);
    // A service may give fewer or more rows than it is asked for, and may count others than these.
    const isCounted = length !== pageSize && position >= page.count;
    if (length === 0 || (length < pageSize && isCounted)) return;
    if (tasks.length === 0 && (length < longest || isCounted)) return;
    // Who gives the same rows again and again does not know offsets.
    if (repeated > 2 * known.size + pageSize) return;
  }
}

/** Whether a page has no task that is known. Where its first row is no task, nobody can tell. */
function isApart({ tasks, raw }: Page, known: ReadonlySet<string>): boolean {
  const [row] = raw.tasks as readonly unknown[];
  if (row !== undefined && tasks[0]?.raw !== row) return false;
  return !tasks.some(({ taskId }) => known.has(taskId));
}
