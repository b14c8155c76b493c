// The suites of `npm test`, in the order in which they run. A new suite is a new entry.
// @ts-check
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run.mjs";
import { WASM_TARGET } from "../set-up.mjs";
import { driverEnv, writeWebdriverSettings } from "./webdriver.mjs";

/** @typedef {import("./prepare.mjs").Need} Need */
/** @typedef {import("./prepare.mjs").Found} Found */
/** @typedef {import("../set-up/rust.mjs").RustTools} RustTools */

/**
 * @typedef {object} Command
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string | undefined>} [env]
 * @property {() => void} [remove] deletes the files that were written for the suite
 */

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {readonly Need[]} needs
 * @property {readonly Need[]} [wants] what some of its tests need; they are skipped without it
 * @property {"checks" | "cargo" | "node"} counted which output has the counts
 * @property {(found: Found) => Command} command called once everything in `needs` is set up
 */

/** @type {readonly Suite[]} */
export const suites = [
  {
    name: "lint",
    needs: ["node", "rust", "lints"],
    counted: "checks",
    command: () => ({ command: process.execPath, args: ["tools/lint.mjs"] }),
  },
  {
    name: "tools",
    needs: ["node"],
    counted: "node",
    command: () =>
      nodeTest(["tools", "options", "mutants", "release"].map((name) => `tests/${name}.test.mjs`)),
  },
  { name: "host", needs: ["rust"], counted: "cargo", command: () => cargoTest() },
  {
    name: "wasm in Node",
    needs: ["node", "rust", "build"],
    counted: "cargo",
    command: ({ rust }) => wasmTest(rust, "node"),
  },
  {
    name: "wasm in Chromium",
    needs: ["node", "rust", "build", "browser"],
    counted: "cargo",
    command: ({ rust, browser }) => {
      const { settings, remove } = writeWebdriverSettings(rust.targetDirectory, browser.browser);
      const env = driverEnv({ CHROMEDRIVER: browser.driver, WASM_BINDGEN_TEST_WEBDRIVER_JSON: settings });
      return { ...wasmTest(rust, "browser", env), remove };
    },
  },
  {
    name: "emulator",
    needs: ["node", "build"],
    counted: "node",
    command: () => nodeTest(["tests/emulator.test.mjs"]),
  },
  {
    name: "command line",
    needs: ["node", "build", "packed", "terminal"],
    counted: "node",
    command: ({ packed }) => ({
      ...nodeTest(testFiles("tests/command-line")),
      env: { SFS_TURBO_PACKED: packed },
    }),
  },
  {
    name: "package",
    needs: ["node", "build", "packed"],
    counted: "node",
    command: ({ packed }) => ({
      // Two at once, since most of them wait most of the time: for a program that they started, or for a clock.
      ...nodeTest(testFiles("tests/package", false), ["--test-concurrency=2"]),
      env: { SFS_TURBO_PACKED: packed },
    }),
  },
  {
    name: "pages",
    needs: ["node", "build", "packed", "browser"],
    wants: ["nginx", "firefox", "webkit"],
    counted: "node",
    command: ({ packed, browser, nginx }) => ({
      // One file after the other, since each starts browsers and bundlers.
      ...nodeTest(testFiles("tests/package", true), ["--test-concurrency=1"]),
      env: {
        SFS_TURBO_PACKED: packed,
        SFS_TURBO_BROWSER: browser.browser,
        SFS_TURBO_BROWSER_DRIVER: browser.driver,
        SFS_TURBO_NGINX: nginx,
      },
    }),
  },
  {
    name: "examples",
    needs: ["node", "build", "packed", "browser"],
    counted: "node",
    command: ({ packed, browser }) => ({
      // One file after the other, for the same reason.
      ...nodeTest(testFiles("tests/examples"), ["--test-concurrency=1"]),
      env: {
        SFS_TURBO_PACKED: packed,
        SFS_TURBO_BROWSER: browser.browser,
        SFS_TURBO_BROWSER_DRIVER: browser.driver,
      },
    }),
  },
  {
    name: "docs",
    needs: ["node", "build", "browser", "site"],
    counted: "node",
    command: ({ browser }) => ({
      ...nodeTest(testFiles("tests/docs")),
      env: { SFS_TURBO_BROWSER: browser.browser, SFS_TURBO_BROWSER_DRIVER: browser.driver },
    }),
  },
];

/**
 * @param {string[]} files
 * @param {string[]} [options]
 */
function nodeTest(files, options = []) {
  // Milliseconds. From Node 24 on, a promise that never settles would hang the run.
  return { command: process.execPath, args: ["--test", "--test-timeout=600000", ...options, ...files] };
}

/** The module that every file with a browser imports. */
const BROWSERS = /from "\.\/(?:browser|element-page|fault-matrix|pages|ecosystem\/rows)\.mjs"/;

/**
 * @param {string} folder
 * @param {boolean} [startBrowsers] only files that start browsers, or only the others; all by default
 */
export function testFiles(folder, startBrowsers) {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const files = names.filter((name) => name.endsWith(".test.mjs")).sort();
  const chosen = files.filter((name) => {
    if (startBrowsers === undefined) return true;
    return BROWSERS.test(readFileSync(join(root, folder, name), "utf8")) === startBrowsers;
  });
  // Without a file, `node --test` would search for some.
  return chosen.length > 0 ? chosen.map((name) => `${folder}/${name}`) : [`${folder}/*.test.mjs`];
}

/** @param {string[]} [options] */
function cargoTest(options = []) {
  // `--no-fail-fast`: cargo would stop at the first binary with a failed test, and the counts would miss the rest.
  return {
    command: "cargo",
    args: ["test", "--locked", "--no-fail-fast", "--package", "sfs-turbo-tasks", ...options],
  };
}

/**
 * @param {RustTools} rust
 * @param {string} test
 * @param {Record<string, string | undefined>} [env]
 */
export function wasmTest({ runTests }, test, env = {}) {
  // As a list in `--config`: from the environment, cargo splits the runner's path at its spaces.
  const runner = `target.${WASM_TARGET}.runner=[${JSON.stringify(runTests)}]`;
  const options = ["--config", runner, "--target", WASM_TARGET, "--features", "client", "--test", test];
  return { ...cargoTest(options), env };
}
