// Bundles the elements into dist, with their style sheets in the script, and lets old resolvers find them.
// @ts-check
import { readFile, writeFile } from "node:fs/promises";
import { writeEntryFolder } from "./build/entry-folder.mjs";
import { webTypesOf } from "./build/web-types.mjs";
import { root } from "./run.mjs";

/** What is bundled from js/element, for which file of dist. */
const entries = /** @type {const} */ ([
  { source: "index.ts", file: "element" },
  { source: "define.ts", file: "element-define" },
]);

/**
 * Writes `dist/element.js` and `dist/element-define.js`, each as `.cjs` too, readable, with source maps; what editors read
 * of the elements; `element/package.json` and `element/define/package.json`.
 *
 * @returns {Promise<void>}
 * @throws {Error} when the source does not compile; esbuild has printed why
 */
export async function buildElement() {
  // Loaded here, so that a checkout without node_modules can load this file to set them up.
  const { build } = await import("esbuild");
  const builds = entries.flatMap(({ source, file }) =>
    /** @type {const} */ (["js", "cjs"]).map((extension) =>
      build({
        absWorkingDir: root,
        entryPoints: [`js/element/${source}`],
        outfile: `dist/${file}.${extension}`,
        format: extension === "js" ? "esm" : "cjs",
        bundle: true,
        platform: "neutral",
        target: "es2018",
        // Else each Chinese character would be six.
        charset: "utf8",
        // Two lines that register need no map.
        sourcemap: file === "element",
        logLevel: "warning",
        plugins: [minifiedSheets, classesOf(extension)],
      }),
    ),
  );
  await Promise.all(builds);
  await Promise.all([
    writeEntryFolder("element"),
    writeEntryFolder("element/define"),
    writeEditorFiles(),
    // Not the classes once more, since TypeScript would take them for others.
    writeFile(`${root}dist/element-define.d.ts`, 'export * from "./element.js";\n'),
    writeFile(`${root}dist/element-define.d.cts`, 'export * from "./element.cjs";\n'),
  ]);
}

/** What editors read of the elements, each kind of editor in its own form. */
async function writeEditorFiles() {
  const manifest = await readFile(`${root}js/element/custom-elements.json`, "utf8");
  const library = JSON.parse(await readFile(`${root}package.json`, "utf8"));
  const webTypes = webTypesOf(JSON.parse(manifest), library);
  await Promise.all([
    writeFile(`${root}dist/custom-elements.json`, manifest),
    writeFile(`${root}dist/web-types.json`, `${JSON.stringify(webTypes)}\n`),
  ]);
}

/**
 * A style sheet becomes a text without what only a reader needs.
 * @type {import("esbuild").Plugin}
 */
const minifiedSheets = {
  name: "style sheets as texts",
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await readFile(path, "utf8"), {
        loader: "css",
        minify: true,
        // As they are written: nothing is made older.
        target: "esnext",
      });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/**
 * What registers the classes takes them from the other file: a page that has both entries has each class once.
 * @param {"js" | "cjs"} extension
 * @returns {import("esbuild").Plugin}
 */
function classesOf(extension) {
  return {
    name: "the classes are in a file of their own",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\/index\.js$/ }, ({ importer }) =>
        importer.endsWith("define.ts") ? { path: `./element.${extension}`, external: true } : undefined,
      );
    },
  };
}
