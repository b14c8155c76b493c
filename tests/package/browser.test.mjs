// The installed package in a headless browser: as the page's own script, and in a page that Vite built.
// @ts-check
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { expectScenario } from "./expectations.mjs";
import { servePages } from "./pages.mjs";
import { checkout, mustRun } from "./program.mjs";
import { startService } from "./service.mjs";
import { installTarball } from "./tarball.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

test("a page loads the built file with a script tag, and gets tasks and typed errors", async (t) => {
  const folder = await installTarball("scenario.mjs", "page-report.mjs", "page");
  await expectPage(t, folder);
});

test("a page that Vite built without configuration gets tasks and typed errors", async (t) => {
  const folder = await installTarball("scenario.mjs", "page-report.mjs", "vite");
  const vite = join(checkout, "node_modules/vite/bin/vite.js");
  // A bundler that has to guess prints a warning; here is nothing to guess.
  const { stderr } = await mustRun(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: folder });
  assert.equal(stderr, "");
  await expectPage(t, join(folder, "dist"));
});

/**
 * @param {import("node:test").TestContext} t
 * @param {string} folder
 */
async function expectPage(t, folder) {
  t.diagnostic(browser.name);
  const service = await startService();
  t.after(service.close);
  const pages = await servePages(folder);
  t.after(pages.close);
  const visit = await browser.visit(
    `${pages.origin}/?place=${encodeURIComponent(JSON.stringify(service.place))}`,
  );
  expectScenario(visit.report, service);
  // Chromium writes a line for each answer without success, and a page cannot prevent that.
  const refusals = [3, 4, 5].map((index) => service.place.endpoint + service.seen()[index]?.path);
  const statuses = [400, 403, 401];
  assert.deepEqual(
    visit.console.map(withoutReasonPhrase),
    refusals.map(
      (url, index) =>
        `${url} - Failed to load resource: the server responded with a status of ${statuses[index]}`,
    ),
  );
  assert.deepEqual(visit.violations, []);
  assert.deepEqual(pages.missing, []);
}

/** HTTP/2 has no reason phrase and HTTP/1.1 need not send one. @param {string} line */
function withoutReasonPhrase(line) {
  return line.replace(/ \([^)]*\)$/, "");
}
