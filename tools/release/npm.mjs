// npm publishes without a stored token ("trusted publishing") from version 11.5.1. An older one would fail after the tag is pushed.
// Source: npm's documentation, "Trusted publishing for npm packages".
// @ts-check
import { Failure, mustRun } from "../run.mjs";

const NEEDED = [11, 5, 1];

export async function checkNpm() {
  const { stdout } = await mustRun("npm", ["--version"], { output: "capture" });
  return judgeNpm(stdout.trim(), process.env.GITHUB_ACTIONS === "true");
}

/**
 * Only the workflow publishes, so elsewhere an older npm is no reason to fail.
 *
 * @param {string} version
 * @param {boolean} publishes
 */
export function judgeNpm(version, publishes) {
  const numbers = version.split(".").map((number) => Number.parseInt(number, 10));
  const place = NEEDED.findIndex((needed, index) => numbers[index] !== needed);
  const isOlder = place >= 0 && !((numbers[place] ?? 0) > (NEEDED[place] ?? 0));
  if (!isOlder) return version;
  const needs = `trusted publishing needs ${NEEDED.join(".")} or newer`;
  if (publishes) throw new Failure(`${version}: ${needs}. Take a newer Node in release.yml`);
  return `${version} here; in the workflow, ${needs}`;
}
