// The options of one call that is as it should be, and how they are changed.
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
  // Beside a key a token is refused, which now and then is to be seen as well.
  if (!keepsToken) delete options.token;
}

/**
 * Sets an option, which may have become a getter.
 * @param {object} options
 * @param {string} name
 * @param {unknown} value
 */
export function set(options, name, value) {
  Object.defineProperty(options, name, { value, configurable: true });
}

/**
 * A function of the caller's that notes what it throws; anything else as it is.
 * @param {unknown} value
 * @param {unknown[]} thrown
 */
export function keepThrown(value, thrown) {
  if (typeof value !== "function") return value;
  return (/** @type {unknown[]} */ ...values) => {
    try {
      const result = value(...values);
      // Nobody waits for it, so that its rejection would be the caller's own to handle.
      if (result instanceof Promise) result.catch(() => {});
      return result;
    } catch (error) {
      thrown.push(error);
      throw error;
    }
  };
}
