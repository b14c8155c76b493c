// One row of the table: an environment, and its result.
// @ts-check
import { Skipped } from "./project.mjs";

/**
 * @typedef {object} Row
 * @property {string} name as the table shows it
 * @property {(tried: (version: string) => void) => Promise<void>} run does what a user does there, and tells the version
 *   as soon as it knows it
 */

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {string} version empty when the row failed before it was known
 * @property {"ok" | "FAILED" | "skipped"} result
 * @property {string} reason why it failed or was skipped
 * @property {number} seconds
 */

/**
 * Runs a row. A failure becomes its result.
 * @param {Row} row
 * @returns {Promise<Outcome>}
 */
export async function runRow({ name, run }) {
  const started = performance.now();
  let version = "";
  /** @param {Outcome["result"]} result @param {string} [reason] */
  const outcome = (result, reason = "") => {
    return { name, version, result, reason, seconds: (performance.now() - started) / 1000 };
  };
  try {
    await run((text) => {
      version = text;
    });
    return outcome("ok");
  } catch (error) {
    if (error instanceof Skipped) return outcome("skipped", error.message);
    return outcome("FAILED", error instanceof Error ? `${error.stack}` : String(error));
  }
}
