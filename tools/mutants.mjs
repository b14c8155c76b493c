// `npm run mutants`: changes the core in one place after the other, and reports the changes that no test finds.
// `npm run mutants -- --javascript` does so with the JavaScript of calls and credentials.
// `npm run mutants -- --file 'src/answer/**'`, or with `--javascript` `--file 'js/call/*.ts'`, changes only some files.
// @ts-check
import { parseArgs } from "node:util";
import { mutateJavascript } from "./mutants-javascript.mjs";
import { mutateRust } from "./mutants-rust.mjs";
import { Failure, main } from "./run.mjs";

/** The percentages of the compiling changes that a test has to find. */
const LEAST_RUST = 97;
const LEAST_JAVASCRIPT = 85;

await main(async () => {
  const { javascript, file } = readOptions();
  const mutants = await (javascript ? mutateJavascript : mutateRust)(file);
  const least = javascript ? LEAST_JAVASCRIPT : LEAST_RUST;
  for (const name of mutants.timeouts) console.log(`not ended  ${name}`);
  for (const name of mutants.missed) console.log(`missed     ${name}`);
  const noticed = mutants.caught + mutants.timeouts.length;
  const viable = noticed + mutants.missed.length;
  if (viable === 0) throw new Failure("There is nothing to change in these files.");
  // Rounded down, so a goal is not reported as reached too early.
  const percent = Math.floor((noticed / viable) * 1000) / 10;
  console.log(
    `\nmutants: ${viable} viable (${mutants.unviable} more do not compile or load): ${mutants.caught} caught, ` +
      `${mutants.timeouts.length} not ended, ${mutants.missed.length} missed; ${percent} % noticed`,
  );
  if (percent < least) throw new Failure(`Less than ${least} % of the changes are noticed.`);
});

/** @returns {{ javascript: boolean, file: string[] }} `file`: globs; none for all */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        javascript: { type: "boolean", default: false },
        file: { type: "string", multiple: true, default: [] },
      },
    });
    return values;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}
