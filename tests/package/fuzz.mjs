// `npm run fuzz`: arbitrary answers and arguments for the packed package. `--inputs 100000`, `--seed 1`, and to run one
// input again: `--seed 1 --only 4711`. `--operation createTask` is about nothing else.
// @ts-check
import { parseArgs } from "node:util";
import { makeInput } from "./fuzz/input.mjs";
import { operationNames } from "./fuzz/operations.mjs";
import { fuzz } from "./fuzz/run.mjs";
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
const names = values.operation === undefined ? operationNames : [values.operation];
const seed = whole("seed", values.seed);
const from = values.only === undefined ? 0 : whole("only", values.only);
const inputs = values.only === undefined ? whole("inputs", values.inputs) : 1;

const api = await importInstalled(await installTarball());
// Pauses would take most of the time, and show nothing.
Math.random = () => 0;
if (values.only !== undefined) console.dir(makeInput(seed, from, names).options, { depth: 5 });
const suffix = values.operation === undefined ? "" : ` --operation ${values.operation}`;
const started = performance.now();
const { failures, ran } = await fuzz(api, { seed, from, inputs, names, onProgress });
const seconds = (performance.now() - started) / 1_000;

for (const { index, problem, detail } of failures) {
  console.log(
    `${problem}: npm run fuzz -- --seed ${seed} --only ${index}${suffix}\n  ${detail.replaceAll("\n", "\n  ")}`,
  );
}
console.log(`seed ${seed}: ${ran} inputs in ${seconds.toFixed(1)} s`);
for (const [problem, words] of PROBLEMS) {
  console.log(`  ${failures.filter((failure) => failure.problem === problem).length} ${words}`);
}
if (failures.length > 0) process.exitCode = 1;

/** @param {number} done */
function onProgress(done) {
  if (done % 10_000 === 0 && done < inputs) console.log(`${done} inputs`);
}

/** @param {string} name @param {string} text */
function whole(name, text) {
  const number = Number(text);
  if (text !== "" && Number.isInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number, not "${text}"`);
}
