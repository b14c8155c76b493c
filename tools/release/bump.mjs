// The step from the version before fits what has changed in the report of the public API.
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
 * What a difference comes to. A line that is gone or is another one may break a program; a new one may not, but for a new
 * member of what a user writes, which a reader of the difference has to see.
 * @param {string} difference
 * @returns {Change}
 */
export function changeOf(difference) {
  const lines = difference.split("\n");
  if (lines.some((line) => /^-(?!--)/.test(line))) return "changed";
  return lines.some((line) => /^\+(?!\+\+)/.test(line)) ? "added" : "none";
}

/**
 * By semantic versioning: below 1.0.0 the second number is for what may break a program, and the third for the rest.
 * @param {string} before
 * @param {string} after
 * @param {Change} change
 * @returns {string}
 * @throws {Failure} when the step is too small
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
