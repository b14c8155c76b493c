// waitForTask through the installed package: what ends a wait, and how.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { MISSING, rejection, row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const ids = { shareId: "s", taskId: "t" };
const SOON = "2026-11-26T09:30:00";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  // With a started core, since the clock of a test does not wait for it.
  await sfsTurboTasks.getTask({ ...scriptService(() => ({ body: row() })).options, ...ids });
});

/**
 * Waits for a task whose state changes at each look. The last state is repeated.
 * @param {import("node:test").TestContext} t
 * @param {readonly import("./scripted-service.mjs").Answer[]} answers
 * @param {object} [options]
 */
function waitFor(t, answers, options) {
  const clock = startClock(t);
  const service = scriptService((_, index) => answers[Math.min(index, answers.length - 1)] ?? {}, clock.now);
  const wait = sfsTurboTasks.waitForTask({ ...service.options, ...ids, ...options });
  return { clock, service, ended: clock.until(wait) };
}

/** @param {Record<string, unknown>} fields */
const seen = (fields) => ({ body: row(fields) });
const DOING = seen({});

test("a task that has ended is returned at once, with the same value as from getTask", async (t) => {
  const { service, ended } = waitFor(t, [seen({ status: "SUCCESS", end_time: SOON })]);
  const { status, endTime, requestId } = await ended;
  assert.deepEqual([status, endTime.toISOString(), requestId], ["SUCCESS", `${SOON}.000Z`, "r1"]);
  const [request, ...others] = service.requests;
  assert.deepEqual(others, []);
  assert.deepEqual(
    [request?.method, request?.path, request?.query],
    ["GET", "/v1/p/sfs-turbo/s/hpc-cache/task/t", ""],
  );
});

test("a task that runs for a day is returned when it has ended", async (t) => {
  const clock = startClock(t);
  const emulator = createEmulator({ now: Date.now });
  const { endpoint, projectId, token, fetch } = emulator;
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
  const { shareId, taskId } = emulator.addTask({ duration: 86_400_000 });
  const began = clock.now();
  const task = await clock.until(client.waitForTask({ shareId, taskId }));
  assert.equal(task.status, "SUCCESS");
  const late = clock.now() - began - 86_400_000;
  assert.ok(late >= 0 && late <= 15_000, `${late} ms after its end`);
  assert.equal(clock.pending(), 0);
});

describe("a task that fails", () => {
  test("rejects with the service's reason and the task", async (t) => {
    const last = row({ status: "FAIL", message: "The bucket is gone.", end_time: SOON });
    const error = await rejection(waitFor(t, [DOING, { body: last }]).ended);
    assert.equal(sfsTurboTasks.isSfsTurboError(error), true);
    const { task, ...fields } = error.toJSON();
    assert.deepEqual(fields, {
      name: "SfsTurboError",
      kind: "task-failed",
      operation: "waitForTask",
      errCode: "CLIENT.TASK_FAILED",
      errMsg: "The bucket is gone.",
      message: "waitForTask: task t of file system s ended as FAIL: The bucket is gone.",
      httpStatus: null,
      requestId: "r2",
      retryable: false,
      attempts: 2,
      field: null,
      encodedAuthorizationMessage: null,
      cause: null,
    });
    assert.deepEqual([task.status, task.message, task.raw], ["FAIL", "The bucket is gone.", last]);
  });

  test("without a reason says that there is none", async (t) => {
    const error = await rejection(waitFor(t, [seen({ status: "FAIL" })]).ended);
    assert.equal(
      error.message,
      "waitForTask: task t of file system s ended as FAIL: the service gives no reason",
    );
    assert.equal(error.errMsg, "task t of file system s ended as FAIL");
  });
});

test("a failure with a long reason has 512 characters in its message, and the task has all of them", async (t) => {
  const message = "x".repeat(5_000);
  const error = await rejection(waitFor(t, [seen({ status: "FAIL", message })]).ended);
  assert.equal(error.errMsg, "x".repeat(512));
  assert.equal(error.message, `waitForTask: task t of file system s ended as FAIL: ${"x".repeat(512)}`);
  assert.equal(error.task.message, message);
});

test("a clock that is set back makes no pause longer", async (t) => {
  const { clock, service, ended } = waitFor(t, [DOING, seen({ status: "SUCCESS" })], { interval: 1_000 });
  await clock.rest();
  const { now } = performance;
  performance.now = () => now() - 900_000;
  assert.equal((await ended).status, "SUCCESS");
  assert.deepEqual(service.pauses(), [1_000]);
});

describe("an unknown status", () => {
  test("continues the wait if the task has no end time", async (t) => {
    const answers = [
      seen({ status: "QUEUED" }),
      seen({ status: "fail" }),
      seen({ status: "" }),
      seen({ status: "SUCCESS" }),
    ];
    const { service, ended } = waitFor(t, answers);
    assert.equal((await ended).status, "SUCCESS");
    assert.deepEqual(service.pauses(), [2_000, 3_000, 4_500]);
  });

  test("ends the wait as a failure if the task has an end time", async (t) => {
    const error = await rejection(waitFor(t, [DOING, seen({ status: "CANCELLED", end_time: SOON })]).ended);
    assert.deepEqual(
      [error.kind, error.errCode, error.task.status, error.message],
      [
        "task-failed",
        "CLIENT.TASK_STATUS_UNKNOWN",
        "CANCELLED",
        "waitForTask: task t of file system s ended as CANCELLED: the service gives no reason",
      ],
    );
  });

  for (const status of ["DOING", "DELETING"]) {
    test(`does not include ${status}, which continues the wait even with an end time`, async (t) => {
      const { service, ended } = waitFor(t, [seen({ status, end_time: SOON }), seen({ status: "SUCCESS" })]);
      await ended;
      assert.equal(service.requests.length, 2);
    });
  }
});

describe("a task that does not exist", () => {
  test("rejects at once if it was never there", async (t) => {
    const { service, ended } = waitFor(t, [MISSING]);
    const error = await rejection(ended);
    assert.deepEqual(
      [error.kind, error.errCode, error.task, error.attempts],
      ["not-found", "SFS.TURBO.0106", null, 1],
    );
    assert.equal(service.requests.length, 1);
  });

  test("rejects with the last seen task if it was there before", async (t) => {
    const error = await rejection(waitFor(t, [DOING, seen({ status: "DELETING" }), MISSING]).ended);
    assert.deepEqual(
      [error.kind, error.errCode, error.task.status],
      ["not-found", "SFS.TURBO.0106", "DELETING"],
    );
  });

  test("rejects as rejected if nothing answers at its address", async (t) => {
    const error = await rejection(waitFor(t, [DOING, { status: 404, body: "<h1>Not found</h1>" }]).ended);
    assert.deepEqual([error.kind, error.task.status], ["rejected", "DOING"]);
  });
});

describe("until a task is deleted", () => {
  const deleted = { until: "deleted" };

  test("resolves with the task as it was last seen", async (t) => {
    const task = await waitFor(t, [DOING, seen({ status: "DELETING" }), MISSING], deleted).ended;
    assert.equal(task.status, "DELETING");
  });

  test("resolves with null if it was gone from the start", async (t) => {
    const { service, ended } = waitFor(t, [MISSING], deleted);
    assert.equal(await ended, null);
    assert.equal(service.requests.length, 1);
  });

  test("continues after it has ended in any other way", async (t) => {
    const answers = [
      seen({ status: "SUCCESS" }),
      seen({ status: "FAIL" }),
      seen({ status: "X", end_time: SOON }),
      MISSING,
    ];
    assert.equal((await waitFor(t, answers, deleted).ended).status, "X");
  });

  test("is not reached if the file system is gone", async (t) => {
    const gone = { status: 404, body: { errCode: "SFS.TURBO.0002", errMsg: "cluster not found" } };
    const error = await rejection(waitFor(t, [DOING, gone], deleted).ended);
    assert.deepEqual(
      [error.kind, error.errCode, error.task.status],
      ["not-found", "SFS.TURBO.0002", "DOING"],
    );
  });

  test("follows a deletion of the emulator to its end", async (t) => {
    const clock = startClock(t);
    const emulator = createEmulator({ now: Date.now });
    const { endpoint, projectId, token, fetch } = emulator;
    const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
    const task = emulator.addTask({ duration: Infinity });
    await client.deleteTask({ shareId: task.shareId, taskId: task.taskId });
    const wait = client.waitForTask({ shareId: task.shareId, taskId: task.taskId, ...deleted });
    assert.equal((await clock.until(wait)).status, "DELETING");
  });
});

test("an answer with another id counts as the task, as in the vendor's example", async (t) => {
  const { ended } = waitFor(t, [seen({ task_id: "other" }), seen({ task_id: "other", status: "SUCCESS" })]);
  assert.equal((await ended).taskId, "other");
});

for (const [status, ended] of Object.entries({
  SUCCESS: true,
  FAIL: true,
  DOING: false,
  DELETING: false,
  NEW: false,
  "": false,
})) {
  test(`isEnded returns ${ended} for ${JSON.stringify(status)}`, () => {
    assert.equal(sfsTurboTasks.isEnded({ status }), ended);
  });
}
