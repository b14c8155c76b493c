// A wait for a task of a scripted service, on a clock of the test, and what the wait has left behind.
// @ts-check
import { getEventListeners } from "node:events";
import { before } from "node:test";
import { row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

export const ids = { shareId: "s", taskId: "t" };
/** @param {Record<string, unknown>} [fields] */
export const seen = (fields) => ({ body: row(fields) });

/** What the package exports. @type {any} */
export let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  await sfsTurboTasks.getTask({ ...scriptService(() => seen()).options, ...ids });
});

/**
 * @param {import("node:test").TestContext} t
 * @param {(index: number) => any} answer
 * @param {object} [options]
 */
export function begin(t, answer, options) {
  const clock = startClock(t);
  const service = scriptService((_, index) => answer(index), clock.now);
  const controller = new AbortController();
  const { signal } = controller;
  const promise = sfsTurboTasks.waitForTask({ ...service.options, ...ids, signal, ...options });
  const left = () => [clock.pending(), getEventListeners(signal, "abort").length, service.counts.open];
  return { clock, service, controller, promise, left };
}
