// Says of each part of the bundle from which source file it comes, by its source map.
// @ts-check
import { join } from "node:path";
import { build } from "esbuild";
import { project } from "../workspace.mjs";

/** @typedef {import("./wasm.mjs").Range} Range */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** @returns {Promise<{ contents: Uint8Array, parts: Map<string, Range[]> }>} */
export async function partsOfBundle() {
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { createCall } from "./candidates/sfs-turbo-tasks.mjs";',
      resolveDir: project,
      loader: "js",
    },
    outdir: join(project, "bundle"),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    sourcemap: "external",
    write: false,
    logLevel: "silent",
  });
  const file = (/** @type {string} */ ending) =>
    /** @type {import("esbuild").OutputFile} */ (outputFiles.find(({ path }) => path.endsWith(ending)))
      .contents;
  const contents = file(".js");
  const { sources, mappings } = JSON.parse(new TextDecoder().decode(file(".map")));
  /** @type {Map<string, Range[]>} */
  const parts = new Map();
  for (const { source, range } of segments(contents, mappings)) {
    const name = source === undefined ? "esbuild" : nameOf(sources[source]);
    parts.set(name, [...(parts.get(name) ?? []), range]);
  }
  return { contents, parts };
}

/** @param {string} source */
function nameOf(source) {
  if (source.endsWith("core:text")) return "the core, as text";
  if (source.endsWith("core:glue")) return "wasm-bindgen's glue";
  if (source.includes("/candidates/") || source.startsWith("candidates/")) return "the calling program";
  return source.slice(Math.max(0, source.lastIndexOf("js/")));
}

/**
 * @param {Uint8Array} contents
 * @param {string} mappings one segment for each place where the source changes
 * @returns {{ source: number | undefined, range: Range }[]}
 */
function segments(contents, mappings) {
  /** @type {{ at: number, source: number | undefined }[]} */
  const starts = [{ at: 0, source: undefined }];
  let line = 0;
  let source = 0;
  for (const segmentsOfLine of mappings.split(";")) {
    let column = 0;
    for (const segment of segmentsOfLine.split(",")) {
      if (segment === "") continue;
      const [columns = 0, sources] = numbers(segment);
      column += columns;
      source += sources ?? 0;
      // Minified and without other alphabets, a column is a byte.
      starts.push({ at: line + column, source: sources === undefined ? undefined : source });
    }
    line = contents.indexOf(10, line) + 1 || contents.length;
  }
  return starts.map(({ at, source: own }, index) => ({
    source: own,
    range: { from: at, to: starts[index + 1]?.at ?? contents.length },
  }));
}

/** @param {string} segment variable-length numbers of five bits a character, the sign in the lowest bit */
function numbers(segment) {
  const found = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    found.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return found;
}
