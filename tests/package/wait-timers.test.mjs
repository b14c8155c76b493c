// Waits under timers that other code has replaced: fake timers that leave the other clocks alone, and timers that fail.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { begin, ids, seen, sfsTurboTasks } from "./followed-task.mjs";
import { replacing } from "./replacing.mjs";

/** Every job that is ready has run then. */
const idle = () => new Promise((resolve) => setImmediate(resolve));

test("a wait goes on under fake timers that leave the clock of performance alone, such as Node's own", async (t) => {
  const { endpoint, projectId, token, fetch, ...emulator } = createEmulator({ taskDuration: 60_000 });
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
  const shareId = emulator.addFileSystem();
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const { taskId } = emulator.addTask({ shareId, duration: 60_000 });
  /** @type {any} */
  let task;
  client.waitForTask({ shareId, taskId }).then((/** @type {any} */ ended) => {
    task = ended;
  });
  for (let second = 0; second < 80; second += 1) {
    t.mock.timers.tick(1_000);
    for (let turn = 0; turn < 5; turn += 1) await idle();
  }
  assert.equal(task?.status, "SUCCESS");
});

test("a wait goes on while the clock of performance stands still", async (t) => {
  const { clock, promise, service } = begin(t, (index) => seen({ status: index < 3 ? "DOING" : "SUCCESS" }), {
    interval: 10_000,
  });
  const stopped = performance.now();
  performance.now = () => stopped;
  assert.equal((await clock.until(promise)).status, "SUCCESS");
  assert.equal(service.requests.length, 4);
});

test("a request or token function whose timer fails leaves no rejection that nobody handles", async (t) => {
  /** @type {unknown[]} */
  const unhandled = [];
  const listener = (/** @type {unknown} */ reason) => void unhandled.push(reason);
  process.on("unhandledRejection", listener);
  t.after(() => process.off("unhandledRejection", listener));
  const raise = () => {
    throw new Error("replaced");
  };
  const fetch = (/** @type {string} */ _url, /** @type {{ signal: AbortSignal }} */ { signal }) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const token = () => Promise.reject(new Error("late"));
  const options = { endpoint: "https://sfs.example", projectId: "p", ...ids, token: "MIIEtoken", fetch };
  const kinds = await replacing("setTimeout", raise, () =>
    Promise.all(
      [options, { ...options, token }].map((given) =>
        sfsTurboTasks.getTask({ ...given, maxRetries: 0 }).catch((/** @type {any} */ error) => error.kind),
      ),
    ),
  );
  for (let turn = 0; turn < 5; turn += 1) await idle();
  assert.deepEqual(kinds, ["network", "no-credentials"]);
  assert.deepEqual(unhandled, []);
});

test("no timer gets a negative time, of which Node warns, if the process was busy for longer than a call may take", async () => {
  /** @type {unknown[]} */
  const times = [];
  const { setTimeout: timer } = globalThis;
  const recorder = (/** @type {() => void} */ ring, /** @type {number} */ milliseconds) => {
    times.push(milliseconds);
    return timer(ring, milliseconds);
  };
  const busy = () => {
    const began = performance.now();
    while (performance.now() - began < 20);
    return "MIIEtoken";
  };
  const options = { endpoint: "https://sfs.example", projectId: "p", ...ids, token: busy, timeout: 1 };
  const fetch = () => new Promise(() => {});
  const error = await replacing("setTimeout", recorder, () =>
    sfsTurboTasks.getTask({ ...options, fetch }).catch((/** @type {unknown} */ thrown) => thrown),
  );
  assert.equal(error.kind, "timeout");
  assert.ok(times.length > 0);
  assert.deepEqual(
    times.filter((time) => !(Number(time) >= 0)),
    [],
  );
});
