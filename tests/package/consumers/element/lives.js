// Scenarios of when an element sends requests, and when it does not.
// @ts-check
import { clear, error, put, scriptedClient, task, turn } from "./scripted.js";
import { main, part, shadow } from "./shown.js";

/** @typedef {import("./scripted.js").Watch} Watch */

const taskId = "task-1";
const putCard = (/** @type {object | undefined} */ properties) =>
  put("sfs-turbo-task", { taskId, ...properties });
const count = (/** @type {Watch[]} */ watches) =>
  watches.map(({ options, returned }) => [options.taskId, returned]);

export async function changes() {
  clear();
  const { element, told, watches } = await putCard({});
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
  const slower = { watches: count(watches), task: element.task?.taskId };
  element.client = scriptedClient().client;
  await element.updateComplete;
  return { restarted, asked: [share, id], stale, interval, same, slower, left: element.task };
}

export async function moves() {
  clear();
  const { element, watches } = await putCard({});
  const box = document.createElement("div");
  main().append(box);
  box.append(element);
  element.remove();
  main().prepend(element);
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
  const { element, watches } = await putCard({ paused: true });
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
  Object.assign(element, { paused: undefined });
  await element.updateComplete;
  return { idle, paused, notices, watches: watches.length, attribute: element.hasAttribute("paused") };
}

/** An element with a missing property sends no request. */
export async function incomplete() {
  clear();
  const seen = [];
  for (const properties of [{ client: null }, { shareId: "" }, { shareId: null }, { taskId: null }]) {
    const { element, watches } = await putCard(properties);
    seen.push([element.state, watches.length, shadow(element).querySelector("[aria-busy]")]);
  }
  return seen;
}

export async function refreshes() {
  clear();
  const { element, watches } = await putCard({});
  await watches[0].give(task());
  /** @type {string[]} */
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
