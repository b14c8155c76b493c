// Reads the options of a tool: `--help` prints its usage, and a wrong option is refused with the usage.
// @ts-check
import { parseArgs } from "node:util";
import { Failure } from "./run.mjs";

/**
 * @typedef {NonNullable<import("node:util").ParseArgsConfig["options"]>} Options
 */

/**
 * @template {Options} Known
 * @param {string} usage the command in its first line; then one line for each option
 * @param {Known} options
 * @returns the values; the process ends if `--help` is among them
 * @throws {Failure} for an unknown option, an option without its value, or any other argument
 */
export function readOptions(usage, options) {
  try {
    // Before the others are judged: who asks for help may not know them.
    if (process.argv.slice(2).some((word) => word === "--help" || word === "-h")) {
      console.log(usage);
      process.exit();
    }
    return parseArgs({ options }).values;
  } catch (error) {
    // Node's own sentence is good; the advice after it is about the syntax of other programs.
    const [sentence = ""] = `${error instanceof Error ? error.message : error}`.split(/\. |\n/);
    throw new Failure(`${sentence.replace(/\.$/, "")}.\n\n${usage}`);
  }
}

/**
 * A whole number in an option.
 * @param {string} name
 * @param {string} text
 * @param {{ least?: number, most?: number }} [range] both ends belong to it; 0 to 2 147 483 647 by default
 * @throws {Failure} for any other text
 */
export function wholeNumber(name, text, { least = 0, most = 2 ** 31 - 1 } = {}) {
  const number = Number(text);
  if (/^-?\d{1,10}$/.test(text) && number >= least && number <= most) return number;
  throw new Failure(`--${name} takes a number from ${least} to ${most}, not ${JSON.stringify(text)}.`);
}

/**
 * One of some names in an option.
 * @param {string} name
 * @param {readonly string[]} known
 * @param {readonly string[]} given
 * @throws {Failure} for another name
 */
export function refuseUnknown(name, known, given) {
  const unknown = given.find((word) => !known.includes(word));
  if (unknown === undefined) return;
  throw new Failure(`--${name} takes one of ${known.join(", ")}; not ${JSON.stringify(unknown)}.`);
}
