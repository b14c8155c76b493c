// The parts of the download: the core by the owner of its functions, from twiggy, and the bundle by file, from esbuild.
// @ts-check
import { build } from "esbuild";
import { buildCore } from "../tools/build/core.mjs";
import { clientBuild } from "../tools/build/entries.mjs";
import { mustRun } from "../tools/run.mjs";
import { setUpTwiggy } from "../tools/set-up/twiggy.mjs";
import { groupOf } from "./breakdown/groups.mjs";
import { kibibytes } from "./table.mjs";

/** @typedef {import("./table.mjs").Table} Table */

/** @returns {Promise<Table[]>} */
export async function measureBreakdown() {
  const core = await buildCore({ name: "bench/core" });
  return [await coreTable(core), await bundleTable(core)];
}

/**
 * @param {import("../tools/build/core.mjs").Core} core
 * @returns {Promise<Table>}
 */
async function coreTable({ wasm, namedPath }) {
  const args = ["top", namedPath, "--format", "json"];
  const { stdout } = await mustRun(await setUpTwiggy(), args, { output: "capture" });
  /** @type {{ name: string, shallow_size: number }[]} */
  const items = JSON.parse(stdout);
  /** @type {Map<string, number>} */
  const parts = new Map();
  for (const { name, shallow_size: bytes } of items) {
    const group = groupOf(name);
    if (group !== undefined) parts.set(group, (parts.get(group) ?? 0) + bytes);
  }
  return {
    title: "What the core is made of",
    notes: [
      `By twiggy, of the core in which functions still have their names; the package's has ${wasm.length} bytes. A function that was`,
      "inlined counts for the one it went into.",
    ],
    ...partRows(parts),
  };
}

/**
 * @param {import("../tools/build/core.mjs").Core} core
 * @returns {Promise<Table>}
 */
async function bundleTable(core) {
  const options = await clientBuild(core);
  const { metafile } = await build({
    ...options,
    ...{ entryPoints: ["js/index.ts"], outdir: "target/bench/breakdown", format: "esm", write: false },
    ...{ minify: true, metafile: true, sourcemap: false },
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {});
  return {
    title: "What the bundle is made of",
    notes: ["By esbuild's metafile, of the whole entry, minified."],
    ...partRows(new Map(inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput]))),
  };
}

/** @param {Map<string, number>} parts bytes by name */
function partRows(parts) {
  const data = [...parts].sort(([, one], [, other]) => other - one);
  const all = data.reduce((sum, [, bytes]) => sum + bytes, 0);
  const row = (/** @type {string} */ name, /** @type {number} */ bytes) => [
    name,
    kibibytes(bytes),
    `${((bytes / all) * 100).toFixed(1)} %`,
  ];
  return {
    columns: ["part", "KiB", "share"],
    rows: [...data.map(([name, bytes]) => row(name, bytes)), row("all", all)],
    data: Object.fromEntries(data),
  };
}
