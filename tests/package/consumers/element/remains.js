// Scenarios of what remains of elements: timers, listeners, watches and memory.
// @ts-check

import { provider } from "./provider.js";
import { clear, error, put, scriptedClient, shareId, task, turn } from "./scripted.js";
import { last, main, shadow } from "./shown.js";

/** Timers and listeners that remain after elements are removed. */
export async function leaks() {
  clear();
  const timers = new Set();
  const { setInterval, clearInterval } = globalThis;
  Object.assign(globalThis, {
    setInterval(/** @type {Parameters<typeof setInterval>} */ ...given) {
      const timer = setInterval(...given);
      timers.add(timer);
      return timer;
    },
    clearInterval(/** @type {ReturnType<typeof setInterval>} */ timer) {
      timers.delete(timer);
      clearInterval(timer);
    },
  });
  /** @type {import("./scripted.js").Watch[]} */
  const all = [];
  for (let index = 0; index < 10; index += 1) {
    const card = await put("sfs-turbo-task", { taskId: "task-1" });
    await card.watches[0].give(task());
    const table = await put("sfs-turbo-tasks");
    await table.watches[0].give({ tasks: [task()], changed: [], count: 1 });
    all.push(card.watches[0], table.watches[0]);
  }
  const during = timers.size;
  clear();
  await turn();
  const after = timers.size;
  Object.assign(globalThis, { setInterval, clearInterval });
  return { during, after, returned: all.map(({ returned }) => returned) };
}

/** A thousand elements on a page: each sends one request, and all share one timer. */
export async function thousand() {
  clear();
  const { client, watches } = scriptedClient();
  /** @type {HTMLElementTagNameMap["sfs-turbo-task"][]} */
  const elements = [];
  for (let index = 0; index < 1_000; index += 1) {
    const element = document.createElement("sfs-turbo-task");
    Object.assign(element, { client, shareId, taskId: `task-${index}` });
    main().append(element);
    elements.push(element);
  }
  await turn();
  await Promise.all(watches.map((watch, index) => watch.give(task({ taskId: `task-${index}` }))));
  const running = elements.filter(({ state }) => state === "running").length;
  const ids = new Set(watches.map(({ options }) => options.taskId)).size;
  const sheets = new Set(elements.map((element) => shadow(element).adoptedStyleSheets[0])).size;
  clear();
  await turn();
  return { running, ids, sheets, returned: watches.filter(({ returned }) => returned === 1).length };
}

/** @type {WeakRef<Element>[]} */
let removed = [];

/** Elements of each kind that are removed from the page: the garbage collection shows what remains of them. */
export async function remove() {
  clear();
  const { client, watches } = scriptedClient();
  const { box } = provider(client);
  removed = [];
  for (let index = 0; index < 20; index += 1) {
    const element = document.createElement(index % 2 ? "sfs-turbo-task" : "sfs-turbo-tasks");
    Object.assign(element, { shareId, taskId: `task-${index}` });
    box.append(element);
    await element.updateComplete;
    removed.push(new WeakRef(element));
    const tasks = Array.from({ length: 300 }, (_, row) => task({ taskId: `task-${row}` }));
    const watch = last(watches);
    await watch.give(index % 2 ? tasks[0] : { tasks, changed: tasks, count: 300 });
    if (index % 4 > 1) await watch.fault(error({ kind: "network" }), 5_000);
  }
  clear();
  // Everything that waits for a frame has had one by then.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return watches.filter(({ returned }) => returned === 1).length;
}

/** How many of those still exist. */
export async function leftOfRemoved() {
  await turn();
  return removed.filter((reference) => reference.deref() !== undefined).length;
}
