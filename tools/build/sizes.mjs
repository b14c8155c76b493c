// Measures what a user downloads, prints it, and refuses a package that has grown past its ceiling.
// @ts-check
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { Failure, root } from "../run.mjs";

/** KiB after brotli that the minified ESM entry, with the core in it, may have. */
const ceiling = 45;

const files = ["core.wasm", "index.js", "index.cjs", "workerd.js"];

export async function printSizes() {
  const rows = await Promise.all(files.map(async (file) => ({ file, ...(await sizes(file)) })));
  console.log("\nKiB; scripts minified  raw    gzip  brotli");
  for (const { file, raw, gzip, brotli } of rows) {
    console.log(
      [file.padEnd(20), ...[raw, gzip, brotli].map((size) => size.toFixed(1).padStart(6))].join(" "),
    );
  }
  const entry = rows.find(({ file }) => file === "index.js");
  if (entry !== undefined && entry.brotli > ceiling) {
    throw new Failure(
      `dist/index.js is ${entry.brotli.toFixed(1)} KiB after brotli, and ${ceiling} is the ceiling.`,
    );
  }
}

/**
 * @param {string} file
 */
async function sizes(file) {
  const content = await readFile(`${root}dist/${file}`);
  const shipped = file.endsWith(".wasm")
    ? content
    : Buffer.from((await transform(content.toString("utf8"), { minify: true, target: "es2018" })).code);
  const kib = (/** @type {Buffer} */ bytes) => bytes.length / 1024;
  return {
    raw: kib(shipped),
    gzip: kib(gzipSync(shipped, { level: 9 })),
    brotli: kib(brotliCompressSync(shipped, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })),
  };
}
