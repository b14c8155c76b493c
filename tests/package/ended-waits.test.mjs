// The errors of waits, which contain a task, on their way through logs, workers and other processes.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { rejection, row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const ids = { shareId: "s", taskId: "t" };
const times = { start_time: "2026-11-26T09:30:00", end_time: "2026-11-26T10:00:00" };
const failed = row({ status: "FAIL", message: "The bucket is gone.", nested: { more: [1] }, ...times });

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  await sfsTurboTasks.getTask({ ...scriptService(() => ({ body: failed })).options, ...ids });
});

/** @param {import("node:test").TestContext} t @param {object} body @param {object} [options] */
function errorOf(t, body, options) {
  const clock = startClock(t);
  const { options: usual } = scriptService(() => ({ body }), clock.now);
  return rejection(clock.until(sfsTurboTasks.waitForTask({ ...usual, ...ids, ...options })));
}

describe("an error with a task", () => {
  /** Ways to another place. @type {Record<string, (error: any) => unknown>} */
  const WAYS = {
    "JSON.stringify": (error) => JSON.parse(JSON.stringify(error)),
    "structuredClone of its JSON": (error) => structuredClone(error.toJSON()),
    postMessage(error) {
      const { port1, port2 } = new MessageChannel();
      port1.postMessage({ error: error.toJSON() });
      const received = receiveMessageOnPort(port2);
      port1.close();
      return received?.message.error;
    },
    "both, one after the other": (error) => structuredClone(JSON.parse(JSON.stringify(error))),
  };

  for (const [way, travel] of Object.entries(WAYS)) {
    test(`is restored unchanged, with its times as dates: ${way}`, async (t) => {
      const error = await errorOf(t, failed);
      const back = sfsTurboTasks.SfsTurboError.fromJSON(travel(error));
      assert.equal(sfsTurboTasks.isSfsTurboError(back), true);
      assert.ok(back instanceof sfsTurboTasks.SfsTurboError);
      assert.deepEqual(back.toJSON(), error.toJSON());
      assert.deepEqual(back.task, error.task);
      assert.ok(back.task.startTime instanceof Date && back.task.endTime instanceof Date);
      assert.equal(back.task.endTime.toISOString(), "2026-11-26T10:00:00.000Z");
      assert.deepEqual(back.task.raw, failed);
      assert.equal(sfsTurboTasks.isEnded(back.task), true);
    });

    test(`is restored with a task that has no end: ${way}`, async (t) => {
      const error = await errorOf(t, row({ start_time: times.start_time }), { waitTimeout: 5_000 });
      const back = sfsTurboTasks.SfsTurboError.fromJSON(travel(error));
      assert.deepEqual([back.kind, back.task.status, back.task.endTime], ["timeout", "DOING", null]);
      assert.equal(back.task.startTime.toISOString(), "2026-11-26T09:30:00.000Z");
    });
  }

  test("has the whole task in its JSON", async (t) => {
    const { task } = JSON.parse(JSON.stringify(await errorOf(t, failed)));
    assert.deepEqual(task, {
      taskId: "t",
      type: "export",
      status: "FAIL",
      srcTarget: "",
      srcPrefix: "",
      destTarget: "",
      destPrefix: "",
      message: "The bucket is gone.",
      startTime: "2026-11-26T09:30:00.000Z",
      endTime: "2026-11-26T10:00:00.000Z",
      requestId: "r1",
      raw: failed,
    });
  });

  test("can be created for a user's test", async (t) => {
    const { task, message } = await errorOf(t, failed);
    const made = new sfsTurboTasks.SfsTurboError({
      kind: "task-failed",
      operation: "waitForTask",
      task,
      message,
    });
    assert.deepEqual(
      [made.kind, made.errCode, made.retryable, made.task, made.message],
      ["task-failed", "CLIENT.TASK_FAILED", false, task, message],
    );
  });
});

test("the errors of all other operations have no task", async () => {
  const { options } = scriptService(() => ({ status: 403 }));
  const client = sfsTurboTasks.createClient(options);
  const creation = { shareId: "s", type: "export", srcTarget: "link" };
  for (const call of [
    client.getTask(ids),
    client.listTasks(ids),
    client.createTask(creation),
    client.deleteTask(ids),
  ]) {
    const { kind, task } = await rejection(call);
    assert.deepEqual([kind, task], ["forbidden", null]);
  }
});

for (const task of [null, undefined, 5, "task", [], {}]) {
  test(`an error whose task is ${JSON.stringify(task) ?? "undefined"} is restored without one`, () => {
    const json = {
      ...new sfsTurboTasks.SfsTurboError({ kind: "timeout", operation: "waitForTask" }).toJSON(),
      task,
    };
    const back = sfsTurboTasks.SfsTurboError.fromJSON(json);
    assert.equal(back.kind, "timeout");
    assert.equal(back.task, null);
  });
}

test("an invalid time of an error's task is restored as null", () => {
  const task = { taskId: "t", status: "FAIL", startTime: "soon", endTime: "2026-11-26T10:00:00.000Z" };
  const json = { ...new sfsTurboTasks.SfsTurboError({ kind: "timeout" }).toJSON(), task };
  const back = sfsTurboTasks.SfsTurboError.fromJSON(json);
  assert.deepEqual(back.task, { ...task, startTime: null, endTime: new Date("2026-11-26T10:00:00Z") });
});
