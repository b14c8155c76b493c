// Compiles the crate to WebAssembly, lets wasm-bindgen write the glue, and wasm-opt make it small.
// @ts-check
import { readdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { mustRun, root } from "../run.mjs";
import { rustTools, WASM_TARGET } from "../set-up.mjs";
import { withoutPanicMessages } from "./panics.mjs";

/**
 * @typedef {object} Core
 * @property {Buffer} wasm the module
 * @property {string} namedPath the same module, in which functions still have their names
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
 * How wasm-opt makes a core small. With no limit for functions that are called once, it makes one of nearly all: 2 % more
 * after compression, and more to compile before the first request, since an engine compiles a function when it is called.
 */
const smaller = ["-Oz", "--converge", "--one-caller-inline-max-function-size", "60", ...features];

/** What only wasm-bindgen had to read. */
const stripped = ["--strip-producers", "--strip-target-features"];

/**
 * @param {{ name?: string, crateFeatures?: readonly string[] }} [variant] `name`: the folder under cargo's target folder
 * @returns {Promise<Core>}
 */
export async function buildCore({ name = "core", crateFeatures = [] } = {}) {
  const { targetDirectory, writeGlue } = await rustTools();
  const selected = crateFeatures.map((feature) => `--features=${feature}`);
  await mustRun("cargo", ["build", "--locked", "--release", "--lib", "--target", WASM_TARGET, ...selected], {
    env: { CARGO_ENCODED_RUSTFLAGS: (await withoutPaths()).join("\x1f") },
  });
  const out = `${targetDirectory}/${name}`;
  // The bundler target keeps the glue apart from its loading, so that js/core/core.ts can start it more than once.
  await mustRun(writeGlue, [
    `${targetDirectory}/${WASM_TARGET}/release/sfs_turbo_tasks.wasm`,
    ...["--target", "bundler", "--out-name", "core", "--out-dir", out],
    "--no-typescript",
  ]);
  const [quiet, named, optimized] = [`${out}/quiet.wasm`, `${out}/named.wasm`, `${out}/core.wasm`];
  await writeFile(quiet, withoutPanicMessages(await readFile(`${out}/core_bg.wasm`)));
  const wasmOpt = `${root}node_modules/.bin/wasm-opt`;
  await mustRun(wasmOpt, [quiet, ...smaller, "-g", "-o", named]);
  await mustRun(wasmOpt, [named, ...stripped, ...features, "-o", optimized]);
  return { wasm: await readFile(optimized), namedPath: named, gluePath: `${out}/core_bg.js` };
}

/**
 * Panic messages name their source files: with the paths of this machine, every machine would build another package.
 * @returns {Promise<string[]>}
 */
async function withoutPaths() {
  const sources = `${process.env.CARGO_HOME ?? `${homedir()}/.cargo`}/registry/src`;
  const registries = await readdir(sources).catch(() => []);
  return [root, ...registries.map((name) => `${sources}/${name}/`)].map(
    (path) => `--remap-path-prefix=${path}=`,
  );
}
