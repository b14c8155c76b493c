// Runs inputs, many at once since most of them wait. Each failing one runs again, alone, until the smallest is found.
// @ts-check
import fc from "fast-check";
import { arbitraryInput } from "./input.mjs";
import { judge } from "./judge.mjs";
import { operationNames } from "./operations.mjs";

/** @typedef {import("./judge.mjs").Problem | "escaped"} Problem */

/**
 * @typedef {object} Failure
 * @property {Problem} problem
 * @property {string} detail
 * @property {number} seed of the lane in which it was found
 * @property {number} index of the input in that lane
 * @property {() => import("./input.mjs").Input} makeInput the smallest input that was found to fail
 */

/** @typedef {fc.RunDetails<[() => import("./input.mjs").Input]>} Details */

/** So many run at the same time, each one input after the other. */
const LANES = 200;

/** More would only take time: the defect is known. */
const ENOUGH = 20;

/** Milliseconds; no input's own time is longer than a fraction of a second. */
const HANGS = 10_000;

/** Milliseconds after which the smallest one so far is small enough. */
const SHRINKING = 10_000;

/**
 * @typedef {object} Settings
 * @property {number} seed
 * @property {number} inputs how many
 * @property {readonly string[]} [names] of the operations; all of them by default
 * @property {number} [hangs] milliseconds after which a call hangs
 * @property {(done: number) => void} [onProgress]
 */

/**
 * @param {any} api the package
 * @param {Settings} settings
 * @returns {Promise<{ failures: Failure[], ran: number }>} fewer than `inputs` ran if some failed
 */
export async function fuzz(api, { seed, inputs, names, hangs, onProgress }) {
  let ran = 0;
  const lanes = Array.from({ length: Math.min(LANES, inputs) }, (_, lane) => ({
    // The seeds of a user never share a lane.
    seed: (Math.imul(seed, LANES) + lane) | 0,
    numRuns: Math.ceil((inputs - lane) / LANES),
  }));
  const onRun = () => {
    ran += 1;
    onProgress?.(ran);
  };
  /** @type {Details[]} */
  const found = await withEscaped((escaped) => {
    const check = property(api, { names, hangs, escaped, onRun });
    /** @type {Promise<Details>[]} */
    const checks = lanes.map(async (lane) => fc.check(check, { ...lane, endOnFailure: true }));
    return Promise.all(checks);
  });
  /** @type {Failure[]} */
  const failures = [];
  const failed = found.filter((details) => details.failed);
  for (const details of failed) {
    if (failures.length >= ENOUGH) break;
    const failure = await fuzzAgain(api, { seed: details.seed, index: indexOf(details), names, hangs });
    if (failure) failures.push(failure);
  }
  // A failure that happens only among others is reported as it was found.
  const [first] = failed;
  return { failures: failures.length > 0 || !first ? failures : [failureOf(first)], ran };
}

/**
 * Runs one input again, and if it fails, smaller ones.
 * @param {any} api
 * @param {{ seed: number, index: number, names?: readonly string[] | undefined, hangs?: number | undefined }} settings
 * @returns {Promise<Failure | undefined>} nothing if it is well now
 */
export async function fuzzAgain(api, { seed, index, names, hangs }) {
  const details = await withEscaped((escaped) =>
    fc.check(property(api, { names, hangs, escaped }), {
      ...{ seed, path: `${index}`, numRuns: 1, interruptAfterTimeLimit: SHRINKING },
    }),
  );
  return details.failed && details.counterexamplePath !== null ? failureOf(details) : undefined;
}

/** @param {Details} details @returns {Failure} */
function failureOf(details) {
  const { seed, counterexample, errorInstance } = details;
  if (!(errorInstance instanceof Found) || !counterexample) throw errorInstance;
  const { problem, message: detail } = errorInstance;
  return { problem, detail, seed, index: indexOf(details), makeInput: counterexample[0] };
}

/** The rest of the path leads to smaller ones, which are found again. @param {Details} details */
function indexOf({ counterexamplePath }) {
  return Number.parseInt(counterexamplePath ?? "", 10);
}

/** How a property fails. */
class Found extends Error {
  /** @param {Problem} problem @param {string} detail */
  constructor(problem, detail) {
    super(detail);
    this.problem = problem;
  }
}

/**
 * @param {any} api
 * @param {{ names?: readonly string[] | undefined, hangs?: number | undefined, escaped: Escaped, onRun?: () => void }} given
 */
function property(api, { names = operationNames, hangs = HANGS, escaped, onRun }) {
  return fc.asyncProperty(arbitraryInput(names), async (makeInput) => {
    onRun?.();
    const seen = escaped.length;
    const input = makeInput();
    const outcome = await settledOrLate(api, input, hangs);
    const problem = judge(outcome, api, input);
    if (problem) throw new Found(problem, describe(outcome));
    // Node reports an unhandled rejection when the microtasks are done.
    await new Promise((resolve) => setTimeout(resolve, 1));
    // It belongs to one of the running inputs. Running each alone shows which one.
    const detail = escaped[seen];
    if (detail !== undefined) throw new Found("escaped", detail);
  });
}

/**
 * @param {any} api
 * @param {import("./input.mjs").Input} input
 * @param {number} hangs
 */
async function settledOrLate(api, input, hangs) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, hangs, { hangs: true });
  });
  const outcome = await Promise.race([settled(api, input), late]);
  clearTimeout(timer);
  return outcome;
}

/**
 * @param {any} api
 * @param {import("./input.mjs").Input} input
 */
async function settled(api, { operation, options, most, start }) {
  try {
    const promise = operation.call(api, options, most);
    start();
    // In an object, so `await` does not examine the value.
    return { result: await promise };
  } catch (error) {
    return { error };
  }
}

/** @param {any} outcome */
function describe({ error }) {
  try {
    return String(error?.cause?.stack ?? error?.stack ?? typeof error);
  } catch {
    return "an error that cannot be read";
  }
}

/** @typedef {string[]} Escaped what no `catch` saw, in order */

/**
 * @template Result
 * @param {(escaped: Escaped) => Promise<Result>} work
 */
async function withEscaped(work) {
  /** @type {Escaped} */
  const escaped = [];
  /** @param {any} reason */
  const keep = (reason) => escaped.push(describe({ error: reason }));
  process.on("unhandledRejection", keep);
  process.on("uncaughtException", keep);
  try {
    return await work(escaped);
  } finally {
    process.off("unhandledRejection", keep);
    process.off("uncaughtException", keep);
  }
}
