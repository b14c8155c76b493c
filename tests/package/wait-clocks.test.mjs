// A wait on a machine whose clock is wrong for a moment.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, seen } from "./followed-task.mjs";

test("a clock that gives no time for a moment neither ends a wait nor makes it poll more often", async (t) => {
  const states = [seen(), seen(), seen(), seen({ status: "SUCCESS" })];
  const { clock, promise, service } = begin(t, (index) => states[index], { interval: 10_000 });
  await clock.pass(1_000);
  const { now } = performance;
  for (const broken of [Number.NaN, undefined, Number.NEGATIVE_INFINITY]) {
    performance.now = () => /** @type {any} */ (broken);
    await clock.pass(100);
    performance.now = now;
    await clock.pass(100);
  }
  await clock.until(promise);
  assert.equal(service.requests.length, 4);
  assert.ok(
    service.pauses().every((pause) => pause >= 9_000 && pause <= 25_000),
    `${service.pauses()}`,
  );
});
