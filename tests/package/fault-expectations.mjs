// Checks the result of a cell: it passes only if every field of the error and every request seen is as expected.
// @ts-check
import assert from "node:assert/strict";
import { expectationOf } from "./faults/expectation.mjs";
import { OF_LAST_REQUEST } from "./faults/expected.mjs";
import { DOUBT } from "./faults/operations.mjs";

/** @typedef {import("./faults/table.mjs").Fault} Fault */
/** @typedef {import("./faults/operations.mjs").Operation} Operation */
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
 * @param {Operation} operation
 * @param {import("./faults/expectation.mjs").Runtime} runtime
 * @param {Observation} observation
 */
export function expectObservation(fault, operation, runtime, observation) {
  const expected = expectationOf(fault, operation, runtime);
  const { outcomes, next, asked, cancelled, elsewhere, sent, seen, told, retried } = observation;
  const later = fault.next && expectationOf({ ...fault, expected: fault.next }, operation, runtime);
  // The last call is made when the row itself is over, so its requests come last.
  const own = later === undefined ? seen : seen.slice(0, seen.length - later.seen.length);
  for (const outcome of outcomes) expectOutcome(operation, outcome, expected, own);
  assert.equal(outcomes.length, fault.calls ?? 1);
  const senders = [...sent, ...own.map(({ sender }) => sender)];
  // One of several simultaneous calls may be a step ahead of the others.
  const inOrder = outcomes.length > 1 ? [...senders].sort() : senders;
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
  if (expected.asked) assert.deepEqual(asked, expected.asked, "what the function that signs in was told");
  if (expected.minutes) {
    assert.deepEqual(
      own.map(({ minutes }) => minutes),
      expected.minutes,
      "how far the signatures were ahead",
    );
  }
  if (!isWatched(operation) || expected.retried !== undefined)
    expectRetries(operation, retried, expected, outcomes);
  if (expected.cancelled !== undefined) assert.equal(cancelled, expected.cancelled);
  if (expected.pause !== undefined) expectPause(own, expected.pause);
  if (expected.told) expectTold(operation, told, expected.told, own.slice(0, -1));
  else if (!expected.task) expectNoneTold(told);
  if (later) {
    expectOutcome(operation, next, later, seen.slice(own.length));
    assert.deepEqual(
      seen.slice(own.length).map(({ sender }) => sender),
      later.seen,
      "the requests of the next call",
    );
  }
}

/**
 * @param {Operation} operation
 * @param {any} outcome
 * @param {Expected} expected
 * @param {Observation["seen"]} seen
 */
function expectOutcome(operation, outcome, expected, seen) {
  const { task, reason, looked, thrown } = expected;
  assert.equal(outcome.hangs, undefined, "the promise settles");
  assert.equal(outcome.late, false, "the promise settles when its time is over");
  const requestId = seen.at(-1)?.requestId ?? null;
  if (reason) {
    assert.deepEqual(outcome, { reason: true, atOnce: true, late: false });
  } else if (thrown) {
    assert.deepEqual(outcome, { thrown: true, late: false });
  } else if (task) {
    assert.ok(outcome.task, JSON.stringify(outcome));
    assert.deepEqual(pick(outcome.task, withId(task, requestId)), withId(task, requestId));
    if (looked !== undefined) assert.deepEqual(outcome.looked, looked);
  } else {
    expectError(operation, outcome.error ?? outcome, expected, requestId);
  }
}

/**
 * @param {Operation} operation
 * @param {any} error
 * @param {Expected} expected
 * @param {string | null} requestId
 */
function expectError({ name, action }, error, expected, requestId) {
  const { kind, says, doubted, lastTask } = expected;
  const fields = Object.fromEntries(ERROR_FIELDS.map((field) => [field, expected[field]]));
  const wanted = { isInstance: true, operation: name, ...withId(fields, requestId) };
  assert.deepEqual(pick(error, wanted), wanted);
  assert.deepEqual(lastTask && error.task ? pick(error.task, lastTask) : error.task, lastTask ?? null);
  const { message } = error;
  assert.ok(message.startsWith(`${name}: `), message);
  if (says !== undefined) assert.ok(message.includes(says), message);
  if (kind === "forbidden")
    assert.ok(message.includes(`; the user needs the IAM action ${action} (HTTP `), message);
  if (doubted) assert.ok(message.endsWith(`; ${DOUBT}`), message);
  else assert.ok(!message.includes(DOUBT), message);
}

/** A wait calls `onFault` for the looks that failed. @param {Operation} operation */
const isWatched = ({ sends }) => sends === "looks";

/**
 * The reports of a call before each retry.
 * @param {Operation} operation
 * @param {Observation["retried"]} retried
 * @param {Expected} expected
 * @param {readonly any[]} outcomes
 */
function expectRetries({ name }, retried, expected, outcomes) {
  const { seen, attempts = seen.length / outcomes.length } = expected;
  const times = expected.retried ?? Math.max(0, attempts - 1);
  const wanted = outcomes.flatMap(() => Array.from({ length: times }, (_, index) => index + 2));
  assert.deepEqual(retried.map(({ attempt }) => attempt).sort(), wanted.sort(), "the attempts told of");
  for (const { error, attempt, delay, ...rest } of retried) {
    assert.deepEqual(rest, {});
    assert.deepEqual([error.isInstance, error.operation, error.attempts], [true, name, attempt - 1]);
    assert.ok(Number.isInteger(delay) && delay >= 0, `${delay} ms`);
  }
}

/**
 * The report of a wait about a failed look, before it continued.
 * @param {Operation} operation
 * @param {Observation["told"]} told
 * @param {Expected} expected
 * @param {Observation["seen"]} before the requests but for the last one
 */
function expectTold(operation, told, expected, before) {
  assert.equal(told.length, 1, "failures told of");
  for (const { error, consecutive, nextDelay } of told) {
    expectError(operation, error, expected, before.at(-1)?.requestId ?? null);
    assert.equal(consecutive, expected.kind === "throttled" ? 0 : 1);
    if (expected.nextDelay !== null) assert.equal(nextDelay, expected.nextDelay);
  }
}

/** Only throttled answers may come before the failure that ended a wait. @param {Observation["told"]} told */
function expectNoneTold(told) {
  const others = told.filter(({ error }) => error.kind !== "throttled");
  assert.deepEqual(others, [], "failures that did not end the wait");
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
 * The same fields of another object; all of it if it has none of them, so a failure shows it.
 * @param {any} object
 * @param {Record<string, unknown>} like
 */
function pick(object, like) {
  const names = Object.keys(like).filter((name) => name in object);
  return names.length === 0 && Object.keys(like).length > 0
    ? object
    : Object.fromEntries(names.map((name) => [name, object[name]]));
}

/** @param {Observation["seen"]} seen */
const ends = (seen) => seen.map(({ end }) => end);

/**
 * @param {Observation["seen"]} seen
 * @param {number} least
 */
function expectPause(seen, least) {
  // A mocked fetch sends no request to a server.
  if (seen.length < 2) return;
  const [before, last] = seen.slice(-2);
  const pause = (last?.at ?? 0) - (before?.at ?? 0);
  assert.ok(pause >= least - EARLY, `${pause} ms are at least ${least} ms`);
}
