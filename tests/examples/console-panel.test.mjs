// examples/console-panel with the packed tarball: its types, its own tests, and its page as Vite builds it in Chromium.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { servePages } from "../package/pages.mjs";
import { mustRun, runProgram } from "../package/program.mjs";
import { startBrowser } from "./browser-page.mjs";
import { installExample } from "./example.mjs";

/** @type {string} */
let folder;

before(async () => {
  folder = await installExample("console-panel");
});

test("its types fit the package's", async () => {
  await mustRun(process.execPath, ["node_modules/typescript/bin/tsc"], { cwd: folder });
});

test("its own tests", async (t) => {
  const report = join(folder, "report.json");
  const args = ["node_modules/vitest/vitest.mjs", "run", "--reporter=json", `--outputFile=${report}`];
  const { code, stderr } = await runProgram(process.execPath, args, { cwd: folder, env: { CI: "1" } });
  /** @type {{ testResults: { assertionResults: Result[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  for (const { fullName, status, failureMessages } of testResults.flatMap((file) => file.assertionResults))
    await t.test(fullName, () => assert.equal(status, "passed", failureMessages.join("\n")));
  // The output of Vitest, and React's warnings.
  assert.deepEqual([code, stderr], [0, ""]);
});

/** @typedef {{ fullName: string, status: string, failureMessages: string[] }} Result */

test("the built page starts an export in a browser, with nothing in the console", async (t) => {
  const vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"];
  const { stderr } = await mustRun(process.execPath, vite, { cwd: folder });
  assert.equal(stderr, "");
  const pages = await servePages(join(folder, "dist"));
  t.after(pages.close);
  const browser = await startBrowser();
  t.after(browser.close);
  await browser.open(`${pages.origin}/`);
  await browser.shows(".status", ["Failed", "Done"]);
  await browser.click("header button");
  await browser.shows(".status", ["Running", "Failed", "Done"]);
  const noise = (await browser.readConsole()).filter((line) => !line.includes("/favicon.ico"));
  assert.deepEqual(noise, []);
});
