// Reads all rows of a list page by page, while the list may change.

import type { Task } from "../operations/task.js";

/** The parts of a page that paging uses. */
export interface Page {
  readonly tasks: readonly Task[];
  readonly count: number;
  /** The service's JSON. Its entries may not be tasks. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** How many rows of the last page the next page repeats, to detect changes of the list. For small pages it is a tenth. */
const MOST_OVERLAP = 10;

/** How many times in a row an earlier page is requested without a result: the service may round offsets to whole pages. */
const MOST_FRUITLESS = 10;

/**
 * Gives each page with the tasks that no earlier page had.
 *
 * Between two pages, rows may be added or removed anywhere. As long as the remaining rows keep their order, each task that
 * exists during the whole iteration comes exactly once. The reason: all such tasks before a known task are known too. So a page
 * with a known task continues the earlier pages. If a page has none, rows before it were removed, and the page before it is
 * requested again.
 *
 * @param ask Requests the page that starts at a row.
 */
export async function* pages<Asked extends Page>(
  ask: (offset: number) => Promise<Asked>,
  pageSize: number,
): AsyncGenerator<Asked> {
  const known = new Set<string>();
  let longest = 0;
  let position = 0;
  let fruitless = 0;
  /** How many rows came without a new one, except for pages that were requested again. */
  let repeated = 0;
  for (;;) {
    const usual = Math.max(1, Math.min(MOST_OVERLAP, Math.floor(pageSize / 10)));
    const overlap = Math.min(usual, Math.max(0, longest - 1));
    let offset = position - overlap;
    let page = await ask(offset);
    let isBack = false;
    while (fruitless < MOST_FRUITLESS && overlap > 0 && offset > 0 && isApart(page, known)) {
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
    // A service may return fewer or more rows than requested, and may count other rows.
    const isCounted = length !== pageSize && position >= page.count;
    if (length === 0 || (length < pageSize && isCounted)) return;
    if (tasks.length === 0 && (length < longest || isCounted)) return;
    // A service that returns the same rows again and again ignores offsets.
    if (repeated > 2 * known.size + pageSize) return;
  }
}

/** Whether a page has no known task. If its first row is not a task, it counts as having one. */
function isApart({ tasks, raw }: Page, known: ReadonlySet<string>): boolean {
  const [row] = raw.tasks as readonly unknown[];
  if (row !== undefined && tasks[0]?.raw !== row) return false;
  return !tasks.some(({ taskId }) => known.has(taskId));
}
