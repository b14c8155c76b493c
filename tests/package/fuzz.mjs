// `npm run fuzz`: arbitrary answers and arguments for the packed package. `--inputs 100000` and `--seed 1` set the run;
// `--operation createTask` limits it to one operation. For a failure it prints the command that runs that input again: `--seed
// 201 --only 4`.
// @ts-check
import { readOptions, refuseUnknown, wholeNumber } from "../../tools/options.mjs";
import { main } from "../../tools/run.mjs";
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

const USAGE = `npm run fuzz -- [options]
  --inputs <number>   how many; 100000 by default
  --seed <number>     repeats the inputs of an earlier run; a random one by default
  --operation <name>  one of: ${operationNames.join(", ")}; all by default
  --only <index>      one input of the seed, as a failure is printed`;

await main(async () => {
  const values = readOptions(USAGE, {
    inputs: { type: "string", default: process.env.SFS_TURBO_FUZZ_INPUTS ?? "100000" },
    seed: { type: "string", default: `${Math.floor(Math.random() * 2 ** 31)}` },
    only: { type: "string" },
    operation: { type: "string" },
  });
  const { operation } = values;
  refuseUnknown("operation", operationNames, operation === undefined ? [] : [operation]);
  const names = operation === undefined ? operationNames : [operation];
  // A failure is printed with the seed of its lane, which may be negative.
  const seed = wholeNumber("seed", values.seed, { least: -(2 ** 31) });
  const inputs = wholeNumber("inputs", values.inputs, { least: 1 });
  const index = values.only === undefined ? undefined : wholeNumber("only", values.only);

  const api = await importInstalled(await installTarball());
  // Pauses would take most of the time, and show nothing.
  Math.random = () => 0;
  const started = performance.now();
  const onProgress = (/** @type {number} */ done) => {
    if (done % 10_000 === 0 && done < inputs) console.log(`${done} inputs`);
  };
  const { failures, ran } =
    index === undefined
      ? await fuzz(api, { seed, inputs, names, onProgress })
      : await again(api, { seed, index, names });
  const seconds = (performance.now() - started) / 1_000;

  for (const failure of failures) {
    const suffix = operation === undefined ? "" : ` --operation ${operation}`;
    // With "=", because a value that starts with a dash would be read as an option.
    console.log(
      `${failure.problem}: npm run fuzz -- --seed=${failure.seed} --only ${failure.index}${suffix}`,
    );
    console.log(`  ${failure.detail.replaceAll("\n", "\n  ")}`);
    console.dir(failure.makeInput().options, { depth: 5 });
  }
  console.log(`seed ${seed}: ${ran} inputs in ${seconds.toFixed(1)} s`);
  for (const [problem, words] of PROBLEMS) {
    console.log(`  ${failures.filter((failure) => failure.problem === problem).length} ${words}`);
  }
  if (failures.length > 0) process.exitCode = 1;
});

/**
 * @param {any} api
 * @param {{ seed: number, index: number, names: readonly string[] }} settings
 */
async function again(api, settings) {
  const failure = await fuzzAgain(api, settings);
  return { failures: failure ? [failure] : [], ran: 1 };
}
