// Deno and Bun, importing and requiring from a folder that npm installed.
// @ts-check
import { existsSync } from "node:fs";
import { expectProgram } from "../answers.mjs";
import { installed, makeProject, Skipped, versionOf } from "../project.mjs";

/** @typedef {import("../row.mjs").Row} Row */

/**
 * @typedef {object} Runtime
 * @property {string} name
 * @property {string} project
 * @property {Record<string, string>} programs its program for each system, from `node_modules`: the package of that name
 *   would fetch it with an install script
 * @property {readonly string[]} args
 */

/** @type {readonly Runtime[]} */
const runtimes = [
  {
    name: "Deno",
    project: "deno",
    programs: {
      "linux-x64": "@deno/linux-x64-glibc/deno",
      "linux-arm64": "@deno/linux-arm64-glibc/deno",
      "darwin-x64": "@deno/darwin-x64/deno",
      "darwin-arm64": "@deno/darwin-arm64/deno",
    },
    args: ["run", "--allow-net=127.0.0.1"],
  },
  {
    name: "Bun",
    project: "bun",
    programs: {
      "linux-x64": "@oven/bun-linux-x64/bin/bun",
      "linux-arm64": "@oven/bun-linux-aarch64/bin/bun",
      "darwin-x64": "@oven/bun-darwin-x64/bin/bun",
      "darwin-arm64": "@oven/bun-darwin-aarch64/bin/bun",
    },
    args: ["run"],
  },
];

const ways = [
  { way: "import", script: "ask.mjs" },
  { way: "require", script: "ask.cjs" },
];

/** @type {Row[]} */
export const runtimeRows = runtimes.flatMap(({ name, project, programs, args }) =>
  ways.map(({ way, script }) => ({
    name: `${name}, ${way}`,
    async run(tried) {
      const folder = await makeProject(project, "scenario.mjs", "node-esm", "node-cjs");
      const system = `${process.platform}-${process.arch}`;
      const program = installed(folder, programs[system] ?? "none");
      if (!existsSync(program)) throw new Skipped(`no npm package carries ${name} for ${system}`);
      tried(versionOf(folder, project));
      await expectProgram(program, [...args, script], { cwd: folder });
    },
  })),
);
