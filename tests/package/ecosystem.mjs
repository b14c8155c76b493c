// `npm run test:ecosystem`: the packed tarball in every environment, and one table of the results.
// `-- --only vite` runs the rows whose names contain that, `-- --write` also writes docs/environments.md.
// @ts-check
import { writeFile } from "node:fs/promises";
import { readOptions } from "../../tools/options.mjs";
import { Failure, main, mustRun, root } from "../../tools/run.mjs";
import { setUpBrowser, setUpNode } from "../../tools/set-up.mjs";

/** @typedef {import("./ecosystem/row.mjs").Outcome} Outcome */
/** @typedef {import("./ecosystem/row.mjs").Row} Row */

// Two, since a bundler with a browser takes one to two gigabytes of memory and most of two cores.
const AT_ONCE = 2;

const USAGE = `npm run test:ecosystem -- [options]
  --only <text>  the rows whose names contain this, in any case
  --list         names the rows
  --write        writes docs/environments.md; needs every row`;

await main(async () => {
  const {
    only = "",
    list,
    write = false,
  } = readOptions(USAGE, {
    only: { type: "string" },
    list: { type: "boolean" },
    write: { type: "boolean" },
  });
  if (write && only !== "") throw new Failure("--write needs every row: leave out --only.");
  await setUpNode();
  // Loaded here: they need the set-up above.
  const { rows } = await import("./ecosystem/rows.mjs");
  const { environmentsPage, screenTable } = await import("./ecosystem/table.mjs");
  const chosen = rows.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
  if (chosen.length === 0) {
    throw new Failure(`No row has ${JSON.stringify(only)} in its name. \`-- --list\` names the rows.`);
  }
  if (list) return console.log(chosen.map(({ name }) => name).join("\n"));
  const { browser, driver } = await setUpBrowser();
  Object.assign(process.env, { SFS_TURBO_BROWSER: browser, SFS_TURBO_BROWSER_DRIVER: driver });
  await mustRun(process.execPath, ["tools/build.mjs"]);
  const outcomes = await runAll(chosen);
  if (write) await writeFile(`${root}docs/environments.md`, environmentsPage(outcomes));
  console.log(`\n${screenTable(outcomes)}`);
  if (outcomes.some(({ result }) => result === "FAILED")) process.exitCode = 1;
});

/**
 * @param {readonly Row[]} rows
 * @returns {Promise<Outcome[]>} in the order of the rows
 */
async function runAll(rows) {
  const { packTarball } = await import("./tarball.mjs");
  const { runRow } = await import("./ecosystem/row.mjs");
  // Before the rows, so a package that cannot be packed fails once.
  await packTarball();
  /** @type {Outcome[]} */
  const outcomes = [];
  const waiting = rows.entries();
  const work = async () => {
    for (const [index, row] of waiting) {
      const outcome = await runRow(row);
      outcomes[index] = outcome;
      tell(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

/** @param {Outcome} outcome */
function tell({ name, result, reason, seconds }) {
  console.log(`${result.padEnd(7)} ${name} (${seconds.toFixed(1)} s)`);
  if (reason === "") return;
  // The beginning says what is wrong, and the end what went before it: a bundler may print thousands of lines.
  const lines = reason.trimEnd().split("\n");
  const shown = lines.length <= 60 ? lines : [...lines.slice(0, 40), "…", ...lines.slice(-20)];
  console.log(shown.map((line) => `  ${line}`).join("\n"));
}
