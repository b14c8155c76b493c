// What the suites need before they can run: the set-up, and the build.
// @ts-check
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure, mustRun, root } from "../run.mjs";
import { setUpFirefox, setUpWebKit } from "../set-up/browsers.mjs";
import { setUpBrowser, setUpNginx, setUpNode, setUpRust, setUpRustLints, setUpTerminal } from "../set-up.mjs";

/**
 * @typedef {object} Found
 * @property {import("../set-up/rust.mjs").RustTools} rust
 * @property {{ browser: string, driver: string, version: string }} browser
 * @property {string} [packed] the folder of the tarball, and of a project that has it installed
 * @property {string} [nginx] the program, if it could be set up
 */

// In the order in which they have to run.
const preparations = {
  node: setUpNode,
  rust: setUpRust,
  lints: setUpRustLints,
  browser: setUpBrowser,
  nginx: setUpNginx,
  firefox: setUpFirefox,
  webkit: setUpWebKit,
  terminal: setUpTerminal,
  build: () => mustRun(process.execPath, ["tools/build.mjs"]),
  packed: packForAll,
  site: async () => {
    // Loaded here: it needs the set-up above.
    const { buildSite } = await import("../docs/site.mjs");
    await buildSite(`${root}target/docs`);
  },
};

/** @typedef {keyof typeof preparations} Need */

/**
 * Runs the needed steps, and continues if one fails: only the suites that need it cannot run. A suite that only wants it runs,
 * and skips the tests that need it.
 * @param {ReadonlySet<Need>} needs
 * @returns {Promise<{ found: Partial<Found>, failed: Set<Need> }>}
 */
export async function prepare(needs) {
  /** @type {Record<string, unknown>} */
  const found = {};
  /** @type {Set<Need>} */
  const failed = new Set();
  for (const need of /** @type {Need[]} */ (Object.keys(preparations))) {
    if (!needs.has(need)) continue;
    try {
      found[need] = await preparations[need]();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      console.error(`error: ${error.message}`);
      failed.add(need);
    }
  }
  return { found, failed };
}

/** The tarball, packed and installed once for all files that test it. */
async function packForAll() {
  const folder = join(root, "target/packed");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Loaded here, since the steps before may set up what it imports.
  const { shareTarball } = await import("../../tests/package/tarball.mjs");
  await shareTarball(folder);
  return folder;
}
