// Inputs with arbitrary arguments.
// @ts-check
import fc from "fast-check";
import { CALLBACKS } from "./operations.mjs";
import { goodOptions, keepThrown, set, signByKey, times } from "./options.mjs";
import { COOKIE, keySignIn, SECRETS } from "./sign-in.mjs";
import { anything, either, sometimes, text } from "./values.mjs";

/** @typedef {(options: Record<string, unknown>, thrown: unknown[]) => void} Change sets options of a call */

/** It has ended, so a wait for it ends at once. */
const TASK = { task_id: "t", status: "SUCCESS" };

const NAMES = [
  ...["region", "endpoint", "projectId", "token", "credentials", "timeout", "attemptTimeout"],
  ...["maxRetries", "maxResponseBytes", "allowInsecure", "signal", "fetch"],
  ...["headers", "fetchOptions", "onRetry"],
];

/** Options whose members are worth to be arbitrary, and names that those may have. @type {Record<string, string[]>} */
const MEMBERS = {
  headers: ["X-Any", "Cookie", "authorization", "Host", "X-Sdk-Date", "__proto__", "two words", ""],
  fetchOptions: ["credentials", "cache", "signal", "dispatcher", "__proto__", "method", "toString"],
  attributes: ["fileMode", "dirMode", "uid", "gid", "fileMod"],
};

/**
 * Arbitrary arguments, with a fetch that answers, since an arbitrary `timeout` may be long.
 * @param {import("./operations.mjs").Operation} operation
 * @returns {fc.Arbitrary<() => import("./input.mjs").Input>}
 */
export function withArguments(operation) {
  const change = fc
    .oneof(fc.constantFrom(...NAMES), fc.constantFrom(...operation.names))
    .chain(arbitraryChange);
  return fc
    .record({
      ...{ times, key: sometimes(30, keySignIn), instead: sometimes(3, anything) },
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    })
    .map(({ times, key, instead, changes }) => () => {
      /** @type {unknown[]} */
      const thrown = [];
      const fetch = async () => new Response(JSON.stringify(operation.wrap(TASK)));
      /** @type {Record<string, unknown>} */
      const options = { ...goodOptions(operation, times), fetch };
      if (key) signByKey(options, key);
      for (const change of changes) change(options, thrown);
      // The first value arrives at once; the next one might be hours away.
      const common = { operation, most: 1, thrown, secrets: SECRETS, start: () => {} };
      return { ...common, options: instead ? instead() : options };
    });
}

/**
 * @param {string} name of an option
 * @returns {fc.Arbitrary<Change>}
 */
function arbitraryChange(name) {
  if (CALLBACKS.includes(name))
    return anything.map((make) => (options, thrown) => set(options, name, keepThrown(make(), thrown)));
  /** @type {fc.Arbitrary<Change>} */
  const replaced = fc.oneof(
    {
      weight: 19,
      arbitrary: anything.map((make) => (/** @type {object} */ options) => set(options, name, make())),
    },
    {
      weight: 1,
      arbitrary: anything.map((make) => (/** @type {object} */ options) => {
        Object.defineProperty(options, name, { get: make, configurable: true });
      }),
    },
  );
  if (name === "credentials")
    return either(
      70,
      keySignIn.map((key) => (options) => signByKey(options, key)),
      replaced,
    );
  const members = MEMBERS[name];
  if (members === undefined) return replaced;
  const filled = arbitraryFields(members).map(
    (make) => (/** @type {Record<string, unknown>} */ options) => set(options, name, make()),
  );
  return either(70, filled, replaced);
}

/**
 * An object of anything, whose names may be the package's own.
 * @param {readonly string[]} names
 */
function arbitraryFields(names) {
  const name = either(10, text(8), fc.constantFrom(...names));
  const value = either(
    40,
    fc.constant(() => /** @type {unknown} */ (COOKIE)),
    anything,
  );
  return fc
    .array(fc.tuple(name, value), { maxLength: 3 })
    .map((fields) => () => Object.fromEntries(fields.map(([name, make]) => [name, make()])));
}
