// A table with three tasks, and what a scenario reads of its rows.
// @ts-check
import { at, clear, now, put, task } from "./scripted.js";
import { elementOf, find, part, shadow } from "./shown.js";

/** @typedef {HTMLElementTagNameMap["sfs-turbo-tasks"]} TableElement */
/** @template Item @typedef {import("./scripted.js").AtLeast<Item>} AtLeast */

const minute = 60_000;
const id = (/** @type {number} */ number) => `5f5bd2c4-0000-4000-8000-00000000000${number}`;
export const tasks = /** @type {const} */ ([
  task({ taskId: id(1), type: "export", startTime: new Date(now - 12 * minute - 40_000) }),
  task({
    ...{ taskId: id(2), type: "preload", srcTarget: "models", srcPrefix: "", status: "SUCCESS" },
    ...{ startTime: new Date(now - 60 * minute), endTime: new Date(now - 50 * minute) },
  }),
  task({
    ...{ taskId: id(3), type: "import", srcTarget: "archive", srcPrefix: "2025/", status: "FAIL" },
    ...{ message: "The bucket is gone.", startTime: null },
  }),
]);

/** What a watch gives: the tasks of a listing, those that have changed, and the number of all. @param {readonly object[]} list */
export const update = (list, changed = list, count = list.length) => ({ tasks: list, changed, count });

/** @param {object} [properties] */
export const putTable = (properties) => put("sfs-turbo-tasks", properties);

/** A table that shows the three tasks. @param {object} [properties] */
export async function filled(properties) {
  clear();
  at(now);
  const scene = await putTable(properties);
  await scene.watches[0].give(update(tasks));
  return scene;
}

/** @param {TableElement} element */
export function rows(element) {
  const all = [...shadow(element).querySelectorAll("tbody tr")];
  return /** @type {AtLeast<HTMLTableRowElement>} */ (all);
}

/** The last digits of the tasks' ids, row by row. @param {TableElement} element */
export const ids = (element) => rows(element).map((row) => find(row, ".id").title.slice(-1));

/** @param {TableElement} element @param {string} name */
export const all = (element, name) =>
  /** @type {HTMLElement[]} */ ([...shadow(element).querySelectorAll(`[part="${name}"]`)]);

/** @param {TableElement} element */
export const focused = (element) => shadow(element).activeElement;

/** The row that has the focus, counted from 0; -1: none. @param {TableElement} element */
export const place = (element) => rows(element).findIndex((row) => row.contains(focused(element)));

/** The messages above the rows: their texts, and whether a screen reader reads them. @param {TableElement} element */
export function notice(element) {
  const box = part(element, "error");
  return [
    box.getAttribute("role"),
    ...box.innerText
      .replace(/\u00a0/g, " ")
      .split("\n")
      .filter(Boolean),
  ];
}

/** The changes of the shadow tree from now on. @param {TableElement} element */
export function observe(element) {
  /** @type {MutationRecord[]} */
  const records = [];
  const observer = new MutationObserver((more) => records.push(...more));
  observer.observe(shadow(element), {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  return {
    count: () => records.length,
    changed: () => records.flatMap(({ target }) => elementOf(target) ?? []),
    stop: () => observer.disconnect(),
  };
}
