// Scenarios of <sfs-turbo-tasks>: rows, order, filters, choice, faults and the clock.
// @ts-check
import {
  all,
  filled,
  focused,
  ids,
  notice,
  observe,
  place,
  putTable,
  rows,
  tasks,
  update,
} from "./filled-table.js";
import { at, clear, error, now, task, turn } from "./scripted.js";
import { find, missing, part, texts, voice } from "./shown.js";

export async function tableLife() {
  clear();
  at(now);
  const { element, told, watches } = await putTable({ limit: 3 });
  const root = part(element, "root");
  const loading = [
    element.state,
    root.getAttribute("aria-busy"),
    part(element, "skeleton").checkVisibility(),
  ];
  const { shareId, type, status, limit } = watches[0].options;
  await watches[0].give(update(tasks, tasks, 8));
  const shown = texts(element);
  part(element, "more").click();
  await turn();
  const more = watches.map(({ options, returned }) => [options.limit, returned]);
  await watches[1].give(update([]));
  const empty = [texts(element), element.tasks.length, part(element, "table").checkVisibility()];
  const events = told.map(({ type, detail }) => [
    type,
    detail.tasks?.length,
    detail.changed?.length,
    detail.count,
  ]);
  return { loading, asked: { shareId, type, status, limit }, shown, more, empty, events };
}

/** Rows are kept: an update changes only the row of the changed task. */
export async function keyedRows() {
  const { element, watches } = await filled();
  const before = rows(element);
  find(before[1], "button.path").focus();
  const observer = observe(element);
  const ended = task({ ...tasks[0], status: "SUCCESS", endTime: new Date(now) });
  await watches[0].give(update([ended, tasks[1], tasks[2]], [ended]));
  const parts = observer.changed().map((node) => node.closest("tr") ?? node.part.value);
  const touched = [...new Set(parts)].map((node) => (node === before[0] ? "row 1" : node));
  const spoken = voice(element);
  observer.stop();
  const added = task({ taskId: "new-task-4" });
  await watches[0].give(update([added, tasks[2], ended, tasks[1]]));
  const reordered = { isKept: before.every((row) => rows(element).includes(row)), place: place(element) };
  await watches[0].give(update([added, tasks[2], ended]));
  const removed = place(element);
  await watches[0].give(update([]));
  return { touched, spoken, reordered, removed, left: rows(element).length };
}

export async function order() {
  const { element } = await filled();
  const seen = [];
  for (const index of [0, 1, 2, 3, 4]) {
    const head = all(element, "head")[index] ?? missing(`column ${index}`);
    for (let press = 0; press < 3; press += 1) {
      find(head, "button").click();
      await element.updateComplete;
      seen.push([ids(element).join(""), head.getAttribute("aria-sort")]);
    }
  }
  return seen;
}

export async function filters() {
  const { element, watches } = await filled();
  const [types, statuses] = /** @type {import("./scripted.js").AtLeast<HTMLSelectElement>} */ (
    all(element, "filter")
  );
  const options = [types, statuses].map((select) => [...select.options].map(({ text }) => text));
  types.value = "export";
  types.dispatchEvent(new Event("change"));
  await element.updateComplete;
  element.status = "ARCHIVED";
  await element.updateComplete;
  const asked = watches.map(({ options, returned }) => [options.type ?? "", options.status ?? "", returned]);
  const attributes = [element.getAttribute("type"), element.getAttribute("status")];
  return { options, asked, attributes, chosen: [types.value, statuses.value], left: rows(element).length };
}

export async function choice() {
  const { element, told } = await filled();
  find(rows(element)[1], "button.path").click();
  await element.updateComplete;
  const current = rows(element).map((row) => row.ariaCurrent);
  return { current, told: told.slice(1).map(({ type, detail }) => [type, detail.task?.taskId]) };
}

export async function tableFaults() {
  const { element, told, watches } = await filled();
  at(now + 40_000);
  await watches[0].fault(error({ kind: "throttled", requestId: "r" }), 12_000);
  const late = notice(element);
  await watches[0].same();
  const back = part(element, "error").checkVisibility();
  await watches[0].fail(
    error({ kind: "unauthenticated", errMsg: "Token must be updated", errCode: "APIGW.0307" }),
  );
  const failed = [element.state, ...notice(element)];
  return { late, back, failed, events: told.slice(1).map(({ detail }) => detail.final) };
}

/** The clock draws the running durations and nothing else. */
export async function clock() {
  const { setInterval } = globalThis;
  let tick = () => {};
  Object.assign(globalThis, {
    setInterval(/** @type {() => void} */ callback) {
      tick = callback;
      return 0;
    },
  });
  const { element } = await filled();
  globalThis.setInterval = setInterval;
  const durations = () => rows(element).map((row) => row.cells[4]?.textContent.replace(/\u00a0/g, " "));
  const before = durations();
  at(now + 20_000);
  const observer = observe(element);
  tick();
  await turn();
  return { before, after: durations(), changes: observer.count() };
}

/** A table longer than the window, for the accessibility tree. */
export async function longTable() {
  clear();
  const { element, watches } = await putTable({ limit: 300 });
  const many = Array.from({ length: 300 }, (_, index) =>
    task({ taskId: `task-${index}`, srcTarget: `target-${index}` }),
  );
  await watches[0].give(update(many));
  await element.updateComplete;
}

/** @type {Awaited<ReturnType<typeof filled>> | undefined} */
let table;

/** A table with tasks, for the keyboard. */
export async function keyboard() {
  table = await filled({ deletable: true });
}

export function whereFocusIs() {
  const { element, told } = table ?? missing("table");
  const active = focused(element);
  return {
    active: active && `${active.className} ${active.ariaLabel ?? active.textContent}`.trim(),
    row: place(element),
    told: told.slice(1).map(({ type }) => type),
  };
}
