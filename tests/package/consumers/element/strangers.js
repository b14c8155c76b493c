// Scenarios with clients, providers and texts that are not this package's, and that fail.
import { addWords, SfsTurboElement, SfsTurboTask } from "sfs-turbo-tasks/element";
import * as english from "sfs-turbo-tasks/messages/en";
import * as chinese from "sfs-turbo-tasks/messages/zh-CN";
import { clear, error, part, put, scriptedClient, shareId, task, texts, turn } from "./scripted.js";

const taskId = "task-1";
const listed = (tasks, changed = tasks) => ({ tasks, changed, count: tasks.length });
const ended = (id) =>
  task({ taskId: id, status: "SUCCESS", endTime: new Date(Date.UTC(2026, 10, 26, 16, 4)) });

/** Collects what nobody has caught, and what the page reports. */
async function troubles(run) {
  const seen = [];
  const collect = (event) => {
    event.preventDefault();
    seen.push(String((event.reason ?? event.error).message));
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
  const unreadable = new Proxy({}, { get: () => unreadable.none.none });
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
  const [first, second] = table.element.shadowRoot.querySelectorAll("[part=row]");
  const times = (row) =>
    [...row.querySelectorAll(".even")].map(({ innerText }) => innerText.replace(/\u00a0/g, " "));
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
      const all = [...element.shadowRoot.querySelectorAll(".row [part=status]")];
      return [all.length, ...new Set(all.map(({ textContent }) => textContent))];
    };
    const seen = [];
    SfsTurboElement.messages = {
      describeStatus: () => null,
      describeType() {
        throw new Error("describeType");
      },
      describeError: () => ({}),
    };
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
    const answer = (event) => {
      event.callback(client, () => {
        throw new Error("unsubscribe");
      });
    };
    document.addEventListener("context-request", answer, { once: true });
    const card = document.createElement("sfs-turbo-task");
    Object.assign(card, { shareId, taskId });
    document.querySelector("main").append(card);
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
  const boxes = [document.createElement("div"), document.createElement("div")];
  document.querySelector("main").append(...boxes);
  const subscribed = [0, 0];
  const provide = (index, { client }, before) =>
    boxes[index].addEventListener("context-request", (event) => {
      event.stopPropagation();
      before?.(event.target);
      subscribed[index] += 1;
      event.callback(client, () => {
        subscribed[index] -= 1;
      });
    });
  const card = document.createElement("sfs-turbo-task");
  Object.assign(card, { shareId, taskId });
  let move = (element) => boxes[1].append(element);
  provide(0, first, (element) => move(element));
  provide(1, second);
  boxes[0].append(card);
  await card.updateComplete;
  const moved = [card.client === second.client, first.watches.length, second.watches.length, [...subscribed]];
  card.remove();
  await card.updateComplete;
  move = (element) => element.remove();
  boxes[0].append(card);
  await card.updateComplete;
  return { moved, removed: [card.client, first.watches.length, [...subscribed]] };
}

/** What a listener of a look awaits is the next look. */
export async function refreshingListeners() {
  clear();
  const { element, watches } = await put("sfs-turbo-task", { taskId });
  const order = [];
  const names = ["sfs-task-error", "sfs-task-update", "sfs-task-error", "sfs-task-settled"];
  const looks = [
    (watch) => watch.fail(error({ kind: "forbidden" })),
    (watch) => watch.give(task()),
    (watch) => watch.fault(error({ kind: "network" }), 1_000),
    (watch) => watch.end(),
  ];
  for (const [index, name] of names.entries()) {
    const listen = () => element.refresh().then(() => order.push(`refreshed ${index}`));
    element.addEventListener(name, listen, { once: true });
    await looks[index](watches.at(-1));
    order.push(`looked ${index}`);
    await watches.at(-1).give(task({ status: `${index}` }));
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
  const focus = () => element.shadowRoot.activeElement === part(element, "root");
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
  try {
    SfsTurboTask.define("notag");
  } catch ({ name }) {
    made.push(name);
  }
  return [made, customElements.get("sfs-turbo-task") === SfsTurboTask];
}

/** The filters: their height, and the contrast of their border, in light and dark. */
export async function filterLooks() {
  clear();
  const { element, watches } = await put("sfs-turbo-tasks");
  await watches[0].give(listed([task({ type: "<b>".repeat(4_000) })]));
  const filter = part(element, "filter");
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  const light = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
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
      hit.add(element.shadowRoot.elementFromPoint(x, y)?.localName);
    }
  }
  return [hit.has("button"), hit.has(undefined), part(element, "question").innerText.split(/\s*\n\s*/)];
}
