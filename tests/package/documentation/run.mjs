// Runs a program of the documentation unchanged, with the reader's names, and compares the values that it shows.
// @ts-check
import assert from "node:assert/strict";
import ts from "typescript";
import { importInstalled, installTarball } from "../tarball.mjs";
import { completed, declaredNames, returns } from "./syntax.mjs";

/** @typedef {import("./programs.mjs").Program} Program */

/** Ends a loop that has no end of its own. */
export class Enough extends Error {}

/** @type {Promise<string> | undefined} */
let folder;

/** An entry of the installed package, which is installed once for each process. @param {string} specifier @returns {Promise<any>} */
export async function load(specifier) {
  folder ??= installTarball();
  return importInstalled(await folder, specifier);
}

/**
 * @typedef {object} Ran
 * @property {Record<string, any>} declared the values of the program's own names at its end
 * @property {number} values how many values it shows; all of them were right
 */

/**
 * @param {Program} program
 * @param {Record<string, unknown>} names the reader's names, and replacements of globals
 * @param {Record<string, unknown>} [others] other packages
 * @returns {Promise<Ran>} rejected with what the program throws
 */
export async function run({ code, entry }, names, others = {}) {
  const { text, values } = withChecks(completed(code));
  const compiled = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const imports = [...compiled.matchAll(/require\("([^"]+)"\)/g)].map(([, specifier = ""]) => specifier);
  /** @type {Record<string, unknown>} */
  const modules = { ...others };
  for (const specifier of imports) modules[specifier] ??= await load(specifier);
  // The subject of its page, or of its definitions, needs no import.
  const given = { ...(await load("sfs-turbo-tasks")), ...(await load(entry)), ...names };
  /** @type {Record<string, any>} */
  const declared = {};
  let checked = 0;
  const surroundings = {
    ...given,
    exports: {},
    require: (/** @type {string} */ specifier) => modules[specifier],
    keep: (/** @type {object} */ own) => Object.assign(declared, own),
    check: (/** @type {unknown} */ value, /** @type {unknown} */ expected) => {
      checked += 1;
      assert.deepEqual(value, expected);
    },
  };
  // In its own block, since a program may declare a given name.
  const kept = returns(code) ? "" : `keep({ ${declaredNames(code).join(", ")} });`;
  const AsyncFunction = /** @type {any} */ (run).constructor;
  await new AsyncFunction(...Object.keys(surroundings), `{ ${compiled}\n${kept} }`)(
    ...Object.values(surroundings),
  );
  assert.equal(checked, values, "each value that is shown was compared");
  return { declared, values };
}

/** Makes a comparison of each value that the program shows as `//=> value`, or as `// value` in JSON. @param {string} code */
function withChecks(code) {
  let values = 0;
  const text = code.replace(/^(.*); *\/\/(=>)? (.*)$/gm, (line, expression, arrow, value) => {
    if (arrow === undefined && !isJson(value)) return line;
    values += 1;
    return `check(${expression}, ${value});`;
  });
  return { text, values };
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
