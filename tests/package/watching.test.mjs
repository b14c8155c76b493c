// watchTask and watchTasks through the installed package: what a loop gets, and how it is left.
// @ts-check
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { before, describe, test } from "node:test";
import { MISSING, rejection, row, SILENCE, scriptService, UNAVAILABLE } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const ids = { shareId: "s", taskId: "t" };
const END = { done: true, value: undefined };
/** @param {Record<string, unknown>} [fields] */
const seen = (fields) => ({ body: row(fields) });

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  await sfsTurboTasks.getTask({ ...scriptService(() => seen()).options, ...ids });
});

/**
 * @param {import("node:test").TestContext} t
 * @param {(index: number) => any} answer
 * @param {object} [options]
 * @param {"watchTask" | "watchTasks"} [operation]
 */
function watch(t, answer, options, operation = "watchTask") {
  const clock = startClock(t);
  const service = scriptService((_, index) => answer(index), clock.now);
  const { signal } = new AbortController();
  const watching = sfsTurboTasks[operation]({ ...service.options, ...ids, signal, ...options });
  const left = () => [clock.pending(), getEventListeners(signal, "abort").length, service.counts.open];
  return { clock, service, watching, left };
}

/** The values of a loop, and the result after it. @param {any} watching */
async function loop(watching) {
  const values = [];
  for (;;) {
    const { done, value } = await watching.next();
    if (done) return { values, last: value };
    values.push(value);
  }
}

describe("watchTask", () => {
  test("sends nothing before the first next(), and gives the first task and each change", async (t) => {
    const states = [
      seen(),
      seen(),
      seen({ message: "half" }),
      seen({ message: "half" }),
      seen({ status: "SUCCESS" }),
    ];
    const { clock, service, watching, left } = watch(t, (index) => states[index]);
    await clock.pass(60_000);
    assert.equal(service.requests.length, 0);
    const { values, last } = await clock.until(loop(watching));
    assert.deepEqual(
      values.map(({ status, message }) => [status, message]),
      [
        ["DOING", ""],
        ["DOING", "half"],
        ["SUCCESS", ""],
      ],
    );
    assert.equal(last, values.at(-1));
    assert.equal(service.requests.length, 5);
    assert.deepEqual(left(), [0, 0, 0]);
    assert.deepEqual(await watching.next(), END);
  });

  /** @type {Record<string, { states: any[], statuses: string[] }>} */
  const ENDS = {
    "that ended as FAIL": { states: [seen(), seen({ status: "FAIL" })], statuses: ["DOING", "FAIL"] },
    "that is gone": {
      states: [seen(), seen({ status: "DELETING" }), MISSING],
      statuses: ["DOING", "DELETING"],
    },
    "that ended in a way that is not known": {
      states: [seen({ status: "NEW" }), seen({ status: "OVER", end_time: "2026-11-26T09:30:00" })],
      statuses: ["NEW", "OVER"],
    },
  };
  for (const [name, { states, statuses }] of Object.entries(ENDS)) {
    test(`ends without throwing for a task ${name}, and returns the last seen task`, async (t) => {
      const { clock, watching } = watch(t, (index) => states[index]);
      const { values, last } = await clock.until(loop(watching));
      assert.deepEqual(
        values.map(({ status }) => status),
        statuses,
      );
      assert.equal(last, values.at(-1));
    });
  }

  test("works in a loop", async (t) => {
    const { clock, watching } = watch(t, (index) =>
      seen({ status: index < 3 ? "DOING" : "FAIL", message: `${index}` }),
    );
    const run = async () => {
      const messages = [];
      for await (const { message } of watching) messages.push(message);
      return messages;
    };
    assert.deepEqual(await clock.until(run()), ["0", "1", "2", "3"]);
    assert.equal(watching[Symbol.asyncIterator](), watching);
  });

  test("sends nothing while the loop is busy, and then gives the newest state", async (t) => {
    const { clock, service, watching } = watch(t, () => seen({ message: `at ${clock.now()}` }));
    await clock.until(watching.next());
    await clock.pass(3_600_000);
    assert.equal(service.requests.length, 1);
    const { value } = await watching.next();
    assert.equal(value.message, `at ${clock.now()}`);
    assert.equal(service.requests.length, 2);
    const began = clock.now();
    await clock.until(watching.next());
    assert.equal(clock.now() - began, 3_000);
    await watching.return();
  });

  test("answers simultaneous calls of next() one after the other", async (t) => {
    const { clock, service, watching } = watch(t, (index) =>
      seen({ message: `${index}`, status: index < 2 ? "DOING" : "SUCCESS" }),
    );
    const calls = [1, 2, 3, 4, 5].map(() => watching.next());
    const results = await clock.until(Promise.all(calls));
    assert.deepEqual(
      results.map(({ done, value }) => [done, value?.message]),
      [
        [false, "0"],
        [false, "1"],
        [false, "2"],
        [true, "2"],
        [true, undefined],
      ],
    );
    assert.equal(service.counts.mostAtOnce, 1);
    assert.equal(service.requests.length, 3);
  });

  test("throws the error that ends it, with the task, and is done then", async (t) => {
    const { clock, watching, left } = watch(t, (index) => (index === 0 ? seen() : { status: 403 }));
    await clock.until(watching.next());
    const error = await rejection(clock.until(watching.next()));
    assert.deepEqual([error.kind, error.operation, error.task.status], ["forbidden", "watchTask", "DOING"]);
    assert.deepEqual(await watching.next(), END);
    assert.deepEqual(left(), [0, 0, 0]);
  });

  /** @type {[name: string, answer: (index: number) => any, options: object, kind: string][]} */
  const THROWN = [
    ["a task that was never there", () => MISSING, {}, "not-found"],
    ["the sixth failure", () => UNAVAILABLE, {}, "unavailable"],
    ["waitTimeout", () => seen(), { waitTimeout: 10_000 }, "timeout"],
    ["an option", () => seen(), { interval: 5 }, "invalid-request"],
    ["a function", () => seen(), { interval: () => 5 }, "invalid-request"],
  ];
  for (const [name, answer, options, kind] of THROWN) {
    test(`throws for ${name}`, async (t) => {
      const { clock, watching, left } = watch(t, answer, options);
      const error = await rejection(clock.until(loop(watching)));
      assert.deepEqual([error.kind, error.operation], [kind, "watchTask"]);
      assert.deepEqual(left(), [0, 0, 0]);
    });
  }

  test("throws for invalid options, and not before next()", async () => {
    const watching = sfsTurboTasks.watchTask(null);
    const error = await rejection(watching.next());
    assert.deepEqual([error.kind, error.field], ["invalid-request", "options"]);
  });

  test("throws the signal's reason, even if it was aborted while the loop was busy", async (t) => {
    const controller = new AbortController();
    const { clock, service, watching } = watch(t, () => seen(), { signal: controller.signal });
    await clock.until(watching.next());
    controller.abort("enough");
    assert.equal(await rejection(watching.next()), "enough");
    assert.deepEqual(await watching.next(), END);
    assert.equal(service.requests.length, 1);
    assert.equal(getEventListeners(controller.signal, "abort").length, 0);
  });
});

describe("a watch that is left", () => {
  /** @type {Record<string, (watching: any) => Promise<unknown>>} */
  const WAYS = {
    "return()": (watching) => watching.return(),
    "throw()": (watching) => watching.throw(new Error("enough")).catch(() => {}),
    "await using": (watching) => watching[Symbol.asyncDispose ?? "dispose"](),
  };
  /** What next() waits for. @type {Record<string, (index: number) => any>} */
  const WAITS = {
    "for the first answer": () => SILENCE,
    "for a later one": (index) => (index === 0 ? seen() : SILENCE),
    "in a pause": () => seen(),
    "in a pause after a failure": (index) => (index === 0 ? seen() : UNAVAILABLE),
  };

  for (const [way, leave] of Object.entries(WAYS)) {
    for (const [name, answer] of Object.entries(WAITS)) {
      test(`by ${way} while next() waits ${name} ends that next() at once, and its request`, async (t) => {
        const { clock, service, watching, left } = watch(t, answer);
        if (name !== "for the first answer") await clock.until(watching.next());
        const waiting = watching.next();
        await clock.pass(answer(1) === SILENCE ? 2_000 : 100);
        const began = clock.now();
        await leave(watching);
        assert.deepEqual(await waiting, END);
        await clock.rest();
        assert.deepEqual([clock.now(), ...left()], [began, 0, 0, 0]);
        assert.equal(service.requests.at(-1)?.signal.aborted, answer(1) === SILENCE);
        assert.deepEqual(await watching.next(), END);
        assert.deepEqual(await watching.return(), END);
      });
    }

    test(`by ${way} before it began sends nothing`, async (t) => {
      const { service, watching, left } = watch(t, () => seen());
      await leave(watching);
      assert.deepEqual(await watching.next(), END);
      assert.deepEqual([service.requests.length, ...left()], [0, 0, 0, 0]);
    });
  }

  test("by break or by an error in the loop leaves nothing", async (t) => {
    const { clock, watching, left } = watch(t, () => seen());
    const run = async () => {
      for await (const _ of watching) throw new Error("in the loop");
    };
    assert.equal((await rejection(clock.until(run()))).message, "in the loop");
    assert.deepEqual(left(), [0, 0, 0]);
    assert.deepEqual(await watching.next(), END);
  });

  test("returns the value given to return(), and throws the one given to throw()", async (t) => {
    const { watching } = watch(t, () => seen());
    assert.deepEqual(await watching.return(5), { done: true, value: 5 });
    const thrown = new Error("enough");
    assert.equal(await rejection(watching.throw(thrown)), thrown);
  });
});

test("an option that makes every look impossible is refused by its name, and typed", async () => {
  const proxy = new Proxy(
    {},
    {
      get() {
        throw new Error("do not look");
      },
    },
  );
  const { options } = scriptService(() => ({ body: row() }));
  for (const begin of ["watchTask", "waitForTask", "getTask"]) {
    const call = sfsTurboTasks[begin]({ ...options, shareId: proxy, taskId: "t" });
    await assert.rejects(begin === "watchTask" ? call.next() : call, {
      kind: "invalid-request",
      field: "shareId",
    });
  }
});
