// The report of the public API, in the folder `api`: the declarations of the type definitions, without their documentation and in
// one form, so a review shows exactly what changes for users.
// @ts-check
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import ts from "typescript";
import { mustRun, root } from "../run.mjs";

/** Where the report is, from the root of the checkout. */
export const API_FOLDER = "api";

const BIOME = "node_modules/@biomejs/biome/bin/biome";
const CHECK = ["check", "--write", "--linter-enabled=false", "--vcs-enabled=false"];

/**
 * Writes the report of the definitions in dist.
 * @param {string} [folder]
 */
export async function writeApi(folder = `${root}${API_FOLDER}`) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of await definitions()) {
    const text = await readFile(`${root}dist/${name}`, "utf8");
    await writeFile(`${folder}/${name}`, declared(name, text));
  }
  // Formatted here and not by the reader, so it has the style of the checkout.
  await mustRun(process.execPath, [BIOME, ...CHECK, folder], {
    output: "capture",
  });
}

/** The definitions for `require` are copies, and the build makes the folder's own. */
async function definitions() {
  const names = await readdir(`${root}dist`);
  return names.filter((name) => name.endsWith(".d.ts")).sort();
}

/**
 * The declarations of a file, sorted, since their order has no meaning.
 * @param {string} name
 * @param {string} text
 */
function declared(name, text) {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const printer = ts.createPrinter({ removeComments: true });
  const print = (/** @type {ts.Node} */ node) => printer.printNode(ts.EmitHint.Unspecified, node, file);
  const isFrame = (/** @type {ts.Statement} */ node) =>
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
  const frame = file.statements.filter(isFrame).map(print);
  const rest = file.statements.filter((node) => !isFrame(node)).map(print);
  const byName = (/** @type {string} */ one, /** @type {string} */ other) =>
    keyOf(one) < keyOf(other) ? -1 : 1;
  return `${[...frame, ...rest.sort(byName)].join("\n\n")}\n`;
}

/** @param {string} declaration */
function keyOf(declaration) {
  return declaration.replace(
    /^(?:(?:export|declare|default|abstract|type|interface|class|function|const|let)\s+)*/,
    "",
  );
}
