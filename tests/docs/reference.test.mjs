// The reference has everything that an entry of the package exports, and typedoc reports no problem.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import ts from "typescript";
import { Complaints } from "../../tools/docs/complaints.mjs";
import { packageEntries } from "../../tools/docs/entries.mjs";
import { attribute, textOf } from "../../tools/docs/html.mjs";
import { readPages } from "./site.mjs";

/** @type {Awaited<ReturnType<typeof readPages>>} */
let pages;

before(async () => {
  pages = await readPages();
});

const entries = packageEntries();

const program = ts.createProgram(
  entries.map(({ types }) => types),
  { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: ["node"] },
);

test("every entry of the package with types is in the reference", () => {
  assert.deepEqual(
    entries.map(({ specifier }) => specifier),
    [
      "sfs-turbo-tasks",
      "sfs-turbo-tasks/credentials",
      "sfs-turbo-tasks/element",
      "sfs-turbo-tasks/element/define",
      "sfs-turbo-tasks/emulator",
      "sfs-turbo-tasks/messages",
      "sfs-turbo-tasks/messages/en",
      "sfs-turbo-tasks/messages/es",
      "sfs-turbo-tasks/messages/zh-CN",
    ],
  );
  const linked = linksIn("reference/overview.html").map(({ href }) => href);
  for (const { name } of entries) assert.ok(linked.includes(`../reference/${name}.html`), name);
});

for (const { specifier, name, types } of entries) {
  test(`${specifier}: each exported name is in the reference, with a page`, () => {
    const exported = exportedNames(types);
    const linked = linksIn(`reference/${name}.html`).filter(({ href }) => /^[\w/.-]+\.html$/.test(href));
    const missing = exported.filter((name) => !linked.some(({ text }) => text === name));
    assert.deepEqual(missing, []);
    assert.ok(exported.length > 0);
  });
}

test("a function has its parameters, its result, and an example", () => {
  const text = textOfPage("reference/client/functions/createTask.html");
  for (const part of ["Function createTask", "Parameters", "Returns", "Throws", "Example"]) {
    assert.ok(text.includes(part), part);
  }
});

test("a type that an entry repeats links to the client's type", () => {
  const hrefs = linksIn("reference/element/classes/SfsTurboTask.html").map(({ href }) => href);
  assert.ok(hrefs.includes("../../client/interfaces/Task.html"));
});

test("typedoc's warnings are kept, except those about TypeScript's own definitions", () => {
  const complaints = new Complaints();
  complaints.info(/** @type {any} */ ("html generated"));
  complaints.warn(
    /** @type {any} */ (
      "Promise has multiple declarations with a comment. An arbitrary comment will be used"
    ),
  );
  complaints.warn(/** @type {any} */ ("Failed to resolve link"));
  complaints.validationWarning(/** @type {any} */ ("Task is not included"));
  complaints.error(/** @type {any} */ ("no entry"));
  assert.deepEqual(complaints.found, ["Failed to resolve link", "Task is not included", "no entry"]);
});

/** @param {string} file type definitions */
function exportedNames(file) {
  const source = program.getSourceFile(file);
  const symbol = source && program.getTypeChecker().getSymbolAtLocation(source);
  assert.ok(symbol, file);
  return program
    .getTypeChecker()
    .getExportsOfModule(symbol)
    .map(({ name }) => name);
}

/** @param {string} page */
function linksIn(page) {
  const elements = pages.get(page);
  assert.ok(elements, page);
  return elements
    .filter(({ tagName }) => tagName === "a")
    .map((element) => ({ href: attribute(element, "href") ?? "", text: textOf(element).trim() }));
}

/** @param {string} page */
function textOfPage(page) {
  const body = pages.get(page)?.find(({ tagName }) => tagName === "body");
  assert.ok(body, page);
  return textOf(body);
}
