// `npm run mutants`: changes the core in one place after the other, and reports the changes that no test finds.
// `npm run mutants -- --file 'src/answer/**'` changes only some files.
// @ts-check
import { parseArgs } from "node:util";
import { mutateRust } from "./mutants-rust.mjs";
import { Failure, main } from "./run.mjs";

/** The percentage of the compiling changes that a test has to find. */
const LEAST = 97;

await main(async () => {
  const mutants = await mutateRust(readFiles());
  for (const name of mutants.timeouts) console.log(`not ended  ${name}`);
  for (const name of mutants.missed) console.log(`missed     ${name}`);
  const noticed = mutants.caught + mutants.timeouts.length;
  const viable = noticed + mutants.missed.length;
  if (viable === 0) throw new Failure("There is nothing to change in these files.");
  // Rounded down, so a goal is not reported as reached too early.
  const percent = Math.floor((noticed / viable) * 1000) / 10;
  console.log(
    `\nmutants: ${viable} viable (${mutants.unviable} more do not compile): ${mutants.caught} caught, ` +
      `${mutants.timeouts.length} not ended, ${mutants.missed.length} missed; ${percent} % noticed`,
  );
  if (percent < LEAST) throw new Failure(`Less than ${LEAST} % of the changes are noticed.`);
});

/** @returns {readonly string[]} globs; none for all */
function readFiles() {
  try {
    const { values } = parseArgs({ options: { file: { type: "string", multiple: true, default: [] } } });
    return values.file;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}
