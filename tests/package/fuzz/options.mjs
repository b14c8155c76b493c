// The options of one correct call, and how they are changed.
// @ts-check
import fc from "fast-check";
import { TOKEN } from "./sign-in.mjs";

/** Times so short that no input takes long. @type {fc.Arbitrary<Record<string, unknown>>} */
export const times = fc.record({
  timeout: fc.integer({ min: 20, max: 39 }),
  attemptTimeout: fc.integer({ min: 1, max: 40 }),
  maxRetries: fc.nat({ max: 2 }),
});

/** @param {import("./operations.mjs").Operation} operation @param {Record<string, unknown>} times */
export const goodOptions = (operation, times) => ({
  ...{ endpoint: "https://sfs.example", projectId: "p", token: TOKEN, ...operation.options },
  ...times,
});

/**
 * Signs in with a key instead of a token.
 * @param {Record<string, unknown>} options
 * @param {{ credentials: import("./values.mjs").Make, keepsToken: boolean }} key
 */
export function signByKey(options, { credentials, keepsToken }) {
  set(options, "credentials", credentials());
  // A token beside a key is refused. Some inputs have to test that too.
  if (!keepsToken) delete options.token;
}

/**
 * Sets an option, sometimes as a getter.
 * @param {object} options
 * @param {string} name
 * @param {unknown} value
 */
export function set(options, name, value) {
  Object.defineProperty(options, name, { value, configurable: true });
}

/**
 * A function of the caller's that records what it throws; any other value is unchanged.
 * @param {unknown} value
 * @param {unknown[]} thrown
 */
export function keepThrown(value, thrown) {
  if (typeof value !== "function") return value;
  return (/** @type {unknown[]} */ ...values) => {
    try {
      const result = value(...values);
      // Nothing waits for it, so the caller would have to handle its rejection.
      if (result instanceof Promise) result.catch(() => {});
      return result;
    } catch (error) {
      thrown.push(error);
      throw error;
    }
  };
}
