// The expected result of an operation with a fault: from the row, and from what a lost answer means to the operation.
// @ts-check
import { GOOD } from "./credentials.mjs";
import { USUAL_STATUS } from "./expected.mjs";
import { INTERVAL } from "./operations.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./expected.mjs").Expected} Expected */
/** @typedef {import("./operations.mjs").Operation} Operation */
/** @typedef {"Node" | "Chromium"} Runtime */

/** Failures that another request may cure, beside throttling. */
const PASSING = ["unavailable", "network", "timeout"];

/** A throttled or failed look doubles the interval. The random part, which is fixed at its least, subtracts a fifth. */
const NEXT_DELAY = INTERVAL * 2 * 0.8;

/**
 * Whether an operation has a cell in the row of a fault.
 * @param {Fault} fault
 * @param {Operation} operation
 */
export function concerns(fault, operation) {
  if (fault.only?.(operation) === false) return false;
  if (fault.signsIn !== undefined && fault.signsIn !== operation.signsIn) return false;
  // Waits that continue run at the same time, so nothing may be replaced; each of several calls has its own faults.
  const replaces = "webAssembly" in fault || fault.random !== undefined;
  const isApart = replaces || fault.calls !== undefined || fault.recovers === false;
  return !operation.recovers || !isApart;
}

/**
 * The expected result of a cell.
 * @param {Fault} fault
 * @param {Operation} operation
 * @param {Runtime} runtime
 * @returns {Expected}
 */
export function expectationOf(fault, operation, runtime) {
  const failure = lastFailure(fault, operation, runtime);
  if (operation.sends !== "looks") return failure;
  const goesOn = failure.kind === "throttled" || (operation.recovers && mayPass(failure));
  return goesOn ? nextLook(failure) : failure;
}

/**
 * The result of a cell if only the row's own faults happen: a success, or a failure that is the last.
 * @param {Fault} fault
 * @param {Operation} operation
 * @param {Runtime} runtime
 * @returns {Expected}
 */
function lastFailure(fault, operation, runtime) {
  const exception = fault.except?.[operation.name];
  if (exception !== undefined) return inWordsOf(operation, exception);
  const whole = inWordsOf(operation, (runtime === "Chromium" && fault.chromium) || fault.expected);
  if (operation.sends === "again") return whole;
  const first = fault.firstFailure ? inWordsOf(operation, fault.firstFailure) : withoutRetries(whole);
  if (operation.sends === "looks") return first;
  return mayHaveActed(first) ? { ...first, retryable: false, doubted: true } : whole;
}

/** A wait that continued after a failure: the answer to the next look is good. @param {Expected} failure @returns {Expected} */
function nextLook(failure) {
  const { seen, asked, nextDelay = NEXT_DELAY } = failure;
  return {
    task: { status: "SUCCESS" },
    told: { ...failure, nextDelay },
    ...(nextDelay !== null && { pause: nextDelay }),
    seen: [...seen, ...seen.slice(-1)],
    ...(asked && { asked: [...asked, null] }),
  };
}

/** Whether a later look may succeed: so it is with a body that cannot be read. @param {Expected} expected */
function mayPass({ kind = "", httpStatus }) {
  const isRead = !httpStatus || (httpStatus >= 200 && httpStatus <= 299);
  return PASSING.includes(kind) || (kind === "invalid-response" && isRead);
}

/** Whether a failed request may have acted. @param {Expected} expected */
function mayHaveActed({ kind, httpStatus, attempts = 0, arrived }) {
  if (kind === "unavailable") return true;
  if (kind === "network" || kind === "timeout") return arrived ?? attempts > 0;
  if (kind !== "invalid-response") return false;
  return arrived ?? !(httpStatus && httpStatus >= 300 && httpStatus <= 399);
}

/**
 * The same failure, after all attempts have failed in the same way.
 * @param {Expected} expected
 * @returns {Expected}
 */
function withoutRetries(expected) {
  const { kind = "", attempts = 0, seen, ends } = expected;
  if (kind !== "throttled" && !PASSING.includes(kind)) return expected;
  return {
    ...expected,
    attempts: Math.min(attempts, 1),
    seen: seen.slice(0, 1),
    ...(ends && { ends: ends.slice(0, 1) }),
  };
}

/**
 * The same in an operation's words.
 * @param {Operation} operation
 * @param {Expected} expected
 * @returns {Expected}
 */
function inWordsOf(operation, expected) {
  const { thing, answerName, httpStatus, needs, missingCodes, sender } = operation;
  const { kind, errCode = "", errMsg, task, requestId, lacks } = expected;
  const seen = expected.seen.map((one) => (one === GOOD ? sender : one));
  const lacking = lacks === "all" ? needs[0] : lacks;
  const needsIt = lacking !== undefined && needs.includes(lacking);
  // An operation that needs nothing of an answer accepts everything except an error.
  if (lacks !== undefined && !needsIt && expected.problem === undefined) {
    return { task: { requestId }, seen };
  }
  const lack = needsIt ? `it has no ${lacking}` : "it is not empty";
  const problem = lacks === undefined ? expected.problem : `${lack}${expected.problem ?? ""}`;
  return {
    ...expected,
    seen,
    ...(expected.httpStatus === USUAL_STATUS && { httpStatus }),
    ...(kind === "not-found" && !missingCodes.includes(errCode) && { kind: "rejected" }),
    ...(task && { task: given(operation, task) }),
    ...(typeof errMsg === "function" && { errMsg: errMsg(operation) }),
    ...(problem !== undefined && { errMsg: `the answer for ${thing} is not ${answerName}: ${problem}` }),
  };
}

/** The fields of a task in an operation's result. @param {Operation} operation @param {Record<string, unknown>} task */
function given({ gives, status }, task) {
  const own = task.status === "DOING" ? { ...task, status } : task;
  const fields = Object.entries(own).filter(([name]) => gives === undefined || gives.includes(name));
  return Object.fromEntries(fields);
}
