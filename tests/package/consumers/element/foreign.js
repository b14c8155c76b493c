// Scenarios with clients, providers and texts that are not this package's, and that fail.
// @ts-check
import { addWords, SfsTurboElement, SfsTurboTask } from "sfs-turbo-tasks/element";
import * as english from "sfs-turbo-tasks/messages/en";
import * as chinese from "sfs-turbo-tasks/messages/zh-CN";
import { clear, error, put, scriptedClient, shareId, task, turn } from "./scripted.js";
import { last, main, missing, part, shadow, texts } from "./shown.js";

/**
 * @typedef {import("./scripted.js").Watch} Watch
 * @typedef {import("sfs-turbo-tasks/element").ElementClient} ElementClient
 * @typedef {Event & { callback: (client: ElementClient, end: () => void) => void }} ContextRequest
 */

const taskId = "task-1";
const listed = (/** @type {object[]} */ tasks, changed = tasks) => ({ tasks, changed, count: tasks.length });
const ended = (/** @type {string} */ id) =>
  task({ taskId: id, status: "SUCCESS", endTime: new Date(Date.UTC(2026, 10, 26, 16, 4)) });

/**
 * Collects what nobody has caught, and what the page reports.
 * @param {() => Promise<unknown>} run
 */
async function troubles(run) {
  /** @type {string[]} */
  const seen = [];
  const collect = (/** @type {Event} */ event) => {
    event.preventDefault();
    const { reason, error } = /** @type {Event & { reason?: Error, error?: Error }} */ (event);
    seen.push(String((reason ?? error)?.message));
  };
  for (const name of ["error", "unhandledrejection"]) addEventListener(name, collect);
  const value = await run();
  // Rejections are reported in a later task.
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const name of ["error", "unhandledrejection"]) removeEventListener(name, collect);
  return [value, seen];
}

/** Watches that cannot be left, errors that cannot be read, values that cannot be shown. */
export function otherClients() {
  const pending = () => new Promise(() => {});
  /** @type {object} */
  const unreadable = new Proxy({}, { get: () => Reflect.get(unreadable, "none").none });
  const watches = {
    noReturn: { next: pending },
    returnThrows: {
      next: pending,
      return() {
        throw new Error("return");
      },
    },
    returnRejects: { next: pending, return: () => Promise.reject(new Error("return")) },
    noText: { next: () => Promise.reject(Object.create(null)) },
    unreadable: { next: () => Promise.reject(unreadable) },
    noNext: {},
  };
  return troubles(async () => {
    clear();
    const states = [];
    for (const watch of Object.values(watches)) {
      const client = { watchTask: () => watch };
      const { element } = await put("sfs-turbo-task", { client, taskId });
      await turn();
      states.push([element.state, part(element, "status").textContent]);
      element.remove();
      await turn();
    }
    return states;
  });
}

/** A task that went through JSON, and a task whose time is none. */
export async function otherTimes() {
  clear();
  const card = await put("sfs-turbo-task", { taskId });
  await card.watches[0].give(JSON.parse(JSON.stringify(ended(taskId))));
  const json = texts(card.element).slice(-2);
  await card.watches[0].give(task({ startTime: new Date(Number.NaN) }));
  const none = part(card.element, "times").checkVisibility();
  const table = await put("sfs-turbo-tasks");
  await table.watches[0].give(JSON.parse(JSON.stringify(listed([ended("a"), task({ startTime: "none" })]))));
  const [first, second] = shadow(table.element).querySelectorAll("[part=row]");
  const times = (/** @type {Element | undefined} */ row = missing("row")) =>
    [...row.querySelectorAll(".even")].map((cell) =>
      /** @type {HTMLElement} */ (cell).innerText.replace(/\u00a0/g, " "),
    );
  return { json, none, rows: [times(first), times(second)] };
}

/** What is not a listing is an error of the table, and the page can continue. */
export function otherValues() {
  return troubles(async () => {
    clear();
    const seen = [];
    for (const value of [
      {},
      { tasks: null, changed: [], count: 1 },
      { tasks: [null], changed: [], count: 1 },
    ]) {
      const { element, told, watches } = await put("sfs-turbo-tasks");
      await watches[0].give(value);
      const { state } = element;
      void element.refresh();
      await element.updateComplete;
      await watches[1].give(listed([task()]));
      const errors = told.filter(({ type }) => type === "sfs-task-error").map(({ detail }) => detail.final);
      seen.push([state, errors, element.state, element.tasks.length]);
    }
    return seen;
  });
}

/** Texts that throw in the first frames, while rows wait, and later do not. */
export function otherTexts() {
  return troubles(async () => {
    clear();
    const { element, watches } = await put("sfs-turbo-tasks");
    const tasks = Array.from({ length: 100 }, (_, index) => ended(`task-${index}`));
    const shown = () => {
      const all = [...shadow(element).querySelectorAll(".row [part=status]")];
      return [all.length, ...new Set(all.map(({ textContent }) => textContent))];
    };
    const seen = [];
    /** @type {unknown} */
    const broken = {
      describeStatus: () => null,
      describeType() {
        throw new Error("describeType");
      },
      describeError: () => ({}),
    };
    SfsTurboElement.messages = /** @type {import("sfs-turbo-tasks/element").ElementMessages} */ (broken);
    await watches[0].give(listed(tasks));
    await watches[0].fault(error({ kind: "network", message: "lost" }), 1_000);
    await element.updateComplete;
    seen.push(shown());
    // One text for another, in the same language: all rows are written anew.
    for (const messages of [chinese, english, { describeStatus: chinese.describeStatus }, undefined]) {
      SfsTurboElement.messages = messages;
      await watches[0].give(listed(tasks, []));
      await element.updateComplete;
      seen.push(shown());
    }
    addWords("en", { statuses: { SUCCESS: "Done" } });
    await watches[0].give(listed(tasks, []));
    await element.updateComplete;
    seen.push(shown());
    addWords("en", { statuses: { SUCCESS: "Successful" } });
    return seen;
  });
}

/** A provider that throws when the element leaves. */
export function throwingProvider() {
  return troubles(async () => {
    clear();
    const { client, watches } = scriptedClient();
    const answer = (/** @type {Event} */ event) => {
      /** @type {ContextRequest} */ (event).callback(client, () => {
        throw new Error("unsubscribe");
      });
    };
    document.addEventListener("context-request", answer, { once: true });
    const card = document.createElement("sfs-turbo-task");
    Object.assign(card, { shareId, taskId });
    main().append(card);
    await card.updateComplete;
    card.remove();
    await turn();
    return watches.map(({ returned }) => returned);
  });
}

/** Providers that move or remove the element before they answer. */
export async function movingProviders() {
  clear();
  const [first, second] = [scriptedClient(), scriptedClient()];
  /** @type {[near: HTMLElement, far: HTMLElement]} */
  const boxes = [document.createElement("div"), document.createElement("div")];
  main().append(...boxes);
  const subscribed = /** @type {[near: number, far: number]} */ ([0, 0]);
  /** @param {0 | 1} index @param {{ client: ElementClient }} scripted @param {() => void} [before] */
  const provide = (index, { client }, before) =>
    boxes[index].addEventListener("context-request", (event) => {
      event.stopPropagation();
      before?.();
      subscribed[index] += 1;
      /** @type {ContextRequest} */ (event).callback(client, () => {
        subscribed[index] -= 1;
      });
    });
  const card = document.createElement("sfs-turbo-task");
  Object.assign(card, { shareId, taskId });
  let move = () => boxes[1].append(card);
  provide(0, first, () => move());
  provide(1, second);
  boxes[0].append(card);
  await card.updateComplete;
  const moved = [card.client === second.client, first.watches.length, second.watches.length, [...subscribed]];
  card.remove();
  await card.updateComplete;
  move = () => card.remove();
  boxes[0].append(card);
  await card.updateComplete;
  return { moved, removed: [card.client, first.watches.length, [...subscribed]] };
}

/** What a listener of a look awaits is the next look. */
export async function refreshingListeners() {
  clear();
  const { element, watches } = await put("sfs-turbo-task", { taskId });
  /** @type {string[]} */
  const order = [];
  /** @type {[event: string, look: (watch: Watch) => Promise<void>][]} */
  const looks = [
    ["sfs-task-error", (watch) => watch.fail(error({ kind: "forbidden" }))],
    ["sfs-task-update", (watch) => watch.give(task())],
    ["sfs-task-error", (watch) => watch.fault(error({ kind: "network" }), 1_000)],
    ["sfs-task-settled", (watch) => watch.end()],
  ];
  for (const [index, [name, look]] of looks.entries()) {
    const listen = () => element.refresh().then(() => order.push(`refreshed ${index}`));
    element.addEventListener(name, listen, { once: true });
    await look(last(watches));
    order.push(`looked ${index}`);
    await last(watches).give(task({ status: `${index}` }));
  }
  return order;
}

/** A deletion that fails when the table shows another file system already. */
export async function lateRefusal() {
  clear();
  const { element, told, watches, deletions } = await put("sfs-turbo-tasks", { deletable: true });
  await watches[0].give(listed([task()]));
  part(element, "delete").click();
  part(element, "confirm").click();
  element.shareId = "share-2";
  await element.updateComplete;
  await watches[1].give(listed([task()]));
  deletions[0].reject(error({ kind: "forbidden" }));
  await turn();
  const errors = told.filter(({ type }) => type === "sfs-task-error").length;
  return [deletions[0].options.shareId, errors, part(element, "error").checkVisibility(), watches.length];
}

/** The focus, when what has it is no longer shown. */
export async function lostFocus() {
  clear();
  const { element, watches, deletions } = await put("sfs-turbo-tasks", { deletable: true, limit: 1 });
  await watches[0].give({ ...listed([ended("a")]), count: 2 });
  part(element, "more").focus();
  part(element, "more").click();
  await element.updateComplete;
  await watches[1].give(listed([ended("a"), ended("b")]));
  const focus = () => shadow(element).activeElement === part(element, "root");
  const more = focus();
  await watches[1].give(listed([ended("b")], []));
  part(element, "delete").click();
  part(element, "confirm").click();
  deletions[0].resolve();
  await turn();
  await watches[2].give(listed([], []));
  return { more, empty: focus(), page: document.activeElement === element };
}

/** Names for one class. */
export function otherNames() {
  for (const tag of ["sfs-turbo-task", "my-task", "my-task", "my-other-task"]) SfsTurboTask.define(tag);
  const names = ["sfs-turbo-task", "my-task", "my-other-task"];
  const made = names.map((name) => document.createElement(name) instanceof SfsTurboTask);
  let refusal = "";
  try {
    SfsTurboTask.define("notag");
  } catch (error) {
    refusal = error instanceof Error ? error.name : "";
  }
  return [[...made, refusal], customElements.get("sfs-turbo-task") === SfsTurboTask];
}

/** The filters: their height, and the contrast of their border, in light and dark. */
export async function filterLooks() {
  clear();
  const { element, watches } = await put("sfs-turbo-tasks");
  await watches[0].give(listed([task({ type: "<b>".repeat(4_000) })]));
  const filter = part(element, "filter");
  const canvas = new OffscreenCanvas(1, 1).getContext("2d") ?? missing("canvas");
  const light = (/** @type {string} */ color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrasts = ["light", "dark"].map((scheme) => {
    element.style.colorScheme = scheme;
    const border = light(getComputedStyle(filter).borderColor);
    const surface = light(getComputedStyle(part(element, "root")).backgroundColor);
    return (Math.max(border, surface) + 0.05) / (Math.min(border, surface) + 0.05) >= 3;
  });
  const row = part(element, "row").getBoundingClientRect().height;
  return { contrasts, isHigh: filter.getBoundingClientRect().height >= 24, isRowLow: row < 100 };
}

/** What is under the pointer when a delete button has been pressed: its whole area, where a second click may be. */
export async function secondClick() {
  clear();
  const { element, watches } = await put("sfs-turbo-tasks", { deletable: true });
  await watches[0].give(listed([ended("a"), ended("b")]));
  const ask = part(element, "delete");
  ask.scrollIntoView({ inline: "end" });
  const { left, right, top, bottom } = ask.getBoundingClientRect();
  ask.click();
  const hit = new Set();
  for (let x = left + 1; x < right; x += 2) {
    for (let y = top + 1; y < bottom; y += 2) {
      hit.add(shadow(element).elementFromPoint(x, y)?.localName);
    }
  }
  return [hit.has("button"), hit.has(undefined), part(element, "question").innerText.split(/\s*\n\s*/)];
}
