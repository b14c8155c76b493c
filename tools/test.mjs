// `npm test`: sets up, builds, runs every suite, and ends with a table and one line of sums.
// `npm test -- --list` names the suites, `npm test -- --only host --only emulator` runs some. The last lines name the skipped
// tests; with `--nothing-skipped` they are a failure.
// @ts-check
import { readOptions, refuseUnknown } from "./options.mjs";
import { main } from "./run.mjs";
import { prepare } from "./test/prepare.mjs";
import { runSuite } from "./test/run-suite.mjs";
import { suites } from "./test/suites.mjs";
import { summary } from "./test/summary.mjs";

const USAGE = `npm test -- [options]
  --only <suite>     runs this suite; may be given more than once
  --list             names the suites
  --nothing-skipped  fails if a test was not run`;

await main(async () => {
  const {
    only,
    list,
    "nothing-skipped": strict,
  } = readOptions(USAGE, {
    only: { type: "string", multiple: true },
    list: { type: "boolean" },
    "nothing-skipped": { type: "boolean" },
  });
  const names = suites.map(({ name }) => name);
  refuseUnknown("only", names, only ?? []);
  const chosen = suites.filter(({ name }) => !only || only.includes(name));
  if (list) return console.log(chosen.map(({ name }) => name).join("\n"));

  const { found, failed } = await prepare(
    new Set(chosen.flatMap(({ needs, wants = [] }) => [...needs, ...wants])),
  );
  const rows = [];
  for (const suite of chosen) {
    console.log(`\n=== ${suite.name} ===`);
    const lacking = suite.needs.filter((need) => failed.has(need));
    rows.push(lacking.length > 0 ? notRun(suite.name, lacking) : await runSuite(suite, complete(found)));
  }
  console.log(`\n${summary(rows)}`);
  const fails = (/** @type {import("./test/counts.mjs").Counts} */ { failed, skipped }) =>
    failed > 0 || (strict && skipped > 0);
  if (rows.some(({ counts }) => fails(counts))) process.exitCode = 1;
});

/**
 * @param {string} name
 * @param {readonly string[]} lacking
 */
function notRun(name, lacking) {
  const note = `not run: ${lacking.join(" and ")} failed before it`;
  console.log(note);
  return { name, counts: { passed: 0, failed: 1, skipped: 0 }, seconds: 0, note };
}

/**
 * No preparation that the suite needs has failed, so everything that its command reads exists.
 * @param {Partial<import("./test/prepare.mjs").Found>} found
 */
function complete(found) {
  return /** @type {import("./test/prepare.mjs").Found} */ (found);
}
