// Compiles programs of the documentation strictly against the installed tarball, all in one program of TypeScript.
// @ts-check
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { checkout } from "../program.mjs";
import { installTarball } from "../tarball.mjs";
import { asModule } from "./module.mjs";
import { READERS_NAMES } from "./readers-names.mjs";

/** @typedef {import("./programs.mjs").Program} Program */

/**
 * @typedef {object} Compiled
 * @property {string[]} mistakes what the compiler says, as `TS2345: …`
 * @property {string[]} taken the reader's names that it uses, sorted
 */

/** @type {ts.CompilerOptions} */
const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  // The definitions themselves are checked by types.test.mjs.
  skipLibCheck: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  // A page with JSX has the types of React in its program.
  types: ["node", "react"],
  typeRoots: [join(checkout, "node_modules/@types")],
  paths: { undici: [join(checkout, "node_modules/undici-types/index.d.ts")] },
};

const READERS_FILE = "readers-names.d.ts";

/** @param {readonly Program[]} programs @returns {Promise<Map<string, Compiled>>} by their names */
export async function compile(programs) {
  const folder = await installTarball();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const declared = Object.values(READERS_NAMES).map((declaration) => `declare ${declaration}\n`);
  writeFileSync(join(folder, READERS_FILE), declared.join(""));
  const files = programs.map((program, at) => {
    const file = join(folder, `program-${at}.${program.language}`);
    writeFileSync(file, asModule(program, folder));
    return file;
  });
  const compiled = ts.createProgram([join(folder, READERS_FILE), ...files], OPTIONS);
  const checker = compiled.getTypeChecker();
  return new Map(
    programs.map(({ name }, at) => {
      const source = compiled.getSourceFile(files[at] ?? "");
      if (source === undefined) throw new Error(`${name} is not compiled`);
      const diagnostics = [
        ...compiled.getSyntacticDiagnostics(source),
        ...compiled.getSemanticDiagnostics(source),
      ];
      const mistakes = diagnostics.map(
        ({ code, messageText }) => `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
      );
      return [name, { mistakes, taken: takenBy(source, checker) }];
    }),
  );
}

/** @param {ts.SourceFile} source @param {ts.TypeChecker} checker */
function takenBy(source, checker) {
  /** @type {Set<string>} */
  const taken = new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node) && node.text in READERS_NAMES) {
      const symbol = ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      const files = symbol?.declarations?.map((declaration) => declaration.getSourceFile().fileName) ?? [];
      if (files.some((file) => file.endsWith(READERS_FILE))) taken.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...taken].sort();
}
