// Two copies of the installed package, and two realms: either guard recognises the errors, and options are accepted from both.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { servePages } from "./pages.mjs";
import { mustRun } from "./program.mjs";
import { startService } from "./service.mjs";
import { installTarball } from "./tarball.mjs";

/** @type {string} */
let folder;

before(async () => {
  folder = await installTarball("realms");
});

test("the imported and the required copy in one process recognize each other's errors", async (t) => {
  assert.deepEqual(await runScript(t, "two-copies.mjs"), {
    sameFunctions: false,
    sameClass: false,
    importedKnowsRequired: true,
    requiredKnowsImported: true,
    errCodes: ["SFS.TURBO.0106", "SFS.TURBO.0106"],
  });
});

test("a copy in a vm context and one outside recognize each other's errors, and accept each other's options", async (t) => {
  assert.deepEqual(await runScript(t, "contexts.cjs"), {
    innerIsOfOuterRealm: false,
    outerKnowsInner: true,
    innerKnowsOuter: true,
    errCodes: ["SFS.TURBO.0106", "SFS.TURBO.0106"],
    statuses: ["DOING", "DOING"],
  });
});

test("a copy in a frame and one in the page around it recognize each other's errors, and accept each other's fetch and signal", async (t) => {
  const service = await startService();
  t.after(service.close);
  const pages = await servePages(folder);
  t.after(pages.close);
  const browser = await startBrowser();
  t.after(browser.close);
  const place = encodeURIComponent(JSON.stringify(service.place));
  const { report } = await browser.visit(`${pages.origin}/frames.html?place=${place}`);
  assert.deepEqual(report, {
    innerIsOfOuterRealm: false,
    outerKnowsInner: true,
    innerKnowsOuter: true,
    errCodes: ["SFS.TURBO.0106", "SFS.TURBO.0106"],
    statusThroughInner: "DOING",
    abortedByInner: true,
  });
});

/**
 * @param {import("node:test").TestContext} t
 * @param {string} script
 */
async function runScript(t, script) {
  const service = await startService();
  t.after(service.close);
  const { stdout } = await mustRun(process.execPath, [script, JSON.stringify(service.place)], {
    cwd: folder,
  });
  return JSON.parse(stdout);
}
