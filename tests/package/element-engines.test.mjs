// The elements of the installed package in the two other browser engines, if installed: all results are the same as in Chromium.
// @ts-check
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { findFirefox, findWebKit } from "../../tools/set-up/browsers.mjs";
import { openElementPage } from "./element-page.mjs";

/** @typedef {import("./element-page.mjs").ElementPage} ElementPage */

const engines = [
  { engine: /** @type {const} */ ("firefox"), name: "Firefox", find: findFirefox },
  { engine: /** @type {const} */ ("webkit"), name: "WebKit", find: findWebKit },
];

const scenarios = [
  ...["earlyProperties", "life", "failure", "deletion", "interruption", "refusal", "notFound", "badClients"],
  ...["hostile", "nested", "changes", "moves", "pauses", "incomplete", "refreshes", "leaks", "thousand"],
  ...["requests", "deletes", "tableLife", "keyedRows", "order", "filters", "choice", "removal", "prevention"],
  ...[
    "tableFaults",
    "clock",
    "thousandRows",
    "providers",
    "firstPaint",
    "languages",
    "words",
    "described",
    "look",
    "manifest",
    "adopted",
  ],
];

/** The result of each scenario in Chromium, which the other tests check. @type {Map<string, unknown>} */
const expected = new Map();
const isNeeded = engines.some(({ find }) => find() !== undefined);

before(async () => {
  if (!isNeeded) return;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const page = await openElementPage("chromium", timeZone);
  for (const name of scenarios) expected.set(name, await page.run(name));
  await page.close();
});

for (const { engine, name, find } of engines) {
  const skip = find() === undefined && `${name} is not on this machine; npm run test:browsers installs it`;

  describe(name, { skip }, () => {
    /** @type {ElementPage} */
    let page;
    before(async () => {
      page = await openElementPage(engine);
    });
    after(() => page?.close());

    for (const scenario of scenarios) {
      test(`${scenario} has the same result as in Chromium`, async () => {
        assert.ok(expected.has(scenario));
        assert.deepEqual(await page.run(scenario), expected.get(scenario));
      });
    }
  });
}
