// What the download is made of: the core by whose its functions are and by where its code was written, the bundle by file.
// @ts-check
import { readFile } from "node:fs/promises";
import { buildCore } from "../tools/build/core.mjs";
import { groupOf } from "./breakdown/groups.mjs";
import { addRange, partRows } from "./breakdown/parts.mjs";
import { partsOfBundle } from "./breakdown/sources.mjs";
import { dataText, readWasm } from "./breakdown/wasm.mjs";
import { codeByFile } from "./breakdown/written.mjs";

/** @typedef {import("./table.mjs").Table} Table */

/** @returns {Promise<Table[]>} */
export async function measureBreakdown() {
  const core = await buildCore({ name: "bench/core" });
  return [await coreTable(core), await codeByFile(), await bundleTable()];
}

/**
 * @param {import("../tools/build/core.mjs").Core} core
 * @returns {Promise<Table>}
 */
async function coreTable({ wasm, namedPath }) {
  const { functions, sections, dataRanges, contents, nameSection } = readWasm(await readFile(namedPath));
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
      `The core before its imports and exports get short names: ${withoutNames} bytes, where the package's has ${wasm.length}. A`,
      "function that was inlined counts for the one it went into. Brotli: by how much the core's brotli shrinks without this",
      "part.",
    ],
    ...partRows(contents, parts, nameSection),
  };
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
