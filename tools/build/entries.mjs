// Bundles the entries of the package: index for import and for require, workerd.
// @ts-check
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { root } from "../run.mjs";
import { bytesToText } from "./alphabet.mjs";
import { assembleDecoder } from "./decoder.mjs";
import { glueFactory } from "./glue.mjs";

/**
 * The files of the package that contain the client, and their sources. ES2018 is the newest that webpack 4 can parse.
 */
const entries = /** @type {const} */ ([
  { source: "js/index.ts", file: "index.js", format: "esm" },
  { source: "js/index.ts", file: "index.cjs", format: "cjs" },
  { source: "js/workerd.ts", file: "workerd.js", format: "esm" },
]);

/**
 * The esbuild options that build the client around a core, for an entry, its format and its file.
 * @param {import("./core.mjs").Core} core
 */
export async function clientBuild(core) {
  const modules = { "core:glue": await glueFactory(core), "core:text": await coreText(core.wasm) };
  return /** @satisfies {import("esbuild").BuildOptions} */ ({
    absWorkingDir: root,
    bundle: true,
    platform: /** @type {const} */ ("neutral"),
    target: "es2018",
    sourcemap: true,
    logLevel: /** @type {const} */ ("warning"),
    plugins: [coreModules(modules)],
  });
}

/**
 * @param {import("./core.mjs").Core} core
 * @param {string} [folder] the target folder, in the checkout
 */
export async function buildEntries(core, folder = "dist") {
  const common = await clientBuild(core);
  await mkdir(`${root}${folder}`, { recursive: true });
  await writeFile(`${root}${folder}/core.wasm`, core.wasm);
  for (const { source, file, format } of entries) {
    const outfile = `${root}${folder}/${file}`;
    await build({ ...common, entryPoints: [source], outfile, format });
    await withoutCore(`${outfile}.map`);
  }
}

/**
 * The module `core:text`.
 * @param {Uint8Array} wasm
 */
async function coreText(wasm) {
  const { table, text } = bytesToText(wasm);
  const decoder = await assembleDecoder(table.length + text.length + wasm.length);
  const constants = { length: wasm.length, text, table: [...table], decoder: [...decoder] };
  return Object.entries(constants)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join("\n");
}

/**
 * The types of this module are in js/core/core-modules.d.ts.
 * @param {Record<string, string>} contents
 * @returns {import("esbuild").Plugin}
 */
function coreModules(contents) {
  return {
    name: "core modules",
    setup({ onResolve, onLoad }) {
      // With the query Nitro gives the module too; without it an instance, made with the wrong imports.
      onResolve({ filter: /^core:module$/ }, () => ({ path: "./core.wasm?module", external: true }));
      onResolve({ filter: /^core:(glue|text)$/ }, ({ path }) => ({ path, namespace: "core" }));
      onLoad({ filter: /.*/, namespace: "core" }, ({ path }) => ({
        contents: contents[path] ?? "",
        loader: "js",
      }));
    },
  };
}

/**
 * Removes the core from a source map: as a source it would double the package and help no debugger. The modules that are made
 * here get file names, since a reader of maps would take `core:glue` for an unknown kind of address.
 * @param {string} path
 */
async function withoutCore(path) {
  const map = JSON.parse(await readFile(path, "utf8"));
  map.sourcesContent = map.sources.map((/** @type {string} */ source, /** @type {number} */ index) =>
    source.endsWith("core:text") ? "// The core." : map.sourcesContent[index],
  );
  map.sources = map.sources.map((/** @type {string} */ source) =>
    source.replace(/^core:core:(.*)$/, "../js/core/made/$1.js"),
  );
  await writeFile(path, JSON.stringify(map));
}
