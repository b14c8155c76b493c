// Test runners, which give each test file globals and a module loader of their own.
// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectScenario } from "../../expectations.mjs";
import { mustRun } from "../../program.mjs";
import { withService } from "../answers.mjs";
import { newerNode } from "../newer-node.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";

/** @typedef {import("../row.mjs").Row} Row */

/**
 * @typedef {object} Runner
 * @property {string} name as the table shows it
 * @property {string} project
 * @property {string} [tool] the package whose version is shown; default: that of the project's name
 * @property {string} program its script, from `node_modules`
 * @property {readonly string[]} args
 * @property {readonly string[]} [nodeArgs]
 */

/** @type {readonly Runner[]} */
const runners = [
  {
    name: "Vitest, node",
    project: "vitest",
    program: "vitest/vitest.mjs",
    args: ["run", "--environment", "node"],
  },
  {
    name: "Vitest, jsdom",
    project: "vitest",
    program: "vitest/vitest.mjs",
    args: ["run", "--environment", "jsdom"],
  },
  ...[3, 2, 1].map((major) => ({
    name: `Vitest ${major}, jsdom`,
    project: `vitest-${major}`,
    tool: "vitest",
    program: "vitest/vitest.mjs",
    args: ["run", "--environment", "jsdom"],
  })),
  {
    name: "Vitest, happy-dom",
    project: "vitest",
    program: "vitest/vitest.mjs",
    args: ["run", "--environment", "happy-dom"],
  },
  {
    name: "Jest, require",
    project: "jest",
    program: "jest/bin/jest.js",
    args: ["--testMatch", "**/ask.test.cjs"],
  },
  {
    name: "Jest, import",
    project: "jest",
    program: "jest/bin/jest.js",
    args: ["--testMatch", "**/ask.test.mjs"],
    nodeArgs: ["--experimental-vm-modules"],
  },
];

/** @type {Row[]} */
const scenarioRows = runners.map(({ name, project, tool = project, program, args, nodeArgs = [] }) => ({
  name,
  async run(tried) {
    const folder = await makeProject(project, "scenario.mjs");
    tried(versionOf(folder, tool));
    writeAsCommonJs(folder);
    await withService(async (service) => {
      // Through files and the environment, since what a test prints is mixed with what its runner prints.
      const report = join(folder, "report.json");
      await mustRun(await newerNode(), [...nodeArgs, installed(folder, program), ...args], {
        cwd: folder,
        env: { CI: "1", PLACE: JSON.stringify(service.place), REPORT: report },
      });
      expectScenario(JSON.parse(readFileSync(report, "utf8")), service);
    });
  },
}));

/** The result is the one that a test of the project expects, and not the scenario's. */
const special = [
  { name: "Jest, fake timers and a replaced `Date`", file: "time.test.cjs" },
  { name: "Jest, jsdom: an error names what is missing", file: "missing.test.cjs" },
];

/** @type {Row[]} */
const specialRows = special.map(({ name, file }) => ({
  name,
  async run(tried) {
    const folder = await makeProject("jest");
    tried(versionOf(folder, "jest"));
    const args = [installed(folder, "jest/bin/jest.js"), "--testMatch", `**/${file}`];
    await mustRun(await newerNode(), args, { cwd: folder, env: { CI: "1" } });
  },
}));

export const testRunnerRows = [...scenarioRows, ...specialRows];

/**
 * A runner that requires its tests cannot import the scenario, which is one file for all consumers.
 * @param {string} folder
 */
function writeAsCommonJs(folder) {
  const text = readFileSync(join(folder, "scenario.mjs"), "utf8");
  const asCommonJs = text.replace(
    "export async function",
    "exports.reportScenario = reportScenario;\nasync function",
  );
  writeFileSync(join(folder, "scenario.cjs"), asCommonJs);
}
