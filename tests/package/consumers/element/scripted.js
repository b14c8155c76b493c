// A client that answers when a scenario says so, and the element that gets it.
// @ts-check
import { main, missing } from "./shown.js";

/**
 * @typedef {import("sfs-turbo-tasks").Task} Task
 * @typedef {import("sfs-turbo-tasks/element").ElementClient} ElementClient
 * @typedef {import("sfs-turbo-tasks/element").SfsTurboEvents} Events
 * @typedef {"sfs-turbo-task" | "sfs-turbo-tasks"} Tag
 * @typedef {ReturnType<typeof scriptedClient>} Scripted
 * @typedef {ReturnType<typeof scriptedWatch>} Watch
 *
 * @typedef {object} Told an event of an element
 * @property {string} type
 * @property {Partial<Events["sfs-task-update"] & Events["sfs-task-settled"] & Events["sfs-task-error"] &
 *   Events["sfs-tasks-update"]>} detail
 *
 * @typedef {object} WatchOptions what an element passes to a watch
 * @property {string} shareId
 * @property {string} [taskId]
 * @property {string} [type]
 * @property {string} [status]
 * @property {number} [limit]
 * @property {(seen: unknown, looks: number) => number | undefined} interval
 * @property {(fault: { error: unknown, consecutive: number, nextDelay: number }) => void} onFault
 *
 * @typedef {object} Deletion a deletion that a scenario settles
 * @property {{ shareId: string, taskId: string }} options
 * @property {(value?: object) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

export const shareId = "share-1";
/** The time of the scenarios: the twelfth minute of the task. */
export const now = Date.UTC(2026, 10, 26, 15, 16, 40);

/**
 * As many as a scenario reads. One that reads more than there are fails.
 * @template Item
 * @typedef {[Item, Item, Item, ...Item[]]} AtLeast
 */

/** A task as the package returns it, also with fields of other types. @param {object} [fields] @returns {Task} */
export function task(fields = {}) {
  return {
    ...{ taskId: "5f5bd2c4-0000-4000-8000-000000000001", type: "export", status: "DOING" },
    ...{ srcTarget: "results", srcPrefix: "2026/", destTarget: "results", destPrefix: "2026/", message: "" },
    ...{ startTime: new Date(Date.UTC(2026, 10, 26, 15, 4)), endTime: null, requestId: "request-1", raw: {} },
    ...fields,
  };
}

/** An error as the package throws it. @param {object} fields */
export function error(fields) {
  return {
    name: "SfsTurboError",
    operation: "watchTask",
    errCode: "",
    errMsg: "",
    requestId: null,
    ...fields,
  };
}

/** A watch whose looks a scenario makes. @param {WatchOptions} options */
function scriptedWatch(options) {
  /** @type {{ resolve: (result: IteratorResult<unknown>) => void, reject: (reason: unknown) => void }[]} */
  const waiting = [];
  const take = () => waiting.shift() ?? missing("a look that the element waits for");
  /** @type {number | undefined} */
  let interval;
  const watch = {
    options,
    returned: 0,
    /** The pause that the element wanted after the last look with a change. */
    get interval() {
      return interval;
    },
    next: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
    async return() {
      watch.returned += 1;
      return { done: true, value: undefined };
    },
    /** A look with a change. @param {unknown} value */
    async give(value) {
      interval = options.interval(value, 1);
      take().resolve({ done: false, value });
      await turn();
    },
    /** A look without a change. */
    async same() {
      options.interval({}, 1);
      await turn();
    },
    /** @param {unknown} [value] */
    async end(value) {
      take().resolve({ done: true, value });
      await turn();
    },
    /** @param {unknown} reason */
    async fail(reason) {
      take().reject(reason);
      await turn();
    },
    /** @param {unknown} reason @param {number} [nextDelay] */
    async fault(reason, nextDelay = 1_000) {
      options.onFault({ error: reason, consecutive: 1, nextDelay });
      await turn();
    },
  };
  return watch;
}

export function scriptedClient() {
  /** @type {Watch[]} */
  const watches = [];
  /** @type {Deletion[]} */
  const deletions = [];
  const begin = (/** @type {WatchOptions} */ options) => {
    const watch = scriptedWatch(options);
    watches.push(watch);
    return watch;
  };
  const deleteTask = (/** @type {Deletion["options"]} */ options) =>
    new Promise((resolve, reject) => deletions.push({ options, resolve, reject }));
  /** @type {unknown} */
  const client = { watchTask: begin, watchTasks: begin, deleteTask };
  return {
    client: /** @type {ElementClient} */ (client),
    watches: /** @type {AtLeast<Watch>} */ (watches),
    deletions: /** @type {AtLeast<Deletion>} */ (deletions),
  };
}

/**
 * Puts an element with a client of its own into the page.
 * @template {Tag} Name
 * @param {Name} tag
 * @param {object} [properties]
 */
export async function put(tag, properties = {}) {
  const scripted = scriptedClient();
  const element = document.createElement(tag);
  const told = listen(element);
  Object.assign(element, { client: scripted.client, shareId, ...properties });
  main().append(element);
  await element.updateComplete;
  return { element, told, ...scripted };
}

const names = ["task-update", "task-settled", "task-error", "tasks-update", "task-select", "task-delete"];

/** The events of the elements below a node. @param {EventTarget} node */
export function listen(node) {
  /** @type {Told[]} */
  const told = [];
  for (const name of names) {
    node.addEventListener(`sfs-${name}`, (event) => {
      const { type, detail } = /** @type {CustomEvent<Told["detail"]>} */ (event);
      told.push({ type, detail });
    });
  }
  return told;
}

/** Lets every microtask run. */
export function turn() {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Sets the clock of the page. @param {number} time */
export function at(time) {
  Date.now = () => time;
}

export function clear() {
  main().replaceChildren();
}
