// Scenarios of <sfs-turbo-tasks> with a thousand rows: which are written, and in which frame.
// @ts-check
import { all, observe, putTable, rows, update } from "./filled-table.js";
import { at, clear, now, task } from "./scripted.js";
import { elementOf, find, main as findMain, last, missing, shadow } from "./shown.js";

/** A thousand rows: an update of one task changes one row. */
export async function thousandRows() {
  clear();
  at(now);
  const { element, watches } = await putTable({ limit: 1_000 });
  const many = Array.from({ length: 1_000 }, (_, index) => task({ taskId: `task-${index}`, raw: { index } }));
  await watches[0].give(update(many));
  await element.updateComplete;
  const observer = observe(element);
  const next = many.map((each) => ({ ...each }));
  const ended = task({ taskId: "task-500", status: "SUCCESS", endTime: new Date(now) });
  next[500] = ended;
  await watches[0].give(update(next, [ended]));
  const touched = new Set(
    observer
      .changed()
      .map((node) => node.closest("tr")?.rowIndex)
      .filter(Boolean),
  );
  return { rows: rows(element).length, touched: [...touched] };
}

/** Which rows are written in which frame, if all of a thousand rows are new, change, or are moved. */
export async function rowsPerFrame() {
  clear();
  at(now);
  // The writes are counted, not the time of the layout.
  const main = findMain();
  main.hidden = true;
  const { element, watches } = await putTable({ limit: 1_000 });
  const many = (/** @type {object | undefined} */ fields) =>
    Array.from({ length: 1_000 }, (_, index) =>
      task({ taskId: `task-${index}`, srcTarget: `target-${String(index).padStart(3, "0")}`, ...fields }),
    );
  const frames = countRows(element);
  const give = (/** @type {object | undefined} */ fields) => last(watches).give(update(many(fields)));
  const paths = (/** @type {string} */ text) =>
    rows(element).filter(({ textContent }) => textContent.includes(text)).length;

  await give({});
  const first = rows(element).length;
  await element.updateComplete;
  const shown = [first, rows(element).length, frames.take()];

  await give({ srcPrefix: "two/" });
  await element.updateComplete;
  const changed = [paths("two/"), frames.take()];

  // A newer answer replaces the rows that wait.
  await give({ srcPrefix: "three/" });
  await give({ srcPrefix: "four/" });
  const between = [paths("three/"), paths("four/")];
  await element.updateComplete;
  const replaced = [between, paths("four/"), frames.take()];

  const byPath = all(element, "sort")[2] ?? missing("third column");
  byPath.click();
  byPath.click();
  await element.updateComplete;
  const [top] = rows(element);
  const sorted = [find(top, ".id").title, frames.take()];
  at(now + 20_000);
  byPath.click();
  await element.updateComplete;
  const ticked = [paths("13\u00a0min"), Math.max(...frames.take())];

  // A removed table is not drawn any more. When it is back, it continues where it stopped.
  await give({ srcPrefix: "five/" });
  element.remove();
  await element.updateComplete;
  const removed = paths("five/");
  main.append(element);
  await element.updateComplete;
  const back = paths("five/");
  frames.take();

  // A hidden page has no frames.
  Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
  await give({ srcPrefix: "six/" });
  Reflect.deleteProperty(document, "hidden");
  const hidden = paths("six/");
  frames.stop();

  // A page that is hidden while rows wait for a frame, which does not come then.
  const { requestAnimationFrame } = globalThis;
  globalThis.requestAnimationFrame = () => 0;
  await give({ srcPrefix: "eight/" });
  const waiting = paths("eight/");
  Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
  document.dispatchEvent(new Event("visibilitychange"));
  await element.updateComplete;
  Reflect.deleteProperty(document, "hidden");
  globalThis.requestAnimationFrame = requestAnimationFrame;
  const hiddenMeanwhile = [waiting, paths("eight/")];

  // A machine so slow that each row takes a second: the durations of the first rows do not delay the others.
  let time = now;
  Date.now = () => {
    time += 1_000;
    return time;
  };
  await give({ srcPrefix: "seven/" });
  await element.updateComplete;
  const slow = paths("seven/");
  at(now);
  main.hidden = false;
  return { shown, changed, replaced, sorted, ticked, removed, back, hidden, hiddenMeanwhile, slow };
}

/**
 * Counts the rows that are written or moved between two frames.
 * @param {import("./filled-table.js").TableElement} element
 */
function countRows(element) {
  /** @type {number[]} */
  let counts = [];
  /** @type {Set<Element>} */
  let written = new Set();
  let isOver = false;
  const next = () => {
    if (written.size > 0) counts.push(written.size);
    written = new Set();
    if (!isOver) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  const note = (/** @type {MutationRecord[]} */ records) => {
    for (const { target, addedNodes } of records) {
      for (const node of [target, ...addedNodes]) {
        const row = elementOf(node)?.closest("tbody tr");
        if (row) written.add(row);
      }
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(shadow(element), {
    ...{ subtree: true, childList: true, characterData: true, attributes: true },
  });
  return {
    /** The number of rows in each frame since the last call. */
    take() {
      note(observer.takeRecords());
      const taken = written.size > 0 ? [...counts, written.size] : counts;
      counts = [];
      written = new Set();
      return taken;
    },
    stop() {
      isOver = true;
      observer.disconnect();
    },
  };
}
