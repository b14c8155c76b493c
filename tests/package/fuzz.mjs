// `npm run fuzz`: arbitrary answers and arguments for the packed package. `--inputs 100000` and `--seed 1` set the run;
// `--operation createTask` limits it to one operation. For a failure it prints the command that runs that input again: `--seed
// 201 --only 4`.
// @ts-check
import { parseArgs } from "node:util";
import { operationNames } from "./fuzz/operations.mjs";
import { fuzz, fuzzAgain } from "./fuzz/run.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const PROBLEMS = /** @type {const} */ ([
  ["hang", "hangs"],
  ["untyped", "untyped rejections"],
  ["trap", "traps"],
  ["untrue", "errors or results that break their type"],
  ["told", "errors that tell a secret"],
  ["escaped", "rejections that nobody handles"],
]);

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: process.env.SFS_TURBO_FUZZ_INPUTS ?? "100000" },
    seed: { type: "string", default: `${Math.floor(Math.random() * 2 ** 31)}` },
    only: { type: "string" },
    operation: { type: "string" },
  },
});
const { only, operation } = values;
const names = operation === undefined ? operationNames : [operation];
const seed = whole("seed", values.seed);
const inputs = whole("inputs", values.inputs);

const api = await importInstalled(await installTarball());
// Pauses would take most of the time, and show nothing.
Math.random = () => 0;
const started = performance.now();
const { failures, ran } =
  only === undefined
    ? await fuzz(api, { seed, inputs, names, onProgress })
    : await again(whole("only", only));
const seconds = (performance.now() - started) / 1_000;

for (const failure of failures) {
  const suffix = operation === undefined ? "" : ` --operation ${operation}`;
  console.log(`${failure.problem}: npm run fuzz -- --seed ${failure.seed} --only ${failure.index}${suffix}`);
  console.log(`  ${failure.detail.replaceAll("\n", "\n  ")}`);
  console.dir(failure.makeInput().options, { depth: 5 });
}
console.log(`seed ${seed}: ${ran} inputs in ${seconds.toFixed(1)} s`);
for (const [problem, words] of PROBLEMS) {
  console.log(`  ${failures.filter((failure) => failure.problem === problem).length} ${words}`);
}
if (failures.length > 0) process.exitCode = 1;

/** @param {number} index */
async function again(index) {
  const failure = await fuzzAgain(api, { seed, index, names });
  return { failures: failure ? [failure] : [], ran: 1 };
}

/** @param {number} done */
function onProgress(done) {
  if (done % 10_000 === 0 && done < inputs) console.log(`${done} inputs`);
}

/** @param {string} name @param {string} text */
function whole(name, text) {
  const number = Number(text);
  if (text !== "" && Number.isInteger(number)) return number;
  throw new Error(`--${name} must be a whole number, not "${text}"`);
}
