// Runs inputs, many at once since most of them wait, and those that fail again, apart, so that no other is blamed.
// @ts-check
import { makeInput } from "./input.mjs";
import { judge } from "./judge.mjs";
import { operationNames } from "./operations.mjs";

/** @typedef {import("./judge.mjs").Problem | "escaped"} Problem */
/** @typedef {{ index: number, problem: Problem, detail: string }} Failure */

/** As many as wait at the same time. */
const AT_ONCE = 200;

/** More would only take time: what is broken is known. */
const ENOUGH = 20;

/** A trap ends all calls of its moment, and what escapes belongs to none; of the other problems each is one input's own. */
const SPREADING = ["trap", "escaped"];

/** Milliseconds; no input's own time is longer than a fraction of a second. */
const HANGS = 10_000;

/**
 * @param {any} api the package
 * @param {{ seed: number, from?: number, inputs: number, names?: readonly string[], hangs?: number,
 *   onProgress?: (done: number) => void }} settings `names` of the operations; all of them by default
 * @returns {Promise<{ failures: Failure[], ran: number }>} fewer than `inputs` ran if failures were enough
 */
export async function fuzz(
  api,
  { seed, from = 0, inputs, names = operationNames, hangs = HANGS, onProgress },
) {
  /** @type {Failure[]} */
  const failures = [];
  const escaped = watchEscaped();
  let ran = 0;
  try {
    while (ran < inputs && failures.length < ENOUGH) {
      const first = from + ran;
      const indexes = Array.from({ length: Math.min(AT_ONCE, inputs - ran) }, (_, step) => first + step);
      failures.push(...(await runApart(indexes)));
      ran += indexes.length;
      onProgress?.(ran);
    }
  } finally {
    escaped.stop();
  }
  return { failures, ran };

  /**
   * Halves what failed until it is clear which input did.
   * @param {readonly number[]} indexes
   * @returns {Promise<Failure[]>}
   */
  async function runApart(indexes) {
    const found = await runBatch(indexes);
    if (indexes.length === 1 || !found.some(({ problem }) => SPREADING.includes(problem))) return found;
    const middle = indexes.length >> 1;
    const halves = [await runApart(indexes.slice(0, middle)), await runApart(indexes.slice(middle))].flat();
    // What happens only among others is told as it was found.
    return halves.length > 0 ? halves : found;
  }

  /** @param {readonly number[]} indexes */
  async function runBatch(indexes) {
    const found = await Promise.all(
      indexes.map((index) => runInput(api, makeInput(seed, index, names), index, hangs)),
    );
    // Node tells of a rejection that nobody handles when the microtasks are done.
    await new Promise((resolve) => setTimeout(resolve, 1));
    const [index = 0] = indexes;
    return [
      ...found.filter((failure) => failure !== undefined),
      ...escaped.take().map((detail) => ({ index, problem: /** @type {Problem} */ ("escaped"), detail })),
    ];
  }
}

/**
 * @param {any} api
 * @param {import("./input.mjs").Input} input
 * @param {number} index
 * @param {number} hangs
 * @returns {Promise<Failure | undefined>}
 */
async function runInput(api, input, index, hangs) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, hangs, { hangs: true });
  });
  const outcome = await Promise.race([settled(api, input), late]);
  clearTimeout(timer);
  const problem = judge(outcome, api, input);
  return problem && { index, problem, detail: describe(outcome) };
}

/**
 * @param {any} api
 * @param {import("./input.mjs").Input} input
 */
async function settled(api, { operation, options, most, start }) {
  try {
    const promise = operation.call(api, options, most);
    start();
    // In an object, so that waiting for it does not look into what it is.
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

/** Keeps what no `catch` saw. */
function watchEscaped() {
  /** @type {string[]} */
  let escaped = [];
  /** @param {any} reason */
  const keep = (reason) => escaped.push(describe({ error: reason }));
  process.on("unhandledRejection", keep);
  process.on("uncaughtException", keep);
  return {
    take() {
      const taken = escaped;
      escaped = [];
      return taken;
    },
    stop() {
      process.off("unhandledRejection", keep);
      process.off("uncaughtException", keep);
    },
  };
}
