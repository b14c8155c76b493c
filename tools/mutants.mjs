// `npm run mutants`: changes the core in one place after the other, and says which change no test notices.
// `npm run mutants -- --file 'src/answer/**'` changes some files only; `npm run mutants -- --js` changes the JavaScript.
// @ts-check
import { parseArgs } from "node:util";
import { mutateJavaScript } from "./mutants-javascript.mjs";
import { mutateRust } from "./mutants-rust.mjs";
import { Failure, main } from "./run.mjs";

/** Changes that compile and that some test has to notice, in percent. */
const LEAST = { rust: 97, javascript: 85 };

/**
 * What came of all changes.
 * @typedef {object} Mutants
 * @property {number} caught a test failed
 * @property {readonly string[]} missed no test failed
 * @property {readonly string[]} timeouts a test did not end: that is noticed too
 * @property {number} unviable it did not compile
 */

await main(async () => {
  const { file, js } = readOptions();
  const mutants = js ? await mutateJavaScript(file) : await mutateRust(file);
  for (const name of mutants.timeouts) console.log(`not ended  ${name}`);
  for (const name of mutants.missed) console.log(`missed     ${name}`);
  const noticed = mutants.caught + mutants.timeouts.length;
  const viable = noticed + mutants.missed.length;
  if (viable === 0) throw new Failure("There is nothing to change in these files.");
  // Cut off, so that nothing is said to be reached that is not.
  const percent = Math.floor((noticed / viable) * 1000) / 10;
  console.log(
    `\nmutants: ${viable} viable (${mutants.unviable} more do not compile): ${mutants.caught} caught, ` +
      `${mutants.timeouts.length} not ended, ${mutants.missed.length} missed; ${percent} % noticed`,
  );
  const least = js ? LEAST.javascript : LEAST.rust;
  if (percent < least) throw new Failure(`Less than ${least} % of the changes are noticed.`);
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { file: { type: "string", multiple: true, default: [] }, js: { type: "boolean" } },
    });
    return values;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}
