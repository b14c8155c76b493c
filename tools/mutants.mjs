// `npm run mutants`: changes the core in one place after the other, and reports the changes that no test finds.
// `npm run mutants -- --javascript` does so with the JavaScript of calls and credentials.
// `npm run mutants -- --file 'src/answer/**'`, or with `--javascript` `--file 'js/call/*.ts'`, changes only some files.
// @ts-check
import { mutateJavascript } from "./mutants-javascript.mjs";
import { mutateRust } from "./mutants-rust.mjs";
import { readOptions } from "./options.mjs";
import { Failure, main, mustRun } from "./run.mjs";

/** The percentages of the compiling changes that a test has to find. */
const LEAST_RUST = 97;
const LEAST_JAVASCRIPT = 85;

const USAGE = `npm run mutants -- [options]
  --javascript   changes js/call and js/credentials instead of the core
  --file <glob>  changes only these files, by their path from the root; may be given more than once`;

await main(async () => {
  const { javascript, file } = readOptions(USAGE, {
    javascript: { type: "boolean", default: false },
    file: { type: "string", multiple: true, default: [] },
  });
  await refuseMissing(file, javascript ? "ts" : "rs");
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

/**
 * Before the minutes that a run takes.
 * @param {readonly string[]} globs
 * @param {string} extension of the files that can be changed
 * @throws {Failure} for a glob without such a file
 */
async function refuseMissing(globs, extension) {
  for (const glob of globs) {
    // A name without a folder is for a file in any folder; a range of lines may follow.
    const path = glob.replace(/:\d[\d:-]*$/, "");
    const anywhere = path.includes("/") ? path : `**/${path}`;
    const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--", `:(glob)${anywhere}`];
    const { stdout } = await mustRun("git", args, { output: "capture" });
    if (stdout.split("\n").some((file) => file.endsWith(`.${extension}`))) continue;
    throw new Failure(`--file ${glob}: no .${extension} file has such a path.`);
  }
}
