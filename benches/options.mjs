// The options of the command line, and the amounts of every measurement.
// @ts-check
import { readOptions, refuseUnknown, wholeNumber } from "../tools/options.mjs";

/**
 * @typedef {object} Amounts
 * @property {number} rounds starts of a script, and loads of a page
 * @property {import("./measurements/calls.mjs").Blocks} memoryBlocks
 * @property {import("./measurements/calls.mjs").Blocks} loopbackBlocks
 * @property {import("./measurements/calls.mjs").Blocks} throughputBlocks
 * @property {import("./measurements/calls.mjs").Blocks} listBlocks
 * @property {{ tasks: number, limit: number }} fleet `limit`: requests that pass in a second
 * @property {number} memoryCalls
 * @property {number} memoryChunk
 */

/** @type {Amounts} */
const full = {
  rounds: 31,
  memoryBlocks: { rounds: 20, calls: 1000 },
  loopbackBlocks: { rounds: 10, calls: 500 },
  throughputBlocks: { rounds: 9, calls: 3000, inFlight: 64 },
  listBlocks: { rounds: 20, calls: 50 },
  fleet: { tasks: 10_000, limit: 200 },
  memoryCalls: 100_000,
  memoryChunk: 10_000,
};

/** Enough to see that everything works, but not to measure. @type {Amounts} */
const quick = {
  rounds: 3,
  memoryBlocks: { rounds: 4, calls: 250 },
  loopbackBlocks: { rounds: 3, calls: 100 },
  throughputBlocks: { rounds: 3, calls: 500, inFlight: 64 },
  listBlocks: { rounds: 4, calls: 20 },
  fleet: { tasks: 1000, limit: 20 },
  memoryCalls: 10_000,
  memoryChunk: 1_000,
};

/** @param {readonly string[]} names */
const usage = (names) => `npm run bench -- [options]
  --only <measurement>  one of: ${names.join(", ")}; may be given more than once
  --quick               few rounds: to see that it works, not to judge by
  --rounds <number>     starts of a script and loads of a page; ${full.rounds} by default
  --built               measures the package that is in dist, instead of building it first`;

/**
 * @param {readonly string[]} names of the measurements
 */
export function readBenchOptions(names) {
  const {
    only,
    quick: isQuick,
    rounds,
    built,
  } = readOptions(usage(names), {
    only: { type: "string", multiple: true },
    quick: { type: "boolean" },
    rounds: { type: "string" },
    built: { type: "boolean", default: false },
  });
  refuseUnknown("only", names, only ?? []);
  const amounts = isQuick ? quick : full;
  const given = rounds === undefined ? {} : { rounds: wholeNumber("rounds", rounds, { least: 1 }) };
  return { chosen: only ?? names, built, amounts: { ...amounts, ...given } };
}
