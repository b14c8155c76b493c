// One input: the options of one call of one operation, with arbitrary arguments, or an arbitrary fetch, or both.
// @ts-check
import fc from "fast-check";
import { arbitraryFetch } from "./answers.mjs";
import { withArguments } from "./arguments.mjs";
import { operations } from "./operations.mjs";
import { goodOptions, keepThrown, signByKey, times } from "./options.mjs";
import { COOKIE, keySignIn, SECRETS, tokenSource } from "./sign-in.mjs";
import { anything, chance, either, sometimes } from "./values.mjs";

/**
 * @typedef {object} Input
 * @property {import("./operations.mjs").Operation} operation
 * @property {unknown} options what it is given
 * @property {number} most how many values are taken of it, where it gives several
 * @property {readonly unknown[]} thrown what functions of the caller's have thrown, which a wait rejects with
 * @property {readonly string[]} secrets those that no error may tell
 * @property {() => void} start what happens meanwhile, such as an abort
 */

/**
 * @param {readonly string[]} names of operations, one of which it is
 * @returns {fc.Arbitrary<() => Input>} makes the input, which serves one call
 */
export function arbitraryInput(names) {
  return fc.oneof(
    ...names.map((name) => {
      const operation = operations[name];
      if (operation === undefined) throw new Error(`no such operation: ${name}`);
      return fc.oneof(
        { weight: 6, arbitrary: withAnswers(operation) },
        { weight: 4, arbitrary: withArguments(operation) },
      );
    }),
  );
}

/**
 * An arbitrary fetch, with arguments that lead to a call of it.
 * @param {import("./operations.mjs").Operation} operation
 * @returns {fc.Arbitrary<() => Input>}
 */
function withAnswers(operation) {
  return fc
    .record({
      ...{ times, makeFetch: arbitraryFetch(operation.wrap) },
      maxResponseBytes: sometimes(30, fc.integer({ min: 1, max: 300 })),
      until: sometimes(20, fc.constant("deleted")),
      maxConsecutiveFailures: sometimes(50, fc.nat({ max: 3 })),
      ...{ token: sometimes(30, tokenSource), key: sometimes(40, keySignIn), hasCookie: chance(20) },
      ...{ init: sometimes(20, anything), onRetry: sometimes(20, anything) },
      abort: sometimes(
        20,
        fc.record({ after: either(50, fc.nat({ max: 19 }), fc.constantFrom(-1, 0)), reason: anything }),
      ),
    })
    .map((plan) => () => {
      /** @type {unknown[]} */
      const thrown = [];
      const { maxResponseBytes, until, maxConsecutiveFailures } = plan;
      /** @type {Record<string, unknown>} */
      const options = {
        ...goodOptions(operation, plan.times),
        fetch: plan.makeFetch(),
        ...(maxResponseBytes !== undefined && { maxResponseBytes }),
        ...(until && { until }),
        ...(maxConsecutiveFailures !== undefined && { maxConsecutiveFailures }),
        ...(plan.token && { token: plan.token() }),
        ...(plan.hasCookie && { headers: { Cookie: COOKIE, "X-Any": "any" } }),
        ...(plan.init && { fetchOptions: { credentials: "include", any: plan.init() } }),
        ...(plan.onRetry && { onRetry: keepThrown(plan.onRetry(), thrown) }),
      };
      if (plan.key) signByKey(options, plan.key);
      const start = plan.abort ? abortLater(options, plan.abort) : () => {};
      return { operation, options, most: 5, thrown, secrets: SECRETS, start };
    });
}

/**
 * Gives a call a signal, which is aborted before it (-1), with it (0), or some milliseconds later.
 * @param {Record<string, unknown>} options
 * @param {{ after: number, reason: import("./values.mjs").Make }} abort
 */
function abortLater(options, { after, reason }) {
  const controller = new AbortController();
  options.signal = controller.signal;
  const abort = () => controller.abort(reason());
  if (after < 0) abort();
  return () => {
    if (after > 0) setTimeout(abort, after);
    else abort();
  };
}
