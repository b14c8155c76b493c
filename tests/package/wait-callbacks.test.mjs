// The callbacks of a wait: their arguments, and callbacks that throw.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { begin, seen, sfsTurboTasks } from "./followed-task.mjs";
import { MISSING, rejection, throttled, UNAVAILABLE } from "./scripted-service.mjs";

describe("onUpdate", () => {
  test("is called with the first task, and with each changed one together with the one before", async (t) => {
    const states = [
      seen(),
      seen(),
      seen({ message: "half" }),
      seen({ message: "half" }),
      seen({ status: "SUCCESS" }),
    ];
    /** @type {[task: any, previous: any][]} */
    const told = [];
    const onUpdate = (/** @type {any} */ task, /** @type {any} */ previous) => told.push([task, previous]);
    const { clock, promise } = begin(t, (index) => states[index], { onUpdate });
    const task = await clock.until(promise);
    assert.deepEqual(
      told.map(([{ status, message, requestId }]) => [status, message, requestId]),
      [
        ["DOING", "", "r1"],
        ["DOING", "half", "r3"],
        ["SUCCESS", "", "r5"],
      ],
    );
    assert.deepEqual(
      told.map(([, previous]) => previous?.requestId),
      [undefined, "r2", "r4"],
    );
    assert.equal(told.at(-1)?.[0], task);
  });

  test("may change its arguments: the wait uses what the service sent", async (t) => {
    const onUpdate = (/** @type {any} */ task) => {
      if (task.status === "SUCCESS") delete task.raw;
      else task.raw.status = "SUCCESS";
    };
    const states = [seen(), seen({ message: "half" }), seen({ status: "SUCCESS" })];
    const { clock, promise } = begin(t, (index) => states[index], { onUpdate });
    assert.equal((await clock.until(promise)).requestId, "r3");
  });

  test("gets a task that failed before the wait rejects with it", async (t) => {
    /** @type {any[]} */
    const told = [];
    const { clock, promise } = begin(t, () => seen({ status: "FAIL" }), {
      onUpdate: (/** @type {any} */ task) => told.push(task),
    });
    const error = await rejection(clock.until(promise));
    assert.equal(told.length, 1);
    assert.deepEqual(error.task, told[0]);
  });

  test("is not called for a task that was never seen, nor for one that is gone", async (t) => {
    /** @type {unknown[]} */
    const told = [];
    const { clock, promise } = begin(
      t,
      (index) => (index === 1 ? seen() : index === 0 ? UNAVAILABLE : MISSING),
      { onUpdate: () => told.push(1) },
    );
    await rejection(clock.until(promise));
    assert.deepEqual(told, [1]);
  });
});

describe("onFault", () => {
  test("gets the reason of a failed look, the number of failures, and the time of the next look", async (t) => {
    /** @type {any[]} */
    const faults = [];
    const answers = [
      UNAVAILABLE,
      throttled(),
      throttled({ "retry-after": "100" }),
      UNAVAILABLE,
      seen(),
      UNAVAILABLE,
    ];
    const { clock, promise, service } = begin(t, (index) => answers[index] ?? seen({ status: "SUCCESS" }), {
      onFault: (/** @type {any} */ fault) => faults.push(fault),
    });
    await clock.until(promise);
    assert.deepEqual(
      faults.map(({ error, consecutive, nextDelay }) => [
        error.kind,
        consecutive,
        nextDelay,
        error.attempts,
        error.task?.status,
      ]),
      [
        ["unavailable", 1, 4_000, 1, undefined],
        ["throttled", 1, 4_000, 2, undefined],
        ["throttled", 1, 110_000, 3, undefined],
        ["unavailable", 2, 8_000, 4, undefined],
        ["unavailable", 1, 7_000, 6, "DOING"],
      ],
    );
    assert.deepEqual(
      service.pauses().filter((_, index) => index !== 4),
      faults.map(({ nextDelay }) => nextDelay),
    );
    for (const { error } of faults) {
      assert.equal(sfsTurboTasks.isSfsTurboError(error), true);
      assert.ok(error.message.startsWith("waitForTask: "), error.message);
    }
    assert.deepEqual(Object.keys(faults[0]).sort(), ["consecutive", "error", "nextDelay"]);
  });

  test("does not get the failure that the wait ends with", async (t) => {
    let calls = 0;
    const onFault = () => {
      calls += 1;
    };
    const { clock, promise } = begin(t, () => UNAVAILABLE, { onFault, maxConsecutiveFailures: 2 });
    await rejection(clock.until(promise));
    assert.equal(calls, 2);
  });
});

describe("a callback that throws", () => {
  const thrown = { not: "even an error" };
  const raise = () => {
    throw thrown;
  };
  for (const name of ["onUpdate", "interval", "onFault"]) {
    test(`ends the wait with the thrown value, and leaves nothing: ${name}`, async (t) => {
      const { clock, promise, service, left } = begin(
        t,
        (index) => (index === 0 && name === "onFault" ? UNAVAILABLE : seen()),
        { [name]: raise },
      );
      assert.equal(await rejection(clock.until(promise)), thrown);
      assert.equal(service.requests.length, 1);
      assert.deepEqual(left(), [0, 0, 0]);
    });

    test(`that is not a function is refused before anything is sent: ${name}`, async (t) => {
      const { clock, promise, service, left } = begin(t, () => seen(), {
        [name]: name === "interval" ? {} : "call me",
      });
      const error = await rejection(clock.until(promise));
      assert.deepEqual([error.kind, error.field], ["invalid-request", name]);
      assert.deepEqual([service.requests.length, ...left()], [0, 0, 0, 0]);
    });
  }

  test("whose promise rejects is not waited for", async (t) => {
    let isCalled = false;
    const slow = () => {
      isCalled = true;
      return new Promise(() => {});
    };
    const { clock, promise } = begin(t, (index) => seen({ status: index ? "SUCCESS" : "DOING" }), {
      onUpdate: slow,
    });
    await clock.until(promise);
    assert.equal(isCalled, true);
  });
});
