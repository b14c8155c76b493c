// What the suites need before they can run: the set-up, and the build.
// @ts-check
import { Failure, mustRun, root } from "../run.mjs";
import { setUpBrowser, setUpNginx, setUpNode, setUpRust, setUpRustLints, setUpTerminal } from "../set-up.mjs";

/**
 * @typedef {object} Found
 * @property {import("../set-up/rust.mjs").RustTools} rust
 * @property {{ browser: string, driver: string, version: string }} browser
 * @property {string} [nginx] the program, where a suite needs it
 */

// In the order in which they have to be done.
const preparations = {
  node: setUpNode,
  rust: setUpRust,
  lints: setUpRustLints,
  browser: setUpBrowser,
  nginx: setUpNginx,
  terminal: setUpTerminal,
  build: () => mustRun(process.execPath, ["tools/build.mjs"]),
  site: async () => {
    // Loaded here: it needs what was just set up.
    const { buildSite } = await import("../docs/site.mjs");
    await buildSite(`${root}target/docs`);
  },
};

/** @typedef {keyof typeof preparations} Need */

/**
 * Does what is needed, and goes on when a part fails: that stops the suites that need it, and no others.
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
