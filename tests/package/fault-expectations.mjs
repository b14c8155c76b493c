// Judges what came of a row: a cell passes only if every field of the error and every request seen is as expected.
// @ts-check
import assert from "node:assert/strict";
import { OF_LAST_REQUEST } from "./faults/expected.mjs";

/** @typedef {import("./faults/table.mjs").Fault} Fault */
/** @typedef {import("./faults/expected.mjs").Expected} Expected */
/** @typedef {import("./faults/run.mjs").Observation} Observation */

/** Timers count whole milliseconds, and may fire one early. */
const EARLY = 2;

/** What `Expected` says about a rejection. */
const ERROR_FIELDS = /** @type {const} */ ([
  ...["kind", "errCode", "errMsg", "message", "httpStatus", "requestId", "attempts", "retryable", "field"],
  ...["encodedAuthorizationMessage", "cause"],
]);

/**
 * @param {Fault} fault
 * @param {"Node" | "Chromium"} runtime
 * @param {Observation} observation
 */
export function expectObservation(fault, runtime, observation) {
  const expected = (runtime === "Chromium" && fault.chromium) || fault.expected;
  const { outcomes, next, asked, cancelled, elsewhere, sent, seen } = observation;
  // The last call is made when the row itself is over, so its requests come last.
  const own = fault.next === undefined ? seen : seen.slice(0, seen.length - fault.next.seen.length);
  const later = seen.slice(own.length);
  for (const outcome of outcomes) expectOutcome(outcome, expected, own);
  assert.equal(outcomes.length, fault.calls ?? 1);
  const tokens = [...sent, ...own.map(({ token }) => token)];
  // Of calls at once, one may be a step ahead of the others.
  const inOrder = outcomes.length > 1 ? [...tokens].sort() : tokens;
  assert.deepEqual(
    inOrder,
    outcomes.length > 1 ? [...expected.seen].sort() : expected.seen,
    "the requests seen",
  );
  assert.equal(elsewhere, 0, "requests to another origin");
  assert.deepEqual(
    ends(seen).filter((end) => end === "open"),
    [],
    "requests that outlive their call",
  );
  if (expected.ends) assert.deepEqual(ends(own), expected.ends);
  if (expected.asked) assert.deepEqual(asked, expected.asked, "what the token function was told");
  if (expected.cancelled !== undefined) assert.equal(cancelled, expected.cancelled);
  if (expected.pause !== undefined) expectPause(own, expected.pause);
  if (fault.next) {
    expectOutcome(next, fault.next, later);
    assert.deepEqual(
      later.map(({ token }) => token),
      fault.next.seen,
      "the requests of the next call",
    );
  }
}

/**
 * @param {any} outcome
 * @param {Expected} expected
 * @param {Observation["seen"]} seen
 */
function expectOutcome(outcome, expected, seen) {
  const { task, reason, looked, says } = expected;
  assert.equal(outcome.hangs, undefined, "the promise settles");
  assert.equal(outcome.late, false, "the promise settles when its time is over");
  const requestId = seen.at(-1)?.requestId ?? null;
  if (reason) {
    assert.deepEqual(outcome, { reason: true, atOnce: true, late: false });
  } else if (task) {
    assert.deepEqual(pick(outcome.task ?? outcome, withId(task, requestId)), withId(task, requestId));
    if (looked !== undefined) assert.deepEqual(outcome.looked, looked);
  } else {
    const fields = Object.fromEntries(ERROR_FIELDS.map((name) => [name, expected[name]]));
    const wanted = { isInstance: true, ...withId(fields, requestId) };
    assert.deepEqual(pick(outcome.error ?? outcome, wanted), wanted);
    if (says !== undefined) assert.ok(outcome.error.message.includes(says), outcome.error.message);
  }
}

/**
 * The fields that are expected, with the id that the service gave.
 * @param {Record<string, unknown>} fields
 * @param {string | null} id
 */
function withId(fields, id) {
  const expected = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(expected.map(([name, value]) => [name, value === OF_LAST_REQUEST ? id : value]));
}

/**
 * The same fields of another object; all of it if it has none of them, so that a failure shows it.
 * @param {any} object
 * @param {Record<string, unknown>} like
 */
function pick(object, like) {
  const names = Object.keys(like).filter((name) => name in object);
  return names.length === 0 ? object : Object.fromEntries(names.map((name) => [name, object[name]]));
}

/** @param {Observation["seen"]} seen */
const ends = (seen) => seen.map(({ end }) => end);

/**
 * @param {Observation["seen"]} seen
 * @param {number} least
 */
function expectPause([first, second], least) {
  const pause = (second?.at ?? 0) - (first?.at ?? 0);
  assert.ok(pause >= least - EARLY, `${pause} ms are at least ${least} ms`);
}
