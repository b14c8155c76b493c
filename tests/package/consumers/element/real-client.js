// Scenarios with the real client and an emulator: the first answer, requests under way, a deletion.
// @ts-check
import { createClient } from "sfs-turbo-tasks";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { clear, put, turn } from "./scripted.js";
import { main, part, shadow } from "./shown.js";

/** The number of frames between the first answer and its display. */
export async function firstPaint() {
  /** @type {Record<string, unknown>} */
  const frames = {};
  for (const tag of /** @type {const} */ (["sfs-turbo-task", "sfs-turbo-tasks"])) {
    clear();
    const emulator = createEmulator();
    const { endpoint, projectId, token } = emulator;
    const share = emulator.addFileSystem();
    const { taskId } = emulator.addTask({ shareId: share, duration: Number.POSITIVE_INFINITY });
    /** @type {(() => void)[]} */
    const answers = [];
    /** @type {typeof emulator.fetch} */
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
        answers.push(() => resolve(new Response(stream, { status, headers })));
      });
    };
    const client = createClient({ endpoint, projectId, token, fetch });
    const element = document.createElement(tag);
    Object.assign(element, { client, shareId: share, taskId });
    main().append(element);
    while (answers.length === 0) await turn();
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
      }).observe(shadow(element), { subtree: true, childList: true, characterData: true });
      for (const answer of answers) answer();
      requestAnimationFrame(next);
    });
  }
  return frames;
}

/** The real client and an emulator: the requests under way when an element is removed from the page. */
export async function requests() {
  clear();
  const emulator = createEmulator();
  /** @type {(AbortSignal | null | undefined)[]} */
  const signals = [];
  const { endpoint, projectId, token } = emulator;
  /** @type {typeof emulator.fetch} */
  const fetch = (url, init) => {
    signals.push(init?.signal);
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
  return { requests: signals.length, aborted: signals[0]?.aborted, during, after: listeners.stop() };
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
  /** @param {string} type @param {(detail: import("./scripted.js").Told["detail"]) => boolean} fits */
  const seen = (type, fits) =>
    card.told.concat(table.told).some((told) => told.type === type && fits(told.detail));
  while (!seen("sfs-tasks-update", () => true) || !seen("sfs-task-update", () => true)) await turn();
  await table.element.updateComplete;
  part(table.element, "delete").click();
  part(table.element, "confirm").click();
  while (!seen("sfs-task-update", ({ task }) => task?.status === "DELETING")) await turn();
  emulator.deleteTask(share, taskId, { duration: 0 });
  while (!seen("sfs-task-settled", () => true)) await turn();
  while (!seen("sfs-tasks-update", ({ count }) => count === 0)) await turn();
  const methods = emulator.requests.map(({ method }) => method).filter((method) => method !== "GET");
  return { methods, state: card.element.state, tasks: table.element.tasks.length };
}

/** Counts the listeners of the window and the document. */
function countListeners() {
  let left = 0;
  const originals = [window, document].map((target) => {
    const { addEventListener, removeEventListener } = target;
    Object.assign(target, {
      addEventListener(/** @type {[type: string, listener: EventListener]} */ ...given) {
        left += 1;
        addEventListener.apply(target, given);
      },
      removeEventListener(/** @type {[type: string, listener: EventListener]} */ ...given) {
        left -= 1;
        removeEventListener.apply(target, given);
      },
    });
    return target;
  });
  return {
    left: () => left,
    stop() {
      for (const target of originals) {
        Reflect.deleteProperty(target, "addEventListener");
        Reflect.deleteProperty(target, "removeEventListener");
      }
      return left;
    },
  };
}
