// watchTasks through the installed package: many tasks followed with one listing per interval.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { rejection, row, scriptService, throttled, UNAVAILABLE } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  const { options } = scriptService(() => ({ body: row() }));
  await sfsTurboTasks.getTask({ ...options, shareId: "s", taskId: "t" });
});

/** A list as the service gives it, of ids and statuses. @param {Record<string, string>} tasks @param {unknown} [count] */
const list = (tasks, count = Object.keys(tasks).length) => ({
  body: { tasks: Object.entries(tasks).map(([task_id, status]) => row({ task_id, status })), count },
});

/** @param {import("node:test").TestContext} t @param {(index: number) => any} answer @param {object} [options] */
function watch(t, answer, options) {
  const clock = startClock(t);
  const service = scriptService((_, index) => answer(index), clock.now);
  const watching = sfsTurboTasks.watchTasks({ ...service.options, shareId: "s", ...options });
  return { clock, service, watching };
}

/** @param {any} update */
const told = ({ tasks, changed }) =>
  [tasks, changed].map((list) => list.map((/** @type {any} */ task) => `${task.taskId} ${task.status}`));

test("the first update has every task as changed, and each later one has the new and the changed tasks", async (t) => {
  const lists = [
    list({ a: "DOING", b: "DOING" }),
    list({ a: "DOING", b: "DOING" }),
    list({ a: "DOING", b: "FAIL" }),
    list({ c: "DOING", a: "DOING", b: "FAIL" }),
    list({ c: "DOING", b: "FAIL" }),
    list({}),
  ];
  const { clock, service, watching } = watch(t, (index) => lists[index]);
  const updates = [];
  for (let count = 0; count < 5; count += 1) updates.push((await clock.until(watching.next())).value);
  assert.deepEqual(updates.map(told), [
    [
      ["a DOING", "b DOING"],
      ["a DOING", "b DOING"],
    ],
    [["a DOING", "b FAIL"], ["b FAIL"]],
    [["c DOING", "a DOING", "b FAIL"], ["c DOING"]],
    [["c DOING", "b FAIL"], []],
    [[], []],
  ]);
  assert.deepEqual(
    updates.map(({ count, requestId }) => [count, requestId]),
    [
      [2, "r1"],
      [2, "r3"],
      [3, "r4"],
      [2, "r5"],
      [0, "r6"],
    ],
  );
  assert.equal(updates[1].changed[0], updates[1].tasks[1]);
  assert.deepEqual(service.pauses(), [2_000, 3_000, 4_500, 6_750, 10_125]);
  await watching.return();
});

test("a list that is empty from the start gives an update too", async (t) => {
  const { clock, watching } = watch(t, () => list({}));
  assert.deepEqual(told((await clock.until(watching.next())).value), [[], []]);
  await watching.return();
});

test("a task that replaces another gives an update", async (t) => {
  const { clock, watching } = watch(t, (index) => list(index === 0 ? { a: "DOING" } : { b: "DOING" }));
  await clock.until(watching.next());
  assert.deepEqual(told((await clock.until(watching.next())).value), [["b DOING"], ["b DOING"]]);
  await watching.return();
});

test("another order, or another count, gives no update", async (t) => {
  const lists = [
    list({ a: "DOING", b: "DOING" }),
    list({ b: "DOING", a: "DOING" }),
    list({ b: "DOING", a: "DOING" }, 7),
    list({ a: "FAIL", b: "DOING" }),
  ];
  const { clock, service, watching } = watch(t, (index) => lists[index]);
  await clock.until(watching.next());
  assert.deepEqual(told((await clock.until(watching.next())).value)[1], ["a FAIL"]);
  assert.equal(service.requests.length, 4);
  await watching.return();
});

test("the filters and the limit, 1,000 by default, are sent each time", async (t) => {
  const { clock, service, watching } = watch(t, (index) => list({ a: `${index}` }), {
    type: "export",
    status: "DOING",
  });
  for (let count = 0; count < 3; count += 1) await clock.until(watching.next());
  assert.deepEqual(
    service.requests.map(({ path, query }) => `${path}?${query}`),
    Array(3).fill("/v1/p/sfs-turbo/s/hpc-cache/tasks?type=export&status=DOING&limit=1000"),
  );
  await watching.return();
});

test("it has no end of its own, and continues after failures and throttling", async (t) => {
  const { clock, service, watching } = watch(t, (index) => {
    if (index % 4 === 1) return UNAVAILABLE;
    if (index % 4 === 2) return throttled();
    return list({ a: index % 4 === 0 ? "SUCCESS" : "FAIL" });
  });
  for (let count = 0; count < 100; count += 1) assert.equal((await clock.until(watching.next())).done, false);
  assert.equal(service.requests.length, 199 + 1);
  await watching.return();
});

test("interval may be a function of the update", async (t) => {
  const interval = (/** @type {any} */ { tasks }, /** @type {number} */ looks) =>
    tasks.length === 1 ? 500 * looks : 60_000;
  const { clock, service, watching } = watch(
    t,
    (index) => list(index < 2 ? { a: `${index}` } : { a: "", b: `${index}` }),
    { interval },
  );
  for (let count = 0; count < 4; count += 1) await clock.until(watching.next());
  assert.deepEqual(service.pauses(), [500, 1_000, 60_000]);
  await watching.return();
});

test("the error that ends it is thrown, and has no task", async (t) => {
  const gone = { status: 404, body: { errCode: "SFS.TURBO.0002", errMsg: "cluster not found" } };
  const { clock, watching } = watch(t, (index) => (index === 0 ? list({ a: "DOING" }) : gone));
  await clock.until(watching.next());
  const error = await rejection(clock.until(watching.next()));
  assert.deepEqual([error.kind, error.operation, error.task], ["not-found", "watchTasks", null]);
  assert.deepEqual(await watching.next(), { done: true, value: undefined });
});

test("the emulator's tasks are followed from their creation to their deletion", async (t) => {
  const clock = startClock(t);
  const emulator = createEmulator({ now: Date.now });
  const { endpoint, projectId, token, fetch } = emulator;
  const shareId = emulator.addFileSystem();
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
  const { taskId } = await client.createTask({ shareId, type: "export", srcTarget: "link" });
  /** @type {unknown[]} */
  const statuses = [];
  const run = async () => {
    for await (const { tasks, changed } of client.watchTasks({ shareId })) {
      statuses.push(changed.map((/** @type {any} */ { status }) => status));
      if (tasks.length === 0) return;
      if (tasks[0].status === "SUCCESS") await client.deleteTask({ shareId, taskId });
    }
  };
  await clock.until(run());
  assert.deepEqual(statuses, [["DOING"], ["SUCCESS"], ["DELETING"], []]);
  assert.equal(clock.pending(), 0);
});

test("an interval function gets the changes of each look, even if nothing has changed", async (t) => {
  /** @type {number[]} */
  const changes = [];
  const interval = (/** @type {{ changed: unknown[] }} */ { changed }) => {
    changes.push(changed.length);
    return 1_000;
  };
  const lists = [list({ a: "DOING" }), list({ a: "DOING" }), list({ a: "FAIL" })];
  const { clock, watching } = watch(t, (index) => lists[index], { interval });
  await clock.until(watching.next());
  await clock.until(watching.next());
  assert.deepEqual(changes, [1, 0, 1]);
  await watching.return();
});

test("fields in another order do not count as a change", async (t) => {
  const task = row({ task_id: "a" });
  const turned = Object.fromEntries(Object.entries(task).reverse());
  const answers = [task, turned, task, { ...turned, status: "FAIL" }];
  const { clock, watching } = watch(t, (index) => ({ body: { tasks: [answers[index]], count: 1 } }));
  assert.deepEqual(told((await clock.until(watching.next())).value), [["a DOING"], ["a DOING"]]);
  assert.deepEqual(told((await clock.until(watching.next())).value), [["a FAIL"], ["a FAIL"]]);
  await watching.return();
});
