// Bundles for a browser, built like a user's, and their download sizes.
// @ts-check
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { project } from "./workspace.mjs";

/**
 * @param {string} code of a module that stands in the project
 * @returns {Promise<Uint8Array>}
 */
export async function bundle(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: project, loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return /** @type {import("esbuild").OutputFile} */ (outputFiles[0]).contents;
}

/**
 * @param {Uint8Array} bytes
 * @returns {number} bytes
 */
export function brotliSize(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** @param {Uint8Array} bytes */
export function sizesOf(bytes) {
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliSize(bytes) };
}
