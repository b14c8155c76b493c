// The bundlers, each with only its input configured; the page runs in a headless browser.
// @ts-check
import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../../program.mjs";
import { expectPage, expectVisit } from "../answers.mjs";
import { makeNodeProject } from "../newer-node.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";
import { startServer } from "../server.mjs";

/** @typedef {import("../row.mjs").Row} Row */

/**
 * @typedef {object} Bundler
 * @property {string} name as the table shows it
 * @property {string} project
 * @property {string} tool the package whose version is shown
 * @property {string} program its script, from `node_modules`
 * @property {readonly string[]} args
 * @property {number} [node] the major version of Node that it runs on; default: that of the tests
 * @property {string} [page] the page to put beside the bundle, where the bundler makes none
 */

const FIXTURES = ["scenario.mjs", "page-report.mjs", "vite"];

/** @type {readonly Bundler[]} */
const bundlers = [
  {
    name: "Vite, build",
    project: "vite",
    tool: "vite",
    program: "vite/bin/vite.js",
    args: ["build", "--logLevel", "warn"],
  },
  ...[5, 6, 7].map((major) => ({
    name: `Vite ${major}, build`,
    project: `vite-${major}`,
    tool: "vite",
    program: "vite/bin/vite.js",
    args: ["build", "--logLevel", "warn"],
  })),
  {
    name: "webpack",
    project: "webpack",
    tool: "webpack",
    program: "webpack-cli/bin/cli.js",
    args: ["--mode", "production", "--stats", "errors-warnings", "--entry", "./main.js"],
    page: "index.html",
  },
  {
    name: "webpack with source-map-loader, on Node 26",
    project: "source-map-loader",
    tool: "source-map-loader",
    program: "webpack-cli/bin/cli.js",
    args: ["--stats", "errors-warnings"],
    page: "index.html",
    node: 26,
  },
  {
    name: "Rsbuild",
    project: "rsbuild",
    tool: "@rsbuild/core",
    program: "@rsbuild/core/bin/rsbuild.js",
    args: ["build", "--log-level", "warn"],
  },
  {
    name: "Rspack",
    project: "rspack",
    tool: "@rspack/core",
    program: "@rspack/cli/bin/rspack.js",
    args: ["build", "--mode", "production", "--entry", "./main.js"],
    page: "index.html",
  },
  {
    name: "Rollup",
    project: "rollup",
    tool: "rollup",
    program: "rollup/dist/bin/rollup",
    // It finds packages only with its own plugin.
    args: ["main.js", "--dir", "dist", "--plugin", "node-resolve", "--silent"],
    page: "index.html",
  },
  {
    name: "Rolldown",
    project: "rolldown",
    tool: "rolldown",
    program: "rolldown/bin/cli.mjs",
    args: ["main.js", "--dir", "dist"],
    page: "index.html",
  },
  {
    name: "esbuild, esm",
    project: "esbuild",
    tool: "esbuild",
    program: "esbuild/bin/esbuild",
    args: ["main.js", "--bundle", "--format=esm", "--outdir=dist", "--log-level=warning"],
    page: "index.html",
  },
  {
    name: "esbuild, iife",
    project: "esbuild",
    tool: "esbuild",
    program: "esbuild/bin/esbuild",
    args: ["main.js", "--bundle", "--format=iife", "--outdir=dist", "--log-level=warning"],
    page: "classic.html",
  },
  {
    name: "Parcel",
    project: "parcel",
    tool: "parcel",
    program: "parcel/lib/bin.js",
    args: ["build", "--log-level", "warn", "--no-cache"],
  },
];

/** @type {Row[]} */
const viteDev = ["vite", "vite-7", "vite-6", "vite-5"].map((project) => ({
  name: `${project.replace("vite-", "Vite ").replace("vite", "Vite")}, dev`,
  async run(tried) {
    const folder = await makeProject(project, ...FIXTURES);
    tried(versionOf(folder, "vite"));
    const args = [installed(folder, "vite/bin/vite.js"), "--host", "127.0.0.1", "--port", "0"];
    const server = await startServer(process.execPath, args, { cwd: folder, ready: /Local:\s+(http:\S+)/ });
    try {
      await expectVisit(`${server.url}/`);
    } finally {
      await server.stop();
    }
  },
}));

/** @type {Row[]} */
const builds = bundlers.map(({ name, project, tool, program, args, page, node }) => ({
  name,
  async run(tried) {
    const folder = await makeProject(project, ...FIXTURES);
    tried(versionOf(folder, tool));
    const runtime = node === undefined ? process.execPath : (await makeNodeProject(node)).node;
    const { stdout, stderr } = await mustRun(runtime, [installed(folder, program), ...args], { cwd: folder });
    // A bundler that has to guess prints a warning; here is nothing to guess.
    assert.equal(stderr, "");
    assert.doesNotMatch(stdout, /warning/i);
    if (page !== undefined) copyFileSync(join(folder, page), join(folder, "dist/index.html"));
    await expectPage(join(folder, "dist"));
  },
}));

export const bundlerRows = [...viteDev, ...builds];
