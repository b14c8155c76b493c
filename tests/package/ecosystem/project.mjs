// Projects as users have them: a folder of `projects/` and the packed tarball, installed into their own folder. All of them share
// one lock file; each row installs its own part of it.
// @ts-check
import { copyFileSync, cpSync, existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../folders.mjs";
import { mustRun, runProgram } from "../program.mjs";
import { packTarball } from "../tarball.mjs";

const projects = fileURLToPath(new URL("projects", import.meta.url));
const consumers = fileURLToPath(new URL("../consumers", import.meta.url));

// No install script runs: the binary of a bundler or a runtime comes as a file of a package, and a download would fail.
const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"];

/** A row that this machine cannot run; its message is the reason. */
export class Skipped extends Error {}

/**
 * Makes a project in a temporary folder. Each row has its own, since two of them run at once.
 * @param {string} name a folder of `projects/`
 * @param {...string} fixtures files and folders of `consumers/`; of a folder, what is in it
 * @returns {Promise<string>} the project's folder, the only one of a workspace whose root is around it
 */
export async function makeProject(name, ...fixtures) {
  const { file } = await packTarball();
  const root = temporaryFolder(name);
  for (const path of ["package.json", "package-lock.json"]) {
    copyFileSync(join(projects, path), join(root, path));
  }
  const folder = join(root, name);
  copyInto(folder, join(projects, name));
  for (const fixture of fixtures) copyInto(folder, join(consumers, fixture));
  await install(folder, file);
  return folder;
}

/**
 * Not `npm ci`, which refuses a lock file whose other projects are missing. This installs the locked versions of this project,
 * and nothing of the others.
 * @param {string} folder
 * @param {string} tarball which is in no lock file: it is always the one under test
 */
async function install(folder, tarball) {
  const args = ["install", "--no-save", ...QUIET, tarball];
  const { code } = await runProgram("npm", [...args, "--prefer-offline"], { cwd: folder });
  // A cache may know a package without the version that the lock file names.
  if (code !== 0) await mustRun("npm", [...args, "--prefer-online"], { cwd: folder });
}

/**
 * @param {string} folder
 * @param {string} source a file, or a folder: then what is in it
 */
export function copyInto(folder, source) {
  const target = statSync(source).isDirectory() ? folder : join(folder, basename(source));
  cpSync(source, target, { recursive: true });
}

/**
 * A file of an installed package, such as the script of its program.
 * @param {string} folder a project
 * @param {string} path from `node_modules`
 */
export function installed(folder, path) {
  const own = join(folder, "node_modules", path);
  const shared = join(dirname(folder), "node_modules", path);
  return existsSync(own) || !existsSync(shared) ? own : shared;
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
