// Scenarios of when an element sends requests, and when it does not.
import { createClient } from "sfs-turbo-tasks";
import { SfsTurboElement } from "sfs-turbo-tasks/element";
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

/** An element with a missing property sends no request. */
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

/** Timers and listeners that remain after elements are removed. */
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

/** A thousand elements on a page: each sends one request, and all share one timer. */
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

/** A box that provides a client to all elements in it, and records who subscribes and who unsubscribes. */
function provider(first) {
  const box = document.createElement("div");
  const subscribers = new Map();
  const asked = [];
  const give = (client) => {
    for (const [callback, end] of subscribers) callback(client, end);
  };
  box.addEventListener("context-request", (event) => {
    const { context, subscribe, contextTarget, callback } = event;
    if (context !== SfsTurboElement.context) return;
    event.stopPropagation();
    asked.push([context, subscribe, contextTarget.localName]);
    const end = () => subscribers.delete(callback);
    subscribers.set(callback, end);
    callback(first, end);
  });
  document.querySelector("main").append(box);
  return { box, asked, give, subscribers };
}

/** One client for all elements below a provider. */
export async function providers() {
  clear();
  const [first, second, own] = [scriptedClient(), scriptedClient(), scriptedClient()];
  const { box, asked, give, subscribers } = provider(first.client);
  const host = document.createElement("div");
  host.attachShadow({ mode: "open" });
  const card = document.createElement("sfs-turbo-task");
  const table = document.createElement("sfs-turbo-tasks");
  const independent = document.createElement("sfs-turbo-task");
  for (const element of [card, table, independent]) Object.assign(element, { shareId, taskId });
  independent.client = own.client;
  box.append(host, table, independent);
  host.shadowRoot.append(card);
  await turn();
  const returned = ({ watches }) => watches.map((watch) => watch.returned);
  const begun = [[...asked], returned(first), returned(own)];

  give(second.client);
  await turn();
  const later = [returned(first), returned(second)];

  card.client = own.client;
  await card.updateComplete;
  const mine = [card.client === own.client, returned(second)];
  card.client = null;
  await card.updateComplete;
  const back = [card.client === second.client, returned(second), asked.length];

  give(first.client);
  await turn();
  box.append(table);
  await turn();
  // A moved element requests a client again, gets the same one, and continues.
  const moved = [asked.length, subscribers.size, returned(first)];

  const late = [...subscribers.keys()];
  table.remove();
  host.remove();
  await turn();
  for (const callback of late) callback(second.client);
  await turn();
  const removed = [subscribers.size, returned(first), returned(second), table.client === first.client];

  document.querySelector("main").append(table);
  await turn();
  const outside = [table.client, table.state];
  return { begun, later, mine, back, moved, removed, outside };
}

/** The number of frames between the first answer and its display. */
export async function firstPaint() {
  const frames = {};
  for (const tag of ["sfs-turbo-task", "sfs-turbo-tasks"]) {
    clear();
    const emulator = createEmulator();
    const { endpoint, projectId, token } = emulator;
    const share = emulator.addFileSystem();
    const { taskId } = emulator.addTask({ shareId: share, duration: Number.POSITIVE_INFINITY });
    let answer;
    const fetch = async (url, init) => {
      const response = await emulator.fetch(url, init);
      const body = new Uint8Array(await response.arrayBuffer());
      // A body that is complete at once, so only the package takes time.
      const stream = new ReadableStream({
        start(controller) {
          controller.enqueue(body);
          controller.close();
        },
      });
      const { status, headers } = response;
      return new Promise((resolve) => {
        answer = () => resolve(new Response(stream, { status, headers }));
      });
    };
    const client = createClient({ endpoint, projectId, token, fetch });
    const element = document.createElement(tag);
    Object.assign(element, { client, shareId: share, taskId });
    document.querySelector("main").append(element);
    while (answer === undefined) await turn();
    const place = part(element, "root").querySelector("tbody") ?? part(element, "root");
    const isShown = () => place.querySelector("[part=status]")?.textContent === "In progress";
    const before = isShown();
    frames[tag] = await new Promise((resolve) => {
      let count = 0;
      const next = () => {
        count += 1;
        if (count < 100) requestAnimationFrame(next);
        else resolve("never");
      };
      new MutationObserver(() => {
        if (isShown()) resolve(before ? "before" : count);
      }).observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });
      answer();
      requestAnimationFrame(next);
    });
  }
  return frames;
}

/** Elements of each kind that are removed from the page: the garbage collection shows what remains of them. */
export async function abandon() {
  clear();
  const { client, watches } = scriptedClient();
  const { box } = provider(client);
  const elements = [];
  for (let index = 0; index < 20; index += 1) {
    const element = document.createElement(index % 2 ? "sfs-turbo-task" : "sfs-turbo-tasks");
    Object.assign(element, { shareId, taskId: `task-${index}` });
    box.append(element);
    await element.updateComplete;
    elements.push(new WeakRef(element));
    const tasks = Array.from({ length: 300 }, (_, row) => task({ taskId: `task-${row}` }));
    const watch = watches.at(-1);
    await watch.give(index % 2 ? tasks[0] : { tasks, changed: tasks, count: 300 });
    if (index % 4 > 1) await watch.fault(error({ kind: "network" }), 5_000);
  }
  clear();
  // Everything that waits for a frame has had one by then.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  globalThis.abandoned = elements;
  return watches.filter(({ returned }) => returned === 1).length;
}

/** How many of those still exist. */
export async function leftOfAbandoned() {
  await turn();
  return globalThis.abandoned.filter((reference) => reference.deref() !== undefined).length;
}

/** The real client and an emulator: the requests under way when an element is removed from the page. */
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

/** The real client and an emulator: a task is deleted, and is gone in the end. */
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
