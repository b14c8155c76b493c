// Watches whose loop is busy for longer than a pause: they still get the newest state, and the end.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { rejection, row, SILENCE, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const ids = { shareId: "s", taskId: "t" };
const MINUTE = 60_000;

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  await sfsTurboTasks.getTask({ ...scriptService(() => ({ body: row() })).options, ...ids });
});

/**
 * @param {import("node:test").TestContext} t
 * @param {(index: number) => string} status
 * @param {object} [options]
 */
function watch(t, status, options) {
  const clock = startClock(t);
  const service = scriptService((_, index) => ({ body: row({ status: status(index) }) }), clock.now);
  return { clock, service, watching: sfsTurboTasks.watchTask({ ...service.options, ...ids, ...options }) };
}

test("states that came and went while the loop was busy are left out", async (t) => {
  const { clock, service, watching } = watch(t, () =>
    clock.now() < began + 10 * MINUTE ? "DOING" : "SUCCESS",
  );
  const began = clock.now();
  assert.equal((await clock.until(watching.next())).value.status, "DOING");
  await clock.pass(20 * MINUTE);
  assert.equal((await watching.next()).value.status, "SUCCESS");
  assert.deepEqual(service.pauses(), [20 * MINUTE]);
  assert.equal((await watching.next()).done, true);
});

test("a task whose end was seen ends the loop, however late the loop continues, and without another look", async (t) => {
  const { clock, service, watching } = watch(t, () => "FAIL", { waitTimeout: 10_000 });
  const { value } = await clock.until(watching.next());
  await clock.pass(MINUTE);
  assert.deepEqual(await watching.next(), { done: true, value });
  assert.equal(service.requests.length, 1);
});

test("a loop that is busy for longer than waitTimeout gets the error", async (t) => {
  const { clock, watching } = watch(t, () => "DOING", { waitTimeout: 10_000 });
  await clock.until(watching.next());
  await clock.pass(MINUTE);
  const error = await rejection(clock.until(watching.next()));
  assert.deepEqual([error.kind, error.task.status], ["timeout", "DOING"]);
});

test("waitTimeout counts from the first next(), not from the creation of the watch", async (t) => {
  const { clock, watching } = watch(t, () => "DOING", { waitTimeout: 10_000 });
  await clock.pass(MINUTE);
  assert.equal((await clock.until(watching.next())).value.status, "DOING");
  await watching.return();
});

test("a look after a busy time has its whole timeout, and its own token", async (t) => {
  let asked = 0;
  const token = () => `MIIEtoken-${++asked}`;
  const { clock, service, watching } = watch(t, (index) => (index === 0 ? "DOING" : "SUCCESS"), {
    token,
    timeout: 5_000,
  });
  await clock.until(watching.next());
  await clock.pass(MINUTE);
  assert.equal((await clock.until(watching.next())).value.status, "SUCCESS");
  assert.deepEqual(
    service.requests.map(({ headers }) => headers["X-Auth-Token"]),
    ["MIIEtoken-1", "MIIEtoken-2"],
  );
});

test("return() ends every pending next(), including those that are queued", async (t) => {
  const clock = startClock(t);
  const service = scriptService(() => SILENCE);
  const watching = sfsTurboTasks.watchTasks({ ...service.options, shareId: "s" });
  const waiting = [watching.next(), watching.next(), watching.next()];
  await clock.rest();
  assert.deepEqual(await watching.return(7), { done: true, value: 7 });
  assert.deepEqual(await Promise.all(waiting), Array(3).fill({ done: true, value: undefined }));
  assert.deepEqual([service.requests.length, clock.pending()], [1, 0]);
});
