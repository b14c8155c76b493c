// Cancelling a wait at any stage: it rejects at once, and leaves nothing.
// @ts-check
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import { begin, ids, seen, sfsTurboTasks } from "./followed-task.mjs";
import { rejection, SILENCE, scriptService, throttled, UNAVAILABLE } from "./scripted-service.mjs";
import { startClock } from "./virtual-clock.mjs";

describe("a wait that is aborted rejects with the signal's reason at once, and leaves nothing", () => {
  const reason = { name: "whatever it is" };
  const silentBody = () => {
    const body = new ReadableStream({
      start: (pieces) => pieces.enqueue(new TextEncoder().encode('{"task_')),
    });
    return async () => new Response(body, { status: 200 });
  };
  /** What is under way. @type {Record<string, { answer?: () => any, options?: object, requests: number }>} */
  const STAGES = {
    "while a token function is asked": { options: { token: () => new Promise(() => {}) }, requests: 0 },
    "while a request is": { answer: () => SILENCE, requests: 1 },
    "while a body is read": { options: { fetch: silentBody() }, requests: 0 },
    "in a pause": { requests: 1 },
    "in a pause after a failure": { answer: () => UNAVAILABLE, requests: 1 },
    "in a pause of an hour that a gateway wanted": {
      answer: () => throttled({ "retry-after": "3600" }),
      requests: 1,
    },
  };

  for (const [name, { answer = () => seen(), options, requests }] of Object.entries(STAGES)) {
    test(name, async (t) => {
      const { clock, service, controller, promise, left } = begin(t, answer, options);
      await clock.rest();
      const began = clock.now();
      controller.abort(reason);
      assert.equal(await rejection(promise), reason);
      await clock.rest();
      assert.equal(clock.now(), began);
      assert.deepEqual([service.requests.length, ...left()], [requests, 0, 0, 0]);
      for (const { signal } of service.requests.slice(answer() === SILENCE ? 0 : 1))
        assert.equal(signal.aborted, true);
    });
  }

  test("before it begins, and nothing is sent", async (t) => {
    const clock = startClock(t);
    const service = scriptService(() => seen());
    const wait = sfsTurboTasks.waitForTask({ ...service.options, ...ids, signal: AbortSignal.abort(reason) });
    assert.equal(await rejection(clock.until(wait)), reason);
    assert.equal(service.requests.length, 0);
  });

  for (const [name, times] of Object.entries({ onUpdate: 1, interval: 1, onFault: 1 })) {
    test(`by ${name} itself`, async (t) => {
      /** @type {() => void} */
      let abort = () => {};
      const answer = (/** @type {number} */ index) =>
        name === "onFault" && index === 0 ? UNAVAILABLE : seen();
      const { clock, service, controller, promise, left } = begin(t, answer, { [name]: () => abort() });
      abort = () => controller.abort(reason);
      assert.equal(await rejection(clock.until(promise)), reason);
      assert.deepEqual([service.requests.length, ...left()], [times, 0, 0, 0]);
    });
  }

  test("by onUpdate itself, even at the task's end", async (t) => {
    /** @type {() => void} */
    let abort = () => {};
    const { clock, controller, promise, left } = begin(t, () => seen({ status: "SUCCESS" }), {
      onUpdate: () => abort(),
    });
    abort = () => controller.abort(reason);
    assert.equal(await rejection(clock.until(promise)), reason);
    assert.deepEqual(left(), [0, 0, 0]);
  });

  test("with an AbortError if no reason is given", async (t) => {
    const { clock, controller, promise } = begin(t, () => seen());
    await clock.rest();
    controller.abort();
    assert.equal((await rejection(promise)).name, "AbortError");
  });

  test("also if the same signal has many other listeners", async (t) => {
    const clock = startClock(t);
    const service = scriptService(() => seen());
    const controller = new AbortController();
    const { signal } = controller;
    const waits = Array.from({ length: 50 }, () =>
      rejection(sfsTurboTasks.waitForTask({ ...service.options, ...ids, signal })),
    );
    await clock.rest();
    assert.equal(getEventListeners(signal, "abort").length, 1);
    controller.abort(reason);
    assert.deepEqual(new Set(await Promise.all(waits)), new Set([reason]));
    assert.deepEqual([clock.pending(), getEventListeners(signal, "abort").length], [0, 0]);
  });
});
