// The programs of the documentation that need a page: the elements, in a browser, bundled as a user does.
// @ts-check
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { startBrowser } from "./browser.mjs";
import { asModule } from "./documentation/module.mjs";
import { examples, pagePrograms } from "./documentation/programs.mjs";
import { servePages } from "./pages.mjs";
import { installTarball } from "./tarball.mjs";

/** The file that page.js imports, and the program that it holds. */
const PROGRAMS = {
  define: "docs/elements.md, Elements for a page 1",
  readme: "README.md, Elements for a page 1",
  words: "docs/elements.md, Words 1",
  messages: "element, ElementMessages",
  "add-words": "element, addWords",
  card: "element, SfsTurboTask",
  table: "element, SfsTurboTasks",
};

/** @type {any} */
let report;
/** @type {(() => Promise<unknown>)[]} */
const closing = [];

before(async () => {
  const folder = await installTarball("documentation-page");
  const programs = [...pagePrograms(), ...examples()];
  for (const [file, name] of Object.entries(PROGRAMS)) {
    const found = programs.find((program) => program.name === name);
    if (found === undefined) throw new Error(`there is no program ${name}`);
    writeFileSync(join(folder, `${file}.ts`), asModule(found, folder));
  }
  await build({
    absWorkingDir: folder,
    entryPoints: ["page.js", "page.html"],
    outdir: "built",
    format: "esm",
    bundle: true,
    splitting: true,
    loader: { ".html": "copy" },
  });
  const pages = await servePages(join(folder, "built"));
  const browser = await startBrowser();
  closing.push(browser.close, pages.close);
  const visit = await browser.visit(`${pages.origin}/page.html`);
  assert.deepEqual(visit.console, []);
  assert.equal(visit.report.failure, undefined);
  report = visit.report;
});
after(() => Promise.all(closing.map((close) => close())));

test("the README's table shows tasks, and its card shows the chosen task, through a proxy that signs in", () => {
  assert.deepEqual(report.readme, {
    table: ["running", 2],
    card: ["running", true],
    cameWithToken: [false],
  });
});

test("the texts of messages, and the user's own words, are used", () => {
  assert.deepEqual(report.words, { own: "Läuft", ofMessages: "Läuft", messages: "function" });
  assert.deepEqual(report.messages, ["undefined", "function"]);
});

test("the card and the table of the definitions show tasks, and report the chosen task", () => {
  assert.deepEqual(report.definitions, { card: "running", table: "running", opened: [true] });
});
