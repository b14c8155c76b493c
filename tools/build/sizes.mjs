// Measures what a user downloads, prints it, and refuses a package that is larger than its limit.
// @ts-check
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { Failure, root } from "../run.mjs";

/** What is measured, and its limit in KiB after brotli: the current size, and 3 % more for changes. */
const files = [
  { file: "core.wasm", ceiling: 17.2 },
  { file: "index.js", ceiling: 31.3 },
  { file: "index.cjs", ceiling: 32.1 },
  { file: "workerd.js", ceiling: 13.8 },
  { file: "emulator.js", ceiling: 7.7 },
  { file: "credentials.js", ceiling: 9.8 },
  { file: "element.js", ceiling: 10.1 },
  { file: "messages.js", ceiling: 9.1 },
  { file: "messages-en.js", ceiling: 4.1 },
  { file: "messages-zh-CN.js", ceiling: 4.2 },
  { file: "messages-es.js", ceiling: 4.6 },
];

/** As users' bundlers do it: a Chinese character stays one character. */
const MINIFIED = /** @type {const} */ ({ minify: true, target: "es2018", charset: "utf8" });

export async function printSizes() {
  const rows = await Promise.all(files.map(async (row) => ({ ...row, ...(await sizes(row.file)) })));
  console.log("\nKiB; scripts minified  raw    gzip  brotli  ceiling");
  for (const { file, raw, gzip, brotli, ceiling } of rows) {
    const columns = [raw, gzip, brotli, ceiling].map((size) => size.toFixed(1).padStart(7));
    console.log(`${file.padEnd(19)}${columns.join("")}`);
  }
  for (const { file, brotli, ceiling } of rows) {
    if (brotli <= ceiling) continue;
    throw new Failure(
      `dist/${file} is ${brotli.toFixed(1)} KiB after brotli, and ${ceiling} is the ceiling.`,
    );
  }
}

/**
 * KiB of a file as users' bundlers ship it.
 * @param {string} file in dist
 */
export async function sizes(file) {
  const content = await readFile(`${root}dist/${file}`);
  const shipped = file.endsWith(".wasm")
    ? content
    : Buffer.from((await transform(content.toString("utf8"), MINIFIED)).code);
  const kib = (/** @type {Buffer} */ bytes) => bytes.length / 1024;
  return {
    raw: kib(shipped),
    gzip: kib(gzipSync(shipped, { level: 9 })),
    brotli: kib(brotliCompressSync(shipped, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })),
  };
}
