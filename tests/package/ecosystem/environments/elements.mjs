// The elements in the frameworks: type-checked, rendered on a server, taken over and shown in a browser, removed.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "../../browser.mjs";
import { servePages } from "../../pages.mjs";
import { mustRun } from "../../program.mjs";
import { installTarball } from "../../tarball.mjs";
import { newerNode } from "../newer-node.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";

/** @typedef {import("../row.mjs").Row} Row */

const FIRST = "a1b2c3d4-0000-4000-8000-000000000001";
const SECOND = "a1b2c3d4-0000-4000-8000-000000000002";
const SHARE = "a1b2c3d4-0000-4000-8000-00000000f11e";

/** The report of each page, without the field that says whether it took over a server's markup. */
const shown = {
  hasPath: true,
  settings: [SHARE, 250, 250, true],
  told: [`select ${SECOND}`, `update ${FIRST}`, `update ${SECOND}`],
  isAsked: true,
  requestsAfterwards: 0,
};

const tsc = { program: "typescript/bin/tsc", args: ["--project", ".", "--pretty", "false"] };

/**
 * @typedef {object} Framework
 * @property {string} name as the table shows it
 * @property {string} project
 * @property {string} tool the package whose version is shown
 * @property {{ program: string, args: readonly string[] }} check its compiler of types
 * @property {true} [makesAnew] it sets no properties of elements that a server has rendered, so the page makes its own
 */

/** @type {readonly Framework[]} */
const frameworks = [
  { name: "React", project: "element-react", tool: "react", check: tsc, makesAnew: true },
  {
    name: "Vue",
    project: "element-vue",
    tool: "vue",
    check: { program: "vue-tsc/bin/vue-tsc.js", args: ["--project", "."] },
  },
  {
    name: "Svelte",
    project: "element-svelte",
    tool: "svelte",
    check: { program: "svelte-check/bin/svelte-check", args: ["--fail-on-warnings", "--output", "human"] },
  },
  { name: "Preact", project: "element-preact", tool: "preact", check: tsc, makesAnew: true },
  { name: "Solid", project: "element-solid", tool: "solid-js", check: tsc },
];

/** @type {Row[]} */
const frameworkRows = frameworks.map(({ name, project, tool, check, makesAnew }) => ({
  name: `elements in ${name}: types, server, page`,
  async run(tried) {
    const folder = await makeProject(project, "element-app");
    tried(versionOf(folder, tool));
    if (name === "React") writeReactTags(folder);
    const node = await newerNode();
    await mustRun(node, [installed(folder, check.program), ...check.args], { cwd: folder });
    const vite = installed(folder, "vite/bin/vite.js");
    await mustRun(node, [vite, "build", "--logLevel", "warn"], { cwd: folder });
    const forServer = ["build", "--logLevel", "warn", "--ssr", "server.ts", "--outDir", "server"];
    await mustRun(node, [vite, ...forServer], { cwd: folder });

    const { stdout, stderr } = await mustRun(node, ["server/server.js"], { cwd: folder });
    assert.equal(stderr, "");
    const markups = stdout.trimEnd().split("\n");
    expectMarkup(markups[0] ?? "");
    await expectApp(join(folder, "dist"), {
      markup: markups.at(-1) ?? "",
      isTakenOver: makesAnew ? null : true,
    });
  },
}));

/** @type {Row} */
const importMap = {
  name: "elements in a page with an import map",
  async run(tried) {
    const folder = await installTarball("element-app", "element-import-map");
    tried(await expectApp(folder));
  },
};

export const elementRows = [...frameworkRows, importMap];

/**
 * The tags are there, empty.
 * @param {string} markup
 */
function expectMarkup(markup) {
  const tags = markup.match(/<sfs-turbo-tasks?\b[^>]*><\/sfs-turbo-tasks?>/g) ?? [];
  assert.deepEqual(
    tags.map((tag) => tag.includes(SHARE)),
    [true, true],
    markup,
  );
}

/**
 * Shows the application, and again over a server's markup, if there is any.
 * @param {string} folder
 * @param {{ markup: string, isTakenOver: true | null }} [rendered]
 */
export async function expectApp(folder, rendered) {
  const pages = await servePages(folder);
  const browser = await startBrowser();
  try {
    const empty = await browser.visit(`${pages.origin}/`);
    assert.deepEqual(empty, { report: { isTakenOver: null, ...shown }, console: [], violations: [] });
    if (rendered !== undefined) {
      const { markup, isTakenOver } = rendered;
      const page = readFileSync(join(folder, "index.html"), "utf8");
      const filled = page.replace('<div id="app"></div>', () => `<div id="app">${markup}</div>`);
      assert.notEqual(filled, page);
      writeFileSync(join(folder, "filled.html"), filled);
      const visit = await browser.visit(`${pages.origin}/filled.html`);
      assert.deepEqual(visit, { report: { isTakenOver, ...shown }, console: [], violations: [] });
    }
    assert.deepEqual(pages.missing, []);
    return browser.name;
  } finally {
    await browser.close();
    await pages.close();
  }
}

/**
 * The types of the tags, as docs/elements.md of the package gives them.
 * @param {string} folder
 */
function writeReactTags(folder) {
  const page = readFileSync(installed(folder, "sfs-turbo-tasks/docs/elements.md"), "utf8");
  const [, tags] = /```ts\n([^`]*declare module "react"[^`]*)```/.exec(page) ?? [];
  if (tags === undefined) throw new Error("docs/elements.md declares no tags for React");
  writeFileSync(join(folder, "tags.d.ts"), tags);
}
