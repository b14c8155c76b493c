// Compiles the crate to WebAssembly, lets wasm-bindgen write the glue, and wasm-opt make it small.
// @ts-check
import { readFile, rename } from "node:fs/promises";
import { mustRun, root } from "../run.mjs";
import { rustTools, WASM_TARGET } from "../set-up.mjs";

/**
 * @typedef {object} Core
 * @property {Buffer} wasm the module
 * @property {string} gluePath the ES module that wasm-bindgen wrote for it
 */

/**
 * What rustc may use and Node 20 can load. Each by its name: `--all-features` lets wasm-opt write strings as a type of
 * their own, which Node 20 refuses to compile.
 */
const features = [
  "--enable-bulk-memory",
  "--enable-multivalue",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-sign-ext",
];

/**
 * @returns {Promise<Core>}
 */
export async function buildCore() {
  const { targetDirectory, writeGlue } = await rustTools();
  await mustRun("cargo", ["build", "--locked", "--release", "--lib", "--target", WASM_TARGET]);
  const out = `${targetDirectory}/core`;
  // The bundler target keeps the glue apart from its loading, so that js/core.ts can start it more than once.
  await mustRun(writeGlue, [
    `${targetDirectory}/${WASM_TARGET}/release/sfs_turbo_tasks.wasm`,
    ...["--target", "bundler", "--out-name", "core", "--out-dir", out],
    ...["--no-typescript", "--remove-name-section", "--remove-producers-section"],
  ]);
  const optimized = `${out}/core.wasm`;
  await mustRun(`${root}node_modules/.bin/wasm-opt`, [
    `${out}/core_bg.wasm`,
    ...["-Oz", "--converge", "--strip-producers", "--strip-target-features", ...features],
    ...["-o", `${optimized}.new`],
  ]);
  await rename(`${optimized}.new`, optimized);
  return { wasm: await readFile(optimized), gluePath: `${out}/core_bg.js` };
}
