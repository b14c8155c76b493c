// Says where the core's code was written: what was inlined counts for its own file, as no list of functions can tell.
// @ts-check
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { mustRun, root } from "../../tools/run.mjs";
import { WASM_TARGET } from "../../tools/set-up.mjs";
import { kibibytes } from "../table.mjs";
import { scratch } from "../workspace.mjs";
import { readLines } from "./lines.mjs";
import { readWasm } from "./wasm.mjs";

/** The smallest share that has a row of its own. */
const SHOWN = 0.004;

/** @returns {Promise<import("../table.mjs").Table>} */
export async function codeByFile() {
  const contents = await coreWithLines();
  const { functions, codeStart } = readWasm(contents);
  // wasm-bindgen runs these to learn the types, and leaves them out.
  const kept = functions.filter(({ name }) => !/describe/i.test(name));
  const owners = new Uint8Array(contents.length);
  for (const { range } of kept) owners.fill(1, range.from, range.to);
  const module = new WebAssembly.Module(contents);
  const [lines] = WebAssembly.Module.customSections(module, ".debug_line");
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const { from, to, file } of readLines(new Uint8Array(lines ?? new ArrayBuffer(0)))) {
    // Of a function that the linker threw away the table is still there.
    if (owners[codeStart + from] !== 1 || owners[codeStart + to - 1] !== 1) continue;
    const place = placeOf(file);
    sizes.set(place, (sizes.get(place) ?? 0) + to - from);
  }
  const all = kept.reduce((sum, { range }) => sum + range.to - range.from, 0);
  const data = [...sizes].sort(([, one], [, other]) => other - one);
  const shown = data.filter(([, size]) => size / all >= SHOWN);
  const rest = shown.reduce((left, [, size]) => left - size, all);
  const row = (/** @type {string} */ name, /** @type {number} */ size) => [
    name,
    kibibytes(size),
    `${((size / all) * 100).toFixed(1)} %`,
  ];
  return {
    title: "Where the core's code was written",
    notes: [
      "By rustc's line tables, before wasm-bindgen and wasm-opt take their part of it away: the shares are what tells.",
      "Generic code of the standard library and of crates counts for them, also where it was made for a type of ours.",
    ],
    columns: ["place", "KiB", "share"],
    rows: [...shown.map(([name, size]) => row(name, size)), row("all else", rest), row("all", all)],
    data: Object.fromEntries(data),
  };
}

/** The same optimized code, with line tables. In a folder of its own, since cargo would build all anew each time. */
async function coreWithLines() {
  const folder = `${scratch}/lines`;
  await mustRun(
    "cargo",
    ["build", "--locked", "--release", "--lib", "--target", WASM_TARGET, "--target-dir", folder],
    { env: { CARGO_PROFILE_RELEASE_DEBUG: "line-tables-only", CARGO_PROFILE_RELEASE_STRIP: "none" } },
  );
  return readFile(`${folder}/${WASM_TARGET}/release/sfs_turbo_tasks.wasm`);
}

/**
 * @param {string} file as the compiler wrote it
 * @returns {string}
 */
function placeOf(file) {
  const crate = /\/registry\/src\/[^/]+\/(?<name>[^/]+?)-\d[^/]*\//.exec(file)?.groups?.name;
  if (crate !== undefined) return `crate ${crate}`;
  const library = /(?:^|\/)library\/(?<name>\w+)\/src\/(?<part>\w+)/.exec(file)?.groups;
  if (library !== undefined) return `${library.name}::${library.part}`;
  // A crate that was compiled in its own folder has names like ours; src/lib.rs is only a map here.
  const own = /(?:^|\/)(?<path>src\/.+)$/.exec(file)?.groups?.path;
  const ours = own !== undefined && own !== "src/lib.rs" && existsSync(`${root}${own}`);
  return ours ? own : "another crate";
}
