// Compiles the crate to WebAssembly, writes the glue with wasm-bindgen, and shrinks the core with wasm-opt.
// @ts-check
import { readdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, sep } from "node:path";
import { mustRun, root } from "../run.mjs";
import { rustTools, WASM_TARGET } from "../set-up.mjs";
import { binaryenTool } from "./binaryen-tool.mjs";
import { withoutUnusedExports } from "./exports.mjs";
import { withoutPanicMessages } from "./panics.mjs";

/**
 * @typedef {object} Core
 * @property {Buffer} wasm the module
 * @property {string} namedPath the same module, in which functions still have their names
 * @property {string} gluePath the ES module that wasm-bindgen wrote for it
 */

/**
 * The WebAssembly features that rustc may use and Node 20 can load. They are listed by name: `--all-features` lets wasm-opt use a
 * string type that Node 20 refuses to compile.
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
 * The compiler inlines a function only if it is no longer than the call. Measured: by its own rule the core is 12 % larger after
 * compression, mostly copies of the allocator.
 */
const fewCopies = ["-Cllvm-args=-inline-threshold=0"];

/**
 * How wasm-opt makes a core small.
 *
 * - Without a limit for functions that are called once, it makes nearly all into one: 2 % more after compression, and more to
 *   compile before the first request, since an engine compiles a function when it is called.
 * - Memory begins with the stack, whose far end nothing reaches: an address may be added to without a look at whether it
 *   then begins anew at 0.
 * - It would leave zeros out of the data and say for each piece where it belongs, which compresses worse than the zeros.
 * - Functions that are called most have the lowest numbers, and so the shortest calls.
 */
const smaller = [
  ...["-Oz", "--converge", "--one-caller-inline-max-function-size", "120"],
  ...["--low-memory-unused", "--skip-pass=memory-packing", "--reorder-functions"],
  ...features,
];

/** Data that only wasm-bindgen reads. */
const stripped = ["--strip-producers", "--strip-target-features"];

/**
 * @param {{ name?: string, crateFeatures?: readonly string[] }} [variant] `name`: the folder under cargo's target folder
 * @returns {Promise<Core>}
 */
export async function buildCore({ name = "core", crateFeatures = [] } = {}) {
  const { targetDirectory, writeGlue } = await rustTools();
  const selected = crateFeatures.map((feature) => `--features=${feature}`);
  await mustRun("cargo", ["build", "--locked", "--release", "--lib", "--target", WASM_TARGET, ...selected], {
    env: { CARGO_ENCODED_RUSTFLAGS: [...(await withoutPaths()), ...fewCopies].join("\x1f") },
  });
  const out = `${targetDirectory}/${name}`;
  // The bundler target keeps the glue separate from its loading, so js/core/core.ts can start it more than once.
  await mustRun(writeGlue, [
    `${targetDirectory}/${WASM_TARGET}/release/sfs_turbo_tasks.wasm`,
    ...["--target", "bundler", "--out-name", "core", "--out-dir", out],
    "--no-typescript",
  ]);
  const [quiet, named, optimized] = [`${out}/quiet.wasm`, `${out}/named.wasm`, `${out}/core.wasm`];
  await writeFile(quiet, withoutPanicMessages(withoutUnusedExports(await readFile(`${out}/core_bg.wasm`))));
  await binaryenTool("wasm-opt", [quiet, ...smaller, "-g", "-o", named]);
  await binaryenTool("wasm-opt", [named, ...stripped, ...features, "-o", optimized]);
  return { wasm: await readFile(optimized), namedPath: named, gluePath: `${out}/core_bg.js` };
}

/**
 * Panic messages name their source files: with the paths of the machine, each machine would build a different package.
 * @returns {Promise<string[]>}
 */
async function withoutPaths() {
  const sources = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry", "src");
  const registries = await readdir(sources).catch(() => []);
  return [root, ...registries.map((name) => join(sources, name) + sep)].map(
    (path) => `--remap-path-prefix=${path}=`,
  );
}
