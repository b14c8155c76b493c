// Bundles the command line into dist: the program, and the emulator's server, which is loaded when it is needed.
// @ts-check
import { chmod, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { root } from "./run.mjs";

const FOLDER = "dist/command-line";

/** The part of the package that it imports by name, like any program. */
const PACKAGE = ["sfs-turbo-tasks", "sfs-turbo-tasks/credentials", "sfs-turbo-tasks/emulator"];

/**
 * Writes `dist/command-line/main.js`, which `bin` of package.json names, `server.js`, and the licences of the bundled packages.
 *
 * @returns {Promise<void>}
 * @throws {Error} when the source does not compile; esbuild has printed why
 */
export async function buildCommandLine() {
  // Loaded here, so this file can be loaded in a checkout without node_modules, to set it up.
  const { build } = await import("esbuild");
  const { version } = JSON.parse(await readFile(`${root}package.json`, "utf8"));
  /** @type {import("esbuild").BuildOptions} */
  const common = {
    absWorkingDir: root,
    format: "esm",
    bundle: true,
    platform: "node",
    target: "node20",
    external: PACKAGE,
    define: { VERSION: JSON.stringify(version) },
    logLevel: "warning",
  };
  await build({
    ...common,
    entryPoints: ["cli/main.ts"],
    outfile: `${FOLDER}/main.js`,
    plugins: [serverApart],
    // Node reads and compiles it at each start.
    minifySyntax: true,
    minifyWhitespace: true,
  });
  const { metafile } = await build({
    ...common,
    entryPoints: ["js/emulator/server.mjs"],
    outfile: `${FOLDER}/server.js`,
    metafile: true,
  });
  await chmod(`${root}${FOLDER}/main.js`, 0o755);
  await writeFile(`${root}${FOLDER}/licences.txt`, await licences(Object.keys(metafile.inputs)));
}

/** In one file with the program, Node's HTTP modules would be loaded at each start. @type {import("esbuild").Plugin} */
const serverApart = {
  name: "server apart",
  setup({ onResolve }) {
    onResolve({ filter: /\/js\/emulator\/server\.mjs$/ }, () => ({ path: "./server.js", external: true }));
  },
};

/** The licences of the bundled packages, which require a copy. @param {readonly string[]} inputs */
async function licences(inputs) {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map(async (folder) => {
    const { name } = JSON.parse(await readFile(resolve(root, folder, "package.json"), "utf8"));
    const text = await readFile(resolve(root, folder, "LICENSE"), "utf8");
    return `server.js contains parts of ${name}, under this licence:\n\n${text}`;
  });
  return (await Promise.all(texts)).join("\n\n");
}
