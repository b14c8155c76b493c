// Writes the folder of an entry, for resolvers that do not read `exports`.
// @ts-check
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { root } from "../run.mjs";

/**
 * Resolvers without `exports`, such as those of webpack 4 and Jest 27, look for `sfs-turbo-tasks/emulator` as a folder of the
 * package. They read the same fields of its manifest as of the package's own; for a page, `browser` first. TypeScript does the
 * same with `moduleResolution: "node10"`.
 * @param {string} name of the entry, as in `exports` after `./`
 */
export async function writeEntryFolder(name) {
  const { exports } = JSON.parse(await readFile(`${root}package.json`, "utf8"));
  const { browser, import: imported, require: required } = exports[`./${name}`];
  const up = "../".repeat(name.split("/").length);
  const page = browser === undefined ? {} : { browser: browser.default };
  const fields = { main: required.default, module: imported.default, ...page, types: imported.types };
  const manifest = Object.entries(fields).map(([field, path]) => [field, path.replace("./", up)]);
  await mkdir(`${root}${name}`, { recursive: true });
  await writeFile(
    `${root}${name}/package.json`,
    `${JSON.stringify(Object.fromEntries(manifest), null, 2)}\n`,
  );
}
