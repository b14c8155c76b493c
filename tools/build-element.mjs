// Bundles the elements into dist, with their style sheets in the script, and lets old resolvers find them.
// @ts-check
import { readFile, writeFile } from "node:fs/promises";
import { bundleEntry } from "./build/bundle.mjs";
import { writeEntryFolder } from "./build/entry-folder.mjs";
import { webTypesOf } from "./build/web-types.mjs";
import { root } from "./run.mjs";

/**
 * Writes `dist/element.js` and `dist/element-define.js`, each as `.cjs` too; the files for editors; `element/package.json` and
 * `element/define/package.json`.
 */
export async function buildElement() {
  const plugins = (/** @type {"js" | "cjs"} */ extension) => [minifiedSheets, classesOf(extension)];
  await Promise.all([
    bundleEntry({ source: "js/element/index.ts", file: "element", plugins }),
    // Two lines that register need no map.
    bundleEntry({ source: "js/element/define.ts", file: "element-define", sourcemap: false, plugins }),
  ]);
  await Promise.all([
    writeEntryFolder("element"),
    writeEntryFolder("element/define"),
    writeEditorFiles(),
    // Not a second copy of the classes, since TypeScript would take them for different ones.
    writeFile(`${root}dist/element-define.d.ts`, 'export * from "./element.js";\n'),
    writeFile(`${root}dist/element-define.d.cts`, 'export * from "./element.cjs";\n'),
  ]);
}

/** The files that describe the elements to editors, one for each kind of editor. */
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
 * A style sheet becomes a text without comments and white space.
 * @type {import("esbuild").Plugin}
 */
const minifiedSheets = {
  name: "style sheets as texts",
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await readFile(path, "utf8"), {
        loader: "css",
        minify: true,
        // Unchanged: nothing is compiled to older syntax.
        target: "esnext",
      });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/**
 * The entry that registers imports the classes from the other file: a page with both entries has each class once.
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
