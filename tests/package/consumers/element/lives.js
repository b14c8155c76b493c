// Scenarios of when an element asks, and when it does not.
import { createClient } from "sfs-turbo-tasks";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { clear, error, part, put, scriptedClient, shareId, task, turn } from "./scripted.js";

const taskId = "task-1";
const put1 = (properties) => put("sfs-turbo-task", { taskId, ...properties });
const count = (watches) => watches.map(({ options, returned }) => [options.taskId, returned]);

export async function changes() {
  clear();
  const { element, told, watches } = await put1();
  const first = watches[0];
  Object.assign(element, { taskId: "task-2", interval: 300 });
  element.setAttribute("share-id", "share-2");
  await element.updateComplete;
  const restarted = count(watches);
  const { shareId: share, taskId: id } = watches[1].options;
  await first.give(task({ taskId: "task-1" }));
  await first.fault(error({ kind: "network" }), 1_000);
  const stale = { told: told.length, task: element.task };
  await watches[1].give(task({ taskId: "task-2" }));
  const interval = watches[1].interval;
  element.setAttribute("task-id", "task-2");
  element.interval = 300;
  await element.updateComplete;
  const same = watches.length;
  element.interval = null;
  await element.updateComplete;
  const slower = { watches: count(watches), task: element.task.taskId };
  element.client = scriptedClient().client;
  await element.updateComplete;
  return { restarted, asked: [share, id], stale, interval, same, slower, left: element.task };
}

export async function moves() {
  clear();
  const { element, watches } = await put1();
  const box = document.createElement("div");
  document.querySelector("main").append(box);
  box.append(element);
  element.remove();
  document.querySelector("main").prepend(element);
  await turn();
  const moved = count(watches);
  element.remove();
  await Promise.resolve();
  await Promise.resolve();
  const removed = count(watches);
  box.append(element);
  await turn();
  const back = count(watches);
  await watches[1].give(task({ status: "SUCCESS" }));
  await watches[1].end(task({ status: "SUCCESS" }));
  element.remove();
  await turn();
  box.append(element);
  await turn();
  return { moved, removed, back, settled: count(watches) };
}

export async function pauses() {
  clear();
  const { element, watches } = await put1({ paused: true });
  const idle = [element.state, watches.length, element.hasAttribute("paused")];
  element.paused = false;
  await element.updateComplete;
  await watches[0].give(task());
  await watches[0].fault(error({ kind: "network" }), 1_000);
  const isLate = part(element, "error").checkVisibility();
  element.paused = true;
  await element.updateComplete;
  const notices = [isLate, part(element, "error").checkVisibility()];
  const paused = [element.state, watches[0].returned, element.task !== null];
  await element.refresh();
  element.paused = undefined;
  await element.updateComplete;
  return { idle, paused, notices, watches: watches.length, attribute: element.hasAttribute("paused") };
}

/** What is not complete asks nothing. */
export async function incomplete() {
  clear();
  const seen = [];
  for (const properties of [{ client: null }, { shareId: "" }, { shareId: null }, { taskId: null }]) {
    const { element, watches } = await put1(properties);
    seen.push([element.state, watches.length, element.shadowRoot.querySelector("[aria-busy]")]);
  }
  return seen;
}

export async function refreshes() {
  clear();
  const { element, watches } = await put1();
  await watches[0].give(task());
  const order = [];
  const refreshed = element.refresh().then(() => order.push("refreshed"));
  await turn();
  order.push("asked");
  await watches[1].give(task());
  await refreshed;
  const removed = element.refresh().then(() => order.push("removed"));
  element.remove();
  await removed;
  return { order, watches: count(watches) };
}

/** Timers and listeners that are left once elements are gone. */
export async function leaks() {
  clear();
  const timers = new Set();
  const { setInterval, clearInterval } = globalThis;
  globalThis.setInterval = (...given) => {
    const timer = setInterval(...given);
    timers.add(timer);
    return timer;
  };
  globalThis.clearInterval = (timer) => {
    timers.delete(timer);
    clearInterval(timer);
  };
  const all = [];
  for (let index = 0; index < 10; index += 1) {
    const card = await put1();
    await card.watches[0].give(task());
    const table = await put("sfs-turbo-tasks");
    await table.watches[0].give({ tasks: [task()], changed: [], count: 1 });
    all.push(card, table);
  }
  const during = timers.size;
  clear();
  await turn();
  const after = timers.size;
  Object.assign(globalThis, { setInterval, clearInterval });
  return { during, after, returned: all.map(({ watches }) => watches[0].returned) };
}

/** A thousand elements on a page: each asks once, and one timer is enough for all. */
export async function thousand() {
  clear();
  const { client, watches } = scriptedClient();
  const main = document.querySelector("main");
  for (let index = 0; index < 1_000; index += 1) {
    const element = document.createElement("sfs-turbo-task");
    Object.assign(element, { client, shareId, taskId: `task-${index}` });
    main.append(element);
  }
  await turn();
  await Promise.all(watches.map((watch, index) => watch.give(task({ taskId: `task-${index}` }))));
  const running = [...main.children].filter(({ state }) => state === "running").length;
  const ids = new Set(watches.map(({ options }) => options.taskId)).size;
  const sheets = new Set([...main.children].map(({ shadowRoot }) => shadowRoot.adoptedStyleSheets[0])).size;
  clear();
  await turn();
  return { running, ids, sheets, returned: watches.filter(({ returned }) => returned === 1).length };
}

/** The real client and an emulator: what is under way when an element is taken out of the page. */
export async function requests() {
  clear();
  const emulator = createEmulator();
  const signals = [];
  const { endpoint, projectId, token } = emulator;
  const fetch = (url, init) => {
    signals.push(init.signal);
    return emulator.fetch(url, init);
  };
  const listeners = countListeners();
  const client = createClient({ endpoint, projectId, token, fetch });
  const share = emulator.addFileSystem();
  const ids = emulator.addTask({ shareId: share, duration: Number.POSITIVE_INFINITY });
  emulator.misbehave({ hang: "headers" });
  const card = await put("sfs-turbo-task", { client, shareId: share, taskId: ids.taskId });
  const table = await put("sfs-turbo-tasks", { client, shareId: share });
  while (listeners.left() === 0) await turn();
  const during = listeners.left();
  card.element.remove();
  table.element.remove();
  await turn();
  await turn();
  return { requests: signals.length, aborted: signals[0].aborted, during, after: listeners.stop() };
}

/** The real client and an emulator: a task is deleted, and is gone at last. */
export async function deletes() {
  clear();
  const emulator = createEmulator();
  const { endpoint, projectId, token, fetch } = emulator;
  const client = createClient({ endpoint, projectId, token, fetch });
  const share = emulator.addFileSystem();
  const { taskId } = emulator.addTask({ shareId: share, duration: Number.POSITIVE_INFINITY });
  const table = await put("sfs-turbo-tasks", { client, shareId: share, deletable: true, interval: 250 });
  const card = await put("sfs-turbo-task", { client, shareId: share, taskId, interval: 250 });
  const seen = (type, fits) =>
    card.told.concat(table.told).some((told) => told.type === type && fits(told.detail));
  while (!seen("sfs-tasks-update", () => true) || !seen("sfs-task-update", () => true)) await turn();
  await table.element.updateComplete;
  part(table.element, "delete").click();
  part(table.element, "confirm").click();
  while (!seen("sfs-task-update", ({ task }) => task.status === "DELETING")) await turn();
  emulator.deleteTask(share, taskId, { duration: 0 });
  while (!seen("sfs-task-settled", () => true)) await turn();
  while (!seen("sfs-tasks-update", ({ count }) => count === 0)) await turn();
  const methods = emulator.requests.map(({ method }) => method).filter((method) => method !== "GET");
  return { methods, state: card.element.state, tasks: table.element.tasks.length };
}

function countListeners() {
  let left = 0;
  const originals = [window, document].map((target) => {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (...given) => {
      left += 1;
      return addEventListener.apply(target, given);
    };
    target.removeEventListener = (...given) => {
      left -= 1;
      return removeEventListener.apply(target, given);
    };
    return target;
  });
  return {
    left: () => left,
    stop() {
      for (const target of originals) {
        delete target.addEventListener;
        delete target.removeEventListener;
      }
      return left;
    },
  };
}
