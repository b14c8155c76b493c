// The options of the command line, and the amounts of every measurement.
// @ts-check
import { parseArgs } from "node:util";
import { Failure } from "../tools/run.mjs";

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

const usage = `npm run bench -- [options]
  --only <measurement>  one of: %; may be given more than once
  --quick               few rounds: to see that it works, not to judge by
  --rounds <number>     starts of a script and loads of a page (${full.rounds})
  --built               measures the package that is in dist, instead of building it first`;

/**
 * @param {readonly string[]} names of the measurements
 */
export function readOptions(names) {
  const values = parse();
  if (values.help) {
    console.log(usage.replace("%", names.join(", ")));
    process.exit();
  }
  const unknown = values.only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Failure(`"${unknown}" is no measurement: ${names.join(", ")}.`);
  const amounts = values.quick ? quick : full;
  const rounds = values.rounds === undefined ? amounts.rounds : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Failure(`--rounds takes a number from 1 on.`);
  return {
    chosen: values.only ?? names,
    built: values.built ?? false,
    amounts: { ...amounts, rounds },
  };
}

function parse() {
  try {
    return parseArgs({
      options: {
        only: { type: "string", multiple: true },
        quick: { type: "boolean" },
        rounds: { type: "string" },
        built: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}
