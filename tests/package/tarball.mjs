// The tarball that users get, and projects that have nothing but it installed.
// @ts-check
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { temporaryFolder } from "./folders.mjs";
import { mustRun } from "./program.mjs";

const fixtures = fileURLToPath(new URL("consumers", import.meta.url));

/**
 * @typedef {object} Tarball
 * @property {string} file
 * @property {string[]} contents the paths in it, sorted
 */

/** A folder of {@link shareTarball}. A caller that runs many files makes it once for all of them. */
const { SFS_TURBO_PACKED: shared } = process.env;

/** @type {Promise<Tarball> | undefined} */
let packed;
/** @type {Promise<string> | undefined} */
let consumer;

/** Packs the checkout as `npm publish` would, once for each process; dist/ has to be built. */
export function packTarball() {
  packed ??= shared ? readShared(shared) : pack(temporaryFolder("tarball"));
  return packed;
}

/**
 * Packs and installs once for processes that find the folder in `SFS_TURBO_PACKED`: doing it in each takes seconds.
 * @param {string} folder that is there
 */
export async function shareTarball(folder) {
  const tarball = await pack(folder);
  writeFileSync(join(folder, "tarball.json"), JSON.stringify(tarball));
  mkdirSync(join(folder, "consumer"));
  await install(tarball, join(folder, "consumer"));
}

/** @param {string} folder @returns {Promise<Tarball>} */
async function readShared(folder) {
  return JSON.parse(readFileSync(join(folder, "tarball.json"), "utf8"));
}

/** @param {string} folder @returns {Promise<Tarball>} */
async function pack(folder) {
  const { stdout } = await mustRun("npm", [
    "pack",
    "--ignore-scripts",
    "--json",
    "--pack-destination",
    folder,
  ]);
  // npm 12 answers with an object by name, and earlier versions with an array.
  const [answer] = Object.values(JSON.parse(stdout));
  const contents = answer.files.map((/** @type {{ path: string }} */ { path }) => path).sort();
  return { file: join(folder, answer.filename), contents };
}

/** @param {Tarball} tarball @param {string} folder that is empty */
async function install({ file }, folder) {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  await mustRun("npm", ["install", ...quiet, file], { cwd: folder });
}

/** The project that the other projects copy. */
async function makeConsumer() {
  if (shared) return join(shared, "consumer");
  const folder = temporaryFolder("consumer");
  await install(await packTarball(), folder);
  return folder;
}

/**
 * Makes a project that has only the tarball installed, with fixtures copied into it.
 * @param {...string} names files and folders of `consumers/`; of a folder, what is in it
 * @returns {Promise<string>} the project's folder
 */
export async function installTarball(...names) {
  consumer ??= makeConsumer();
  const folder = temporaryFolder("consumer");
  cpSync(await consumer, folder, { recursive: true });
  for (const name of names) copyFixture(name, folder);
  return folder;
}

/**
 * Imports the installed package as a script of the project would: by its name.
 * @param {string} folder a project of {@link installTarball}
 * @param {string} [specifier]
 * @returns {Promise<any>} the namespace
 */
export function importInstalled(folder, specifier = "sfs-turbo-tasks") {
  const entry = join(folder, "entry.mjs");
  writeFileSync(entry, `export * from ${JSON.stringify(specifier)};\n`);
  // The query keeps two specifiers of one project apart in the module cache.
  return import(`${pathToFileURL(entry)}?${encodeURIComponent(specifier)}`);
}

/** @param {string} folder a project of {@link installTarball} */
export function installedManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "node_modules/sfs-turbo-tasks/package.json"), "utf8"));
}

/**
 * @param {string} name
 * @param {string} folder
 */
function copyFixture(name, folder) {
  const source = join(fixtures, name);
  cpSync(source, statSync(source).isDirectory() ? folder : join(folder, basename(name)), { recursive: true });
}
