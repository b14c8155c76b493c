// Package managers with their own folder layout, in which a package finds only its declared dependencies.
// @ts-check
import assert from "node:assert/strict";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../../folders.mjs";
import { mustRun } from "../../program.mjs";
import { packTarball } from "../../tarball.mjs";
import { expectPage, expectProgram } from "../answers.mjs";
import { newerNode } from "../newer-node.mjs";
import { copyInto, installed, makeProject, versionOf } from "../project.mjs";

/** @typedef {import("../row.mjs").Row} Row */

const consumers = fileURLToPath(new URL("../../consumers", import.meta.url));
const lockFile = new URL("../projects/package-lock.json", import.meta.url);

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
    // It needs only the tarball.
    writeYarnSettings(folder, ["enableNetwork: false"]);
    const program = installed(tool, "@yarnpkg/cli-dist/bin/yarn.js");
    const env = { HOME: folder };
    await mustRun(process.execPath, [program, "install"], { cwd: folder, env });
    assert.ok(existsSync(join(folder, ".pnp.cjs")) && !existsSync(join(folder, "node_modules")));
    for (const script of ["ask.mjs", "ask.cjs"]) {
      await expectProgram(process.execPath, [program, "node", script], { cwd: folder, env });
    }
  },
};

/** @type {Row} */
const yarnVite = {
  name: "Yarn, Plug'n'Play, strict: build with Vite",
  async run(tried) {
    const tool = await makeProject("yarn");
    const resolutions = lockedVersions();
    tried(`yarn ${versionOf(tool, "@yarnpkg/cli-dist")}, vite ${resolutions.vite}`);
    const folder = await makeUser({
      // Yarn reads no lock file of npm, but it installs the versions that it is told.
      fields: { devDependencies: { vite: resolutions.vite }, resolutions },
      fixtures: ["scenario.mjs", "page-report.mjs", "vite"],
    });
    const { stdout: registry } = await mustRun("npm", ["config", "get", "registry"]);
    writeYarnSettings(folder, [
      // No package finds what it does not declare.
      "pnpFallbackMode: none",
      `npmRegistryServer: ${JSON.stringify(registry.trim())}`,
      "supportedArchitectures: { os: [current], cpu: [current], libc: [current] }",
    ]);
    const program = installed(tool, "@yarnpkg/cli-dist/bin/yarn.js");
    const options = { cwd: folder, env: { HOME: folder } };
    const node = await newerNode();
    await mustRun(node, [program, "install"], options);
    assert.ok(existsSync(join(folder, ".pnp.cjs")) && !existsSync(join(folder, "node_modules")));
    await mustRun(node, [program, "vite", "build", "--logLevel", "warn"], options);
    await expectPage(join(folder, "dist"));
  },
};

export const packageManagerRows = [pnpm, yarn, yarnVite];

/**
 * A project that names the tarball, with nothing installed.
 * @param {{ fields?: Record<string, unknown>, fixtures?: readonly string[] }} [more] fields of its manifest, and files and
 *   folders of `consumers/`
 */
async function makeUser({ fields = {}, fixtures = ["scenario.mjs", "node-esm", "node-cjs"] } = {}) {
  const { file } = await packTarball();
  const folder = temporaryFolder("user");
  copyFileSync(file, join(folder, "package.tgz"));
  const dependencies = { "sfs-turbo-tasks": "file:./package.tgz" };
  const manifest = { name: "user", private: true, dependencies, ...fields };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  for (const fixture of fixtures) copyInto(folder, join(consumers, fixture));
  return folder;
}

/**
 * @param {string} folder for Yarn
 * @param {readonly string[]} settings
 */
function writeYarnSettings(folder, settings) {
  const usual = ["nodeLinker: pnp", "enableTelemetry: false", "enableGlobalCache: false"];
  // The lock file below is empty, and so it changes.
  const closed = ["enableImmutableInstalls: false", "enableScripts: false"];
  writeFileSync(join(folder, ".yarnrc.yml"), [...usual, ...closed, ...settings, ""].join("\n"));
  // Otherwise it takes a parent folder for the project.
  writeFileSync(join(folder, "yarn.lock"), "");
}

/**
 * The packages that all projects share, as the one lock file has them.
 * @returns {Record<string, string>} versions by name
 */
function lockedVersions() {
  const { packages } = JSON.parse(readFileSync(lockFile, "utf8"));
  const shared = Object.entries(packages).flatMap(([path, { version }]) => {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    return name === undefined || version === undefined ? [] : [[name, version]];
  });
  return Object.fromEntries(shared);
}
