// Bundles one entry of the package, readable, once for `import` and once for `require`.
// @ts-check
import { root } from "../run.mjs";

/**
 * @typedef {object} Entry
 * @property {string} source from the root of the checkout
 * @property {string} file in dist, without its ending
 * @property {"neutral" | "node"} [platform] default: `neutral`, for pages and all other JavaScript environments
 * @property {string} [target] default: `es2018`, the newest that webpack 4 can parse
 * @property {boolean} [sourcemap] default: true
 * @property {(extension: "js" | "cjs") => import("esbuild").Plugin[]} [plugins]
 */

/**
 * Writes `dist/FILE.js` and `dist/FILE.cjs`.
 * @param {Entry} entry
 * @throws {Error} when the source does not compile; esbuild has printed why
 */
export async function bundleEntry({ source, file, plugins, ...options }) {
  // Loaded here, so this file can be loaded in a checkout without node_modules, to set it up.
  const { build } = await import("esbuild");
  const formats = /** @type {const} */ ([
    ["js", "esm"],
    ["cjs", "cjs"],
  ]);
  const builds = formats.map(([extension, format]) =>
    build({
      ...{ platform: "neutral", target: "es2018", sourcemap: true, ...options },
      ...{ absWorkingDir: root, entryPoints: [source], outfile: `dist/${file}.${extension}` },
      ...{ format, bundle: true, logLevel: "warning", plugins: plugins?.(extension) ?? [] },
      // Otherwise each Chinese character would be six characters.
      charset: "utf8",
    }),
  );
  await Promise.all(builds);
}
