// Package managers with their own folder layout, in which a package finds only its declared dependencies.
// @ts-check
import assert from "node:assert/strict";
import { copyFileSync, cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../../folders.mjs";
import { mustRun } from "../../program.mjs";
import { packTarball } from "../../tarball.mjs";
import { expectProgram } from "../answers.mjs";
import { newerNode } from "../newer-node.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";

/** @typedef {import("../row.mjs").Row} Row */

const consumers = fileURLToPath(new URL("../../consumers", import.meta.url));

/** @type {Row} */
const pnpm = {
  name: "pnpm, isolated: import and require",
  async run(tried) {
    const tool = await makeProject("pnpm");
    tried(versionOf(tool, "pnpm"));
    const folder = await makeUser();
    const node = await newerNode();
    const settings = [
      "--config.node-linker=isolated",
      "--config.ignore-scripts=true",
      "--store-dir",
      "store",
    ];
    const program = installed(tool, "pnpm/bin/pnpm.mjs");
    await mustRun(node, [program, "install", ...settings], { cwd: folder, env: { HOME: folder, CI: "1" } });
    assert.ok(existsSync(join(folder, "node_modules/.pnpm")));
    for (const script of ["ask.mjs", "ask.cjs"]) await expectProgram(node, [script], { cwd: folder });
  },
};

/** @type {Row} */
const yarn = {
  name: "Yarn, Plug'n'Play: import and require",
  async run(tried) {
    const tool = await makeProject("yarn");
    tried(versionOf(tool, "@yarnpkg/cli-dist"));
    const folder = await makeUser();
    const settings = ["nodeLinker: pnp", "enableTelemetry: false", "enableGlobalCache: false"];
    // It needs only the tarball.
    const closed = ["enableNetwork: false", "enableImmutableInstalls: false", "enableScripts: false"];
    writeFileSync(join(folder, ".yarnrc.yml"), [...settings, ...closed, ""].join("\n"));
    // Otherwise it takes a parent folder for the project.
    writeFileSync(join(folder, "yarn.lock"), "");
    const program = installed(tool, "@yarnpkg/cli-dist/bin/yarn.js");
    const env = { HOME: folder };
    await mustRun(process.execPath, [program, "install"], { cwd: folder, env });
    assert.ok(existsSync(join(folder, ".pnp.cjs")) && !existsSync(join(folder, "node_modules")));
    for (const script of ["ask.mjs", "ask.cjs"]) {
      await expectProgram(process.execPath, [program, "node", script], { cwd: folder, env });
    }
  },
};

export const packageManagerRows = [pnpm, yarn];

/** A project that names the tarball, with nothing installed. */
async function makeUser() {
  const { file } = await packTarball();
  const folder = temporaryFolder("user");
  copyFileSync(file, join(folder, "package.tgz"));
  const dependencies = { "sfs-turbo-tasks": "file:./package.tgz" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "user", private: true, dependencies }));
  cpSync(join(consumers, "scenario.mjs"), join(folder, "scenario.mjs"));
  for (const name of ["node-esm", "node-cjs"]) cpSync(join(consumers, name), folder, { recursive: true });
  return folder;
}
