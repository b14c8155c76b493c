// What the download is made of: the core by whose its functions are and by where its code was written, the bundle by file.
// @ts-check
import { readFile } from "node:fs/promises";
import { buildCore, smaller } from "../tools/build/core.mjs";
import { mustRun, root } from "../tools/run.mjs";
import { rustTools, WASM_TARGET } from "../tools/set-up.mjs";
import { groupOf } from "./breakdown/groups.mjs";
import { addRange, partRows } from "./breakdown/parts.mjs";
import { partsOfBundle } from "./breakdown/sources.mjs";
import { dataText, readWasm } from "./breakdown/wasm.mjs";
import { codeByFile } from "./breakdown/written.mjs";

/** @typedef {import("./table.mjs").Table} Table */

/** @returns {Promise<Table[]>} */
export async function measureBreakdown() {
  const { wasm } = await buildCore({ name: "bench/core" });
  return [await coreTable(wasm.length), await codeByFile(), await bundleTable()];
}

/**
 * @param {number} length of the core in the package
 * @returns {Promise<Table>}
 */
async function coreTable(length) {
  const { functions, sections, dataRanges, contents, nameSection } = readWasm(await coreWithNames());
  const withoutNames = contents.length - (nameSection.to - nameSection.from);
  /** @type {Map<string, import("./breakdown/wasm.mjs").Range[]>} */
  const parts = new Map();
  for (const { name, range } of functions) addRange(parts, groupOf(name), range);
  const { text, rest } = dataText(contents, dataRanges);
  parts.set("data: text", text);
  parts.set("data: all else", rest);
  for (const { name, range } of sections) addRange(parts, `section: ${name}`, range);
  return {
    title: "What the core is made of",
    notes: [
      `A build that keeps the functions' names: ${withoutNames} bytes without them; the package's core has ${length}. A function`,
      "that was inlined counts for the one it went into. Brotli: by how much the core's brotli shrinks without this part.",
    ],
    ...partRows(contents, parts, nameSection),
  };
}

/** Makes the core as tools/build/core.mjs does, and keeps the names. */
async function coreWithNames() {
  const { targetDirectory, writeGlue } = await rustTools();
  const out = `${targetDirectory}/bench/core-with-names`;
  await mustRun(writeGlue, [
    `${targetDirectory}/${WASM_TARGET}/release/sfs_turbo_tasks.wasm`,
    ...["--target", "bundler", "--out-name", "core", "--out-dir", out],
    ...["--no-typescript", "--remove-producers-section"],
  ]);
  await mustRun(`${root}node_modules/.bin/wasm-opt`, [
    `${out}/core_bg.wasm`,
    ...[...smaller, "-g"],
    ...["-o", `${out}/core.wasm`],
  ]);
  return readFile(`${out}/core.wasm`);
}

/** @returns {Promise<Table>} */
async function bundleTable() {
  const { contents, parts } = await partsOfBundle();
  return {
    title: "What the bundle is made of",
    notes: [
      "esbuild's minified bundle of the one call by source file. Brotli: by how much the bundle's brotli shrinks without",
      "this part.",
    ],
    ...partRows(contents, parts),
  };
}
