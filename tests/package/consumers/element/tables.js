// Scenarios of <sfs-turbo-tasks>: rows, order, filters, choice and deletion.
import { at, clear, error, now, part, put, task, texts, turn, voice } from "./scripted.js";

const minute = 60_000;
const startTime = new Date(now - 12 * minute - 40_000);
const [one, two, three] = [1, 2, 3].map((number) => `5f5bd2c4-0000-4000-8000-00000000000${number}`);
const tasks = [
  task({ taskId: one, type: "export", startTime }),
  task({
    ...{ taskId: two, type: "preload", srcTarget: "models", srcPrefix: "", status: "SUCCESS" },
    ...{ startTime: new Date(now - 60 * minute), endTime: new Date(now - 50 * minute) },
  }),
  task({
    ...{ taskId: three, type: "import", srcTarget: "archive", srcPrefix: "2025/", status: "FAIL" },
    ...{ message: "The bucket is gone.", startTime: null },
  }),
];
const update = (list, changed = list, count = list.length) => ({ tasks: list, changed, count });
const put1 = (properties) => put("sfs-turbo-tasks", properties);
const rows = (element) => [...element.shadowRoot.querySelectorAll("tbody tr")];
const ids = (element) => rows(element).map((row) => row.querySelector(".id").title.slice(-1));
const all = (element, name) => [...element.shadowRoot.querySelectorAll(`[part="${name}"]`)];
const focused = (element) => element.shadowRoot.activeElement;
const place = (element) => rows(element).findIndex((row) => row.contains(focused(element)));

/** The messages above the rows: their texts, and whether a screen reader reads them. */
function notice(element) {
  const box = part(element, "error");
  return [
    box.getAttribute("role"),
    ...box.innerText
      .replace(/\u00a0/g, " ")
      .split("\n")
      .filter(Boolean),
  ];
}

async function filled(properties) {
  clear();
  at(now);
  const scene = await put1(properties);
  await scene.watches[0].give(update(tasks));
  return scene;
}

export async function tableLife() {
  clear();
  at(now);
  const { element, told, watches } = await put1({ limit: 3 });
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
    detail.tasks.length,
    detail.changed.length,
    detail.count,
  ]);
  return { loading, asked: { shareId, type, status, limit }, shown, more, empty, events };
}

/** Rows are kept: an update changes only the row of the changed task. */
export async function keyedRows() {
  const { element, watches } = await filled();
  const before = rows(element);
  before[1].querySelector("button.path").focus();
  const changes = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(element.shadowRoot, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  const ended = task({ ...tasks[0], status: "SUCCESS", endTime: new Date(now) });
  await watches[0].give(update([ended, tasks[1], tasks[2]], [ended]));
  const parts = changes.map(({ target }) => target.closest?.("tr") ?? target.part?.value ?? target.role);
  const touched = [...new Set(parts)].map((node) => (node === before[0] ? "row 1" : node));
  const spoken = voice(element);
  observer.disconnect();
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
    const head = all(element, "head")[index];
    for (let press = 0; press < 3; press += 1) {
      head.querySelector("button").click();
      await element.updateComplete;
      seen.push([ids(element).join(""), head.getAttribute("aria-sort")]);
    }
  }
  return seen;
}

export async function filters() {
  const { element, watches } = await filled();
  const [types, statuses] = all(element, "filter");
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
  rows(element)[1].querySelector("button.path").click();
  await element.updateComplete;
  const current = rows(element).map((row) => row.ariaCurrent);
  return { current, told: told.slice(1).map(({ type, detail }) => [type, detail.task.taskId]) };
}

export async function removal() {
  const { element, told, watches, deletions } = await filled({ deletable: true });
  const [row, other] = rows(element);
  const press = (where, name) => where.querySelector(`.${name}`).click();
  const ask = row.querySelector(".delete");
  press(row, "delete");
  const asked = [
    row.querySelector(".question").innerText.trim(),
    focused(element).className,
    deletions.length,
  ];
  await watches[0].give(update([task({ ...tasks[0], message: "new" }), tasks[1], tasks[2]]));
  const still = [ask.checkVisibility(), focused(element).className];
  press(row, "keep");
  const kept = [ask.checkVisibility(), row.querySelector(".question"), focused(element).className];
  press(row, "delete");
  press(row, "confirm");
  const { shareId, taskId } = deletions[0].options;
  const busy = [ask.disabled, focused(element).className];
  deletions[0].resolve({});
  await turn();
  await watches[1].give(update([task({ ...tasks[0], status: "DELETING" }), tasks[1], tasks[2]]));
  const deleting = [ask.disabled, watches.length];
  press(other, "delete");
  press(other, "confirm");
  deletions[1].reject(error({ kind: "forbidden", errMsg: "no", errCode: "SFS.TURBO.9000" }));
  await turn();
  const refused = notice(element);
  part(element, "retry").click();
  await turn();
  const retried = [watches.length, part(element, "error").checkVisibility()];
  const events = told.map(({ type, detail }) => [type, detail.task?.taskId.slice(-1) ?? detail.final ?? ""]);
  return {
    ...{ label: ask.ariaLabel, asked, still, kept, taskId: [shareId, taskId], busy, deleting },
    ...{ refused, retried, events, deletions: deletions.length },
  };
}

export async function prevention() {
  const { element, deletions } = await filled({ deletable: true });
  document.addEventListener("sfs-task-delete", (event) => event.preventDefault(), { once: true });
  const [row] = rows(element);
  row.querySelector(".delete").click();
  const question = row.querySelector(".question");
  element.deletable = false;
  await element.updateComplete;
  return {
    question,
    deletions: deletions.length,
    buttons: all(element, "delete").filter((b) => b.checkVisibility()).length,
  };
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
  globalThis.setInterval = (callback) => {
    tick = callback;
    return 0;
  };
  const { element } = await filled();
  globalThis.setInterval = setInterval;
  const durations = () => rows(element).map((row) => row.children[4].textContent.replace(/\u00a0/g, " "));
  const before = durations();
  at(now + 20_000);
  const changes = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(element.shadowRoot, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  tick();
  await turn();
  return { before, after: durations(), changes: changes.length };
}

/** A thousand rows: an update of one task changes one row. */
export async function thousandRows() {
  clear();
  at(now);
  const { element, watches } = await put1({ limit: 1_000 });
  const many = Array.from({ length: 1_000 }, (_, index) => task({ taskId: `task-${index}`, raw: { index } }));
  await watches[0].give(update(many));
  await element.updateComplete;
  const changes = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(element.shadowRoot, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  const next = many.map((each) => ({ ...each }));
  next[500] = task({ taskId: "task-500", status: "SUCCESS", endTime: new Date(now) });
  await watches[0].give(update(next, [next[500]]));
  const touched = new Set(changes.map(({ target }) => target.closest?.("tr")?.rowIndex).filter(Boolean));
  return { rows: rows(element).length, touched: [...touched] };
}

/** Which rows are written in which frame, if all of a thousand rows are new, change, or are moved. */
export async function rowsPerFrame() {
  clear();
  at(now);
  // The writes are counted, not the time of the layout.
  const main = document.querySelector("main");
  main.hidden = true;
  const { element, watches } = await put1({ limit: 1_000 });
  const many = (fields) =>
    Array.from({ length: 1_000 }, (_, index) =>
      task({ taskId: `task-${index}`, srcTarget: `target-${String(index).padStart(3, "0")}`, ...fields }),
    );
  const frames = countRows(element);
  const give = (fields) => watches.at(-1).give(update(many(fields)));
  const paths = (text) => rows(element).filter(({ textContent }) => textContent.includes(text)).length;

  await give();
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

  const byPath = all(element, "sort")[2];
  byPath.click();
  byPath.click();
  await element.updateComplete;
  const [top] = rows(element);
  const sorted = [top.querySelector(".id").title, frames.take()];
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
  delete document.hidden;
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
  delete document.hidden;
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

/** Counts the rows that are written or moved between two frames. */
function countRows(element) {
  let counts = [];
  let written = new Set();
  let isOver = false;
  const next = () => {
    if (written.size > 0) counts.push(written.size);
    written = new Set();
    if (!isOver) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  const note = (records) => {
    for (const { target, addedNodes } of records) {
      for (const node of [target, ...addedNodes]) {
        const row = (node.parentElement ?? node).closest?.("tbody tr") ?? node.closest?.("tbody tr");
        if (row) written.add(row);
      }
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(element.shadowRoot, {
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

/** A table longer than the window, for the accessibility tree. */
export async function longTable() {
  clear();
  const { element, watches } = await put1({ limit: 300 });
  const many = Array.from({ length: 300 }, (_, index) =>
    task({ taskId: `task-${index}`, srcTarget: `target-${index}` }),
  );
  await watches[0].give(update(many));
  await element.updateComplete;
}

/** A table with tasks, for the keyboard. */
export async function keyboard() {
  const { element, watches, told } = await filled({ deletable: true });
  Object.assign(globalThis, { table: { element, watches, told } });
}

export function whereFocusIs() {
  const { element, told } = globalThis.table;
  const active = focused(element);
  return {
    active: active && `${active.className} ${active.ariaLabel ?? active.textContent}`.trim(),
    row: place(element),
    told: told.slice(1).map(({ type }) => type),
  };
}
