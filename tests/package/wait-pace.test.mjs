// How often a wait looks: its pauses, what failures and throttling add to them, and when its time is over.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  brokenConnection,
  row,
  SILENCE,
  scriptService,
  throttled,
  UNAVAILABLE,
} from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const ids = { shareId: "s", taskId: "t" };
const HOUR = 3_600_000;
const DOING = { body: row() };
const SUCCESS = { body: row({ status: "SUCCESS" }) };

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  await sfsTurboTasks.getTask({ ...scriptService(() => DOING).options, ...ids });
});

/**
 * Waits for a task that ends after this number of looks.
 * @param {import("node:test").TestContext} t
 * @param {number} looks
 * @param {object} [options]
 * @param {{ answer?: (index: number) => any, random?: () => number }} [more] how the looks before are answered
 */
async function waitLong(t, looks, options, { answer = () => DOING, random } = {}) {
  const clock = startClock(t, random ? { random } : {});
  const service = scriptService((_, index) => (index < looks ? answer(index) : SUCCESS), clock.now);
  const ended = clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, ...options }));
  const [{ value, reason }] = /** @type {any} */ (await Promise.allSettled([ended]));
  assert.equal(clock.pending(), 0, "no timer is left");
  return { clock, service, task: value, error: reason, pauses: service.pauses() };
}

describe("the pause between two looks", () => {
  const USUAL = [2_000, 3_000, 4_500, 6_750, 10_125, 15_000, 15_000, 15_000];

  test("grows from 2 seconds to 15 by default", async (t) => {
    assert.deepEqual((await waitLong(t, 8)).pauses, USUAL);
  });

  for (const [random, factor] of /** @type {const} */ ([
    [0, 0.8],
    [0.9999, 1.199],
    [0.25, 0.9],
  ])) {
    test(`is multiplied by ${factor} if the random number is ${random}, also a fixed one`, async (t) => {
      const { pauses } = await waitLong(t, 8, {}, { random: () => random });
      assert.deepEqual(
        pauses,
        USUAL.map((pause) => Math.floor(pause * factor)),
      );
    });
  }

  test("has a new random part at each look", async (t) => {
    let number = 0;
    const random = () => (number++ % 10) / 10;
    const { pauses } = await waitLong(t, 200, { interval: 10_000 }, { random });
    assert.ok(pauses.every((pause) => pause >= 8_000 && pause <= 12_000));
    assert.ok(new Set(pauses).size > 3, "they differ");
  });

  test("starts at the end of a look, so a slow service is not polled more often", async (t) => {
    const clock = startClock(t);
    const service = scriptService(async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return index < 3 ? DOING : SUCCESS;
    }, clock.now);
    await clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, interval: 5_000 }));
    assert.deepEqual(service.pauses(), [6_500, 6_500, 6_500]);
    assert.equal(service.counts.mostAtOnce, 1);
  });

  test("is as long as interval says", async (t) => {
    assert.deepEqual((await waitLong(t, 3, { interval: 250 })).pauses, [250, 250, 250]);
  });

  test("may be as long as a timer can count, and is not shortened then", async (t) => {
    const longest = 2_147_483_647;
    assert.deepEqual((await waitLong(t, 1, { interval: longest }, { random: () => 0.9 })).pauses, [
      Math.floor((longest * 1_160) / 1_000),
    ]);
  });

  test("is the value of a function, which gets the task and the number of looks", async (t) => {
    /** @type {unknown[]} */
    const told = [];
    const says = [1_000, 300.4, undefined, null, 60_000];
    const interval = (/** @type {any} */ task, /** @type {number} */ looks) => {
      told.push([task.status, looks]);
      return says[looks - 1];
    };
    const { pauses } = await waitLong(t, 5, { interval });
    assert.deepEqual(pauses, [1_000, 300, 4_500, 6_750, 60_000]);
    assert.deepEqual(
      told.slice(0, 5),
      [1, 2, 3, 4, 5].map((looks) => ["DOING", looks]),
    );
  });

  for (const bad of [249, 0, -1, Number.NaN, Infinity, 2_147_483_648, "1000", true, {}, 5n]) {
    const says = "waitForTask: interval must be a whole number from 250 to 2147483647";

    test(`is refused before anything is sent: ${typeof bad} ${String(bad)}`, async (t) => {
      const { error, service } = await waitLong(t, 1, { interval: bad });
      assert.deepEqual([error.kind, error.field, error.message], ["invalid-request", "interval", says]);
      assert.equal(service.requests.length, 0);
    });

    test(`ends the wait if a function returns it: ${typeof bad} ${String(bad)}`, async (t) => {
      const { error, service } = await waitLong(t, 1, { interval: () => bad });
      assert.deepEqual([error.kind, error.field, error.message], ["invalid-request", "interval", says]);
      assert.deepEqual([error.task.status, service.requests.length], ["DOING", 1]);
    });
  }
});

describe("failures that pass", () => {
  /** @type {Record<string, () => any>} */
  const FAULTS = {
    network: () => {
      throw brokenConnection("ECONNRESET");
    },
    timeout: () => SILENCE,
    unavailable: () => UNAVAILABLE,
    "invalid-response": () => ({ body: "<!doctype html>" }),
  };

  for (const [kind, answer] of Object.entries(FAULTS)) {
    test(`may happen five times, and the sixth rejects the wait: ${kind}`, async (t) => {
      const options = { attemptTimeout: 1_000 };
      const { task, pauses } = await waitLong(t, 5, options, { answer });
      assert.equal(task.status, "SUCCESS");
      const lasted = kind === "timeout" ? 1_000 : 0;
      assert.deepEqual(
        pauses,
        [4_000, 8_000, 16_000, 32_000, 60_000].map((pause) => pause + lasted),
      );
    });

    test(`reject at the sixth with that failure, and with the last seen task: ${kind}`, async (t) => {
      const { error, service } = await waitLong(
        t,
        99,
        { attemptTimeout: 1_000 },
        { answer: (index) => (index === 0 ? DOING : answer()) },
      );
      assert.deepEqual(
        [error.kind, error.task.status, error.attempts, error.operation],
        [kind, "DOING", 7, "waitForTask"],
      );
      assert.equal(service.requests.length, 7);
    });
  }

  test("are counted from the last good look", async (t) => {
    const { task } = await waitLong(
      t,
      60,
      {},
      { answer: (index) => (index % 6 === 5 ? DOING : UNAVAILABLE) },
    );
    assert.equal(task.status, "SUCCESS");
  });

  test("end the wait at once with maxConsecutiveFailures 0, and at the third with 2", async (t) => {
    const first = await waitLong(t, 9, { maxConsecutiveFailures: 0 }, { answer: () => UNAVAILABLE });
    assert.deepEqual([first.error.kind, first.service.requests.length], ["unavailable", 1]);
  });

  test("end the wait at the third with maxConsecutiveFailures 2, whatever maxRetries is", async (t) => {
    const options = { maxConsecutiveFailures: 2, maxRetries: 10 };
    const { error, service } = await waitLong(t, 9, options, { answer: () => UNAVAILABLE });
    assert.deepEqual([error.kind, service.requests.length], ["unavailable", 3]);
  });

  test("never make a pause shorter than a long interval", async (t) => {
    const { pauses } = await waitLong(t, 2, { interval: 90_000 }, { answer: () => UNAVAILABLE });
    assert.deepEqual(pauses, [90_000, 90_000]);
  });

  /** @type {Record<string, { status: number, body?: unknown }>} */
  const FATAL = {
    unauthenticated: { status: 401 },
    forbidden: { status: 403, body: { errCode: "SFS.TURBO.9000", errMsg: "no privileges to operate" } },
    rejected: { status: 400, body: { errCode: "SFS.TURBO.0001", errMsg: "parameter error" } },
    "not-found": { status: 404, body: { errCode: "SFS.TURBO.0002", errMsg: "cluster not found" } },
  };
  for (const [kind, fatal] of Object.entries(FATAL)) {
    test(`do not include failures that stay the same: ${kind} ends the wait at once`, async (t) => {
      const { error, service } = await waitLong(t, 9, {}, { answer: (index) => (index < 2 ? DOING : fatal) });
      assert.deepEqual([error.kind, error.task.status, service.requests.length], [kind, "DOING", 3]);
    });
  }

  test("do not include an untrusted certificate", async (t) => {
    const answer = () => {
      throw brokenConnection("CERT_HAS_EXPIRED");
    };
    const { error } = await waitLong(t, 9, {}, { answer });
    assert.deepEqual([error.kind, error.attempts], ["network", 1]);
  });
});

describe("a gateway that throttles", () => {
  test("slows the wait down to one look a minute and never ends it, for two days", async (t) => {
    const { task, pauses, clock } = await waitLong(
      t,
      2_880,
      { maxConsecutiveFailures: 0 },
      { answer: () => throttled() },
    );
    assert.equal(task.status, "SUCCESS");
    assert.deepEqual(pauses.slice(0, 7), [4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    assert.ok(clock.now() > 47 * HOUR);
  });

  test("shortens its pause by a second after each good look", async (t) => {
    const { pauses } = await waitLong(
      t,
      6,
      { interval: 2_000 },
      { answer: (index) => (index < 3 ? throttled() : DOING) },
    );
    assert.deepEqual(pauses, [4_000, 8_000, 16_000, 15_000, 14_000, 13_000]);
  });

  test("gets a request when Retry-After says so, and never before the pause is over", async (t) => {
    const answer = (/** @type {number} */ index) => throttled({ "retry-after": index === 0 ? "300" : "1" });
    assert.deepEqual((await waitLong(t, 2, { interval: 1_000 }, { answer })).pauses, [330_000, 4_000]);
  });

  test("neither counts as a failure nor resets the count", async (t) => {
    const answer = (/** @type {number} */ index) => (index % 2 === 0 ? UNAVAILABLE : throttled());
    const { error, service } = await waitLong(t, 99, { maxConsecutiveFailures: 2 }, { answer });
    assert.deepEqual([error.kind, service.requests.length], ["unavailable", 5]);
  });
});
