// The source modules of the command line, for tests in which a child process would have to wait.
// @ts-check
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { temporaryFolder } from "../package/folders.mjs";
import { checkout } from "../package/program.mjs";

/** @param {string} path in `cli`, without its ending @returns {Promise<any>} */
export async function source(path) {
  const { outputFiles } = await build({
    absWorkingDir: checkout,
    entryPoints: [`cli/${path}.ts`],
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["sfs-turbo-tasks"],
    write: false,
    define: { VERSION: '"0.0.0"' },
  });
  const file = join(temporaryFolder("source"), "module.mjs");
  writeFileSync(file, outputFiles[0]?.contents ?? "");
  return import(pathToFileURL(file).href);
}
