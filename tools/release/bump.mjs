// The version step fits the changes in the report of the public API.
// @ts-check

import { API_FOLDER } from "../build/api.mjs";
import { Failure, mustRun } from "../run.mjs";
import { previousTag, readVersion } from "./version.mjs";

/** @typedef {"none" | "added" | "changed"} Change */

export async function checkBump() {
  const previous = await previousTag();
  if (previous === undefined) return "the first release, which nothing comes before";
  const { version } = await readVersion();
  const args = ["diff", "--unified=0", "--no-color", previous, "HEAD", "--", API_FOLDER];
  const { stdout } = await mustRun("git", args, { output: "capture" });
  return judgeBump(previous.replace(/^v/, ""), version, changeOf(stdout));
}

/**
 * The effect of a difference. A removed or changed line may break a program. A new line does not, except a new member of an
 * object that users write: a person has to check that.
 * @param {string} difference
 * @returns {Change}
 */
export function changeOf(difference) {
  const lines = difference.split("\n");
  if (lines.some((line) => /^-(?!--)/.test(line))) return "changed";
  return lines.some((line) => /^\+(?!\+\+)/.test(line)) ? "added" : "none";
}

/**
 * By semantic versioning: below 1.0.0 a change that may break a program raises the second number, any other change the third.
 * @param {string} before
 * @param {string} after
 * @param {Change} change
 * @returns {string}
 * @throws {Failure} if the step is too small
 */
export function judgeBump(before, after, change) {
  const [one, other] = [before, after].map(numbers);
  const step = [0, 1, 2].find((place) => one?.[place] !== other?.[place]);
  if (step === undefined || (other?.[step] ?? 0) < (one?.[step] ?? 0)) {
    throw new Failure(`${after} does not come after ${before}`);
  }
  const isEarly = one?.[0] === 0;
  const needed = { none: 2, added: isEarly ? 2 : 1, changed: isEarly ? 1 : 0 }[change];
  const place = ["first", "second", "third"][needed];
  if (step > needed) {
    throw new Failure(
      `the API report is ${change} since ${before}: ${after} has to count its ${place} number up`,
    );
  }
  return `${before} to ${after}, API report: ${change}`;
}

/** @param {string} version */
function numbers(version) {
  return version.split("-", 1)[0]?.split(".").map(Number);
}
