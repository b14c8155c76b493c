// `npm run bench`: this package beside the clients that a user could choose instead, as tables of ratios to bare fetch.
// `-- --help` shows the options. No time fails this run: machines differ, and a busy one differs from itself.
// @ts-check
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main, mustRun } from "../tools/run.mjs";
import { setUpBrowser, setUpNode, setUpRust } from "../tools/set-up.mjs";
import { describeMachine, machineText } from "./machine.mjs";
import { readBenchOptions } from "./options.mjs";

/** @typedef {import("./table.mjs").Table} Table */

/**
 * By the name for `--only`. Each is loaded when it is needed, after the set-up above.
 * @type {Record<string, (amounts: import("./options.mjs").Amounts) => Promise<Table[]>>}
 */
const measurements = {
  download: async () => (await import("./measurements/download.mjs")).measureDownload(),
  start: async (amounts) => (await import("./measurements/start.mjs")).measureStart(amounts),
  chromium: async (amounts) => (await import("./measurements/chromium.mjs")).measureChromium(amounts),
  call: async (amounts) => (await import("./measurements/calls.mjs")).measureCalls(amounts),
  throughput: async (amounts) => (await import("./measurements/calls.mjs")).measureThroughput(amounts),
  signing: async (amounts) => (await import("./measurements/signing.mjs")).measureSigning(amounts),
  list: async (amounts) => (await import("./measurements/list.mjs")).measureList(amounts),
  memory: async (amounts) => (await import("./measurements/memory.mjs")).measureMemory(amounts),
  fleet: async (amounts) => (await import("./measurements/fleet.mjs")).measureFleet(amounts),
  breakdown: async () => (await import("./breakdown.mjs")).measureBreakdown(),
};

await main(async () => {
  const { chosen, built, amounts } = readBenchOptions(Object.keys(measurements));
  // Before this program adds to the load.
  const machine = describeMachine();
  await setUpNode();
  if (!built || chosen.includes("breakdown")) await setUpRust();
  if (chosen.includes("chromium")) {
    const { browser, driver } = await setUpBrowser();
    Object.assign(process.env, { SFS_TURBO_BROWSER: browser, SFS_TURBO_BROWSER_DRIVER: driver });
  }
  if (!built) await mustRun(process.execPath, ["tools/build.mjs"]);
  const { installedVersion, prepareWorkspace, scratch } = await import("./workspace.mjs");
  const { candidates } = await import("./candidates.mjs");
  const { tableText } = await import("./table.mjs");
  await prepareWorkspace();

  const versions = Object.fromEntries(
    candidates.flatMap(({ package: name }) => (name ? [[name, installedVersion(name)]] : [])),
  );
  console.log(`\n${machineText(machine)}`);
  console.log(
    Object.entries(versions)
      .map((entry) => entry.join(" "))
      .join(", "),
  );
  /** @type {Record<string, Table[]>} */
  const results = {};
  mkdirSync(scratch, { recursive: true });
  for (const name of chosen) {
    const tables = (await measurements[name]?.(amounts)) ?? [];
    for (const table of tables) console.log(`\n${tableText(table)}`);
    results[name] = tables;
    // After each, so a run that is stopped keeps its results.
    writeFileSync(
      join(scratch, "results.json"),
      JSON.stringify({ machine, versions, amounts, results }, null, 2),
    );
  }
  console.log(`\nEvery single time is in ${join("target/bench", "results.json")}.`);
});
