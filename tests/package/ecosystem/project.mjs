// Projects as users have them: a folder of `projects/` with its own lock file, and the packed tarball installed into it.
// @ts-check
import { cpSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../folders.mjs";
import { mustRun } from "../program.mjs";
import { packTarball } from "../tarball.mjs";

const projects = fileURLToPath(new URL("projects", import.meta.url));
const consumers = fileURLToPath(new URL("../consumers", import.meta.url));

// No install script is run: what a bundler or a runtime needs comes as a file of a package, and a download would fail.
const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel", "error"];

/** A row that this machine cannot run; its message is the reason. */
export class Skipped extends Error {}

/**
 * Makes a project in a temporary folder; each row has its own, since two of them run at once.
 * @param {string} name a folder of `projects/`, whose lock file says what is installed
 * @param {...string} fixtures files and folders of `consumers/`; of a folder, what is in it
 * @returns {Promise<string>} the project's folder
 */
export async function makeProject(name, ...fixtures) {
  const { file } = await packTarball();
  const folder = temporaryFolder(name);
  for (const fixture of fixtures) copyInto(folder, join(consumers, fixture));
  copyInto(folder, join(projects, name));
  // Not `npm ci`, which refuses a lock file that lacks the binaries of other systems than the one it was written on: this
  // takes the locked versions and adds what else this system needs.
  await mustRun("npm", ["install", "--no-save", ...QUIET, file], { cwd: folder });
  return folder;
}

/**
 * @param {string} folder
 * @param {string} source
 */
function copyInto(folder, source) {
  const target = statSync(source).isDirectory() ? folder : join(folder, basename(source));
  cpSync(source, target, { recursive: true });
}

/**
 * A file of an installed package, such as the script of its program.
 * @param {string} folder a project
 * @param {string} path from `node_modules`
 */
export function installed(folder, path) {
  return join(folder, "node_modules", path);
}

/**
 * The version that is installed, which is the one that was tried.
 * @param {string} folder a project
 * @param {string} name
 * @returns {string}
 */
export function versionOf(folder, name) {
  return JSON.parse(readFileSync(installed(folder, `${name}/package.json`), "utf8")).version;
}
