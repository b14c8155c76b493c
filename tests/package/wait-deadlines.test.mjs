// The time of a wait and of its looks: waitTimeout, timeout, attemptTimeout, and clocks that jump.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { replacing } from "./replacing.mjs";
import { rejection, row, SILENCE, scriptService, throttled, UNAVAILABLE } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const ids = { shareId: "s", taskId: "t" };
const DOING = { body: row() };

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  await sfsTurboTasks.getTask({ ...scriptService(() => DOING).options, ...ids });
});

/**
 * Waits for a task that does not end.
 * @param {import("node:test").TestContext} t
 * @param {object} options
 * @param {(index: number) => any} [answer]
 */
async function waitInVain(t, options, answer = () => DOING) {
  const clock = startClock(t);
  const began = clock.now();
  const service = scriptService((_, index) => answer(index), clock.now);
  const error = await rejection(
    clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, ...options })),
  );
  assert.equal(clock.pending(), 0, "no timer is left");
  const looks = service.requests.map(({ at }) => at - began);
  return { error, looks, took: clock.now() - began, service };
}

describe("waitTimeout", () => {
  test("rejects when it expires, with the task, after a last look one second before", async (t) => {
    const { error, looks, took } = await waitInVain(t, { waitTimeout: 10_000 });
    assert.deepEqual(looks, [0, 2_000, 5_000, 9_000]);
    assert.equal(took, 10_000);
    const words =
      "stopped following task t after 10000 ms (waitTimeout); nothing was cancelled: call again to continue";
    const { kind, errCode, errMsg, message, retryable, attempts, task } = error;
    assert.deepEqual(
      [kind, errCode, errMsg, message, retryable, attempts, task.status],
      ["timeout", "CLIENT.TIMEOUT", words, `waitForTask: ${words}`, true, 4, "DOING"],
    );
  });

  test("resolves with a task that ends at the last look", async (t) => {
    const clock = startClock(t);
    const service = scriptService(
      (_, index) => ({ body: row({ status: index < 3 ? "DOING" : "SUCCESS" }) }),
      clock.now,
    );
    const options = { ...service.options, ...ids, waitTimeout: 10_000 };
    assert.equal((await clock.until(sfsTurboTasks.waitForTask(options))).status, "SUCCESS");
  });

  test("bounds the look under way, whose request is aborted", async (t) => {
    const { error, took, service } = await waitInVain(t, { waitTimeout: 10_000 }, (index) =>
      index === 3 ? SILENCE : DOING,
    );
    assert.deepEqual([error.kind, error.task.status, took], ["timeout", "DOING", 10_000]);
    assert.match(error.message, /\(waitTimeout\)/);
    assert.equal(service.requests[3]?.signal.aborted, true);
  });

  test("bounds the pause that a gateway demands", async (t) => {
    const { error, looks, took } = await waitInVain(t, { waitTimeout: 10_000 }, () =>
      throttled({ "retry-after": "999" }),
    );
    assert.deepEqual([error.kind, error.task, looks, took], ["timeout", null, [0, 9_000], 10_000]);
  });

  test("may be shorter than the first look takes", async (t) => {
    const { error, looks, took } = await waitInVain(t, { waitTimeout: 1 }, () => SILENCE);
    assert.deepEqual([error.kind, error.task, looks, took], ["timeout", null, [0], 1]);
  });

  test("of a second has its last look a tenth of a second before its end", async (t) => {
    const { looks, took } = await waitInVain(t, { waitTimeout: 1_000 });
    assert.deepEqual([looks, took], [[0, 900], 1_000]);
  });

  test("bounds a token function that never answers", async (t) => {
    const { error, looks, took } = await waitInVain(t, {
      waitTimeout: 10_000,
      token: () => new Promise(() => {}),
    });
    assert.deepEqual([error.kind, looks, took], ["timeout", [], 10_000]);
    assert.match(error.message, /\(waitTimeout\)/);
  });

  test("has no default: a month is not too long", async (t) => {
    const clock = startClock(t);
    const month = 30 * 86_400_000;
    const service = scriptService(
      () => ({ body: row({ status: clock.now() > month ? "SUCCESS" : "DOING" }) }),
      clock.now,
    );
    const wait = sfsTurboTasks.waitForTask({ ...service.options, ...ids, interval: 3_600_000 });
    assert.equal((await clock.until(wait)).status, "SUCCESS");
    assert.ok(clock.now() > month);
  });

  for (const waitTimeout of [0, -1, 1.5, "10", 2_147_483_648, Infinity]) {
    test(`is refused where it is ${typeof waitTimeout} ${waitTimeout}`, async (t) => {
      const { error, looks } = await waitInVain(t, { waitTimeout });
      assert.deepEqual([error.kind, error.field, looks], ["invalid-request", "waitTimeout", []]);
      assert.equal(error.message, "waitForTask: waitTimeout must be a whole number from 1 to 2147483647");
    });
  }
});

describe("a look of its own", () => {
  test("has its whole timeout, however long the wait has lasted", async (t) => {
    const answer = (/** @type {number} */ index) =>
      index === 40 ? SILENCE : index < 40 ? DOING : { body: row({ status: "FAIL" }) };
    const { error, service } = await waitInVain(
      t,
      { timeout: 5_000, attemptTimeout: 60_000, interval: 10_000 },
      answer,
    );
    assert.equal(error.kind, "task-failed");
    assert.equal(service.requests[40]?.signal.aborted, true);
    assert.deepEqual(service.pauses(), Array(40).fill(10_000).concat(25_000));
  });

  for (const [option, options] of /** @type {[string, object][]} */ ([
    ["timeout", { timeout: 5_000, attemptTimeout: 60_000 }],
    ["attemptTimeout", { timeout: 60_000, attemptTimeout: 5_000 }],
  ])) {
    test(`without an answer within ${option} is a failure that may pass`, async (t) => {
      const { error, looks } = await waitInVain(t, { ...options, maxConsecutiveFailures: 1 }, () => SILENCE);
      assert.deepEqual([error.kind, looks.length], ["timeout", 2]);
      assert.equal(error.message, `waitForTask: no answer for task t within 5000 ms (${option})`);
    });
  }

  test("that takes longer than the pause is followed by a whole pause, and never by two looks", async (t) => {
    const { service, looks } = await waitInVain(
      t,
      { interval: 1_000, attemptTimeout: 7_000, maxConsecutiveFailures: 2 },
      () => SILENCE,
    );
    assert.deepEqual(looks, [0, 9_000, 20_000]);
    assert.equal(service.counts.mostAtOnce, 1);
  });
});

describe("a clock of the machine", () => {
  const RealDate = Date;
  class Yesterday extends RealDate {
    static now() {
      return RealDate.now() - 86_400_000 * Math.random();
    }
  }

  for (const [name, replacement] of Object.entries({ jumps: Yesterday, "cannot be used": {} })) {
    test(`that ${name} changes no pause and no end of a wait`, async (t) => {
      /** @type {any} */
      const { error, looks } = await replacing("Date", replacement, () =>
        waitInVain(t, { waitTimeout: 10_000 }),
      );
      assert.deepEqual([error.kind, looks], ["timeout", [0, 2_000, 5_000, 9_000]]);
    });
  }

  test("that slept for a night leads to one look, not to many", async (t) => {
    const clock = startClock(t);
    const service = scriptService(
      () => ({ body: row({ status: clock.now() > 50_000_000 ? "SUCCESS" : "DOING" }) }),
      clock.now,
    );
    const wait = sfsTurboTasks.waitForTask({ ...service.options, ...ids });
    await clock.pass(1_000);
    clock.sleep(60_000_000);
    assert.equal((await clock.until(wait)).status, "SUCCESS");
    assert.equal(service.requests.length, 2);
  });
});

test("no timer of a wait lets the process exit before the wait ends", async (t) => {
  const clock = startClock(t);
  const service = scriptService((_, index) =>
    index < 4 ? (index % 2 ? UNAVAILABLE : DOING) : { body: row({ status: "SUCCESS" }) },
  );
  await clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, waitTimeout: 1_000_000 }));
  assert.equal(clock.unreferenced(), 0);
});
