// What an installation of a package contains: the package and all its dependencies.
// @ts-check
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { project } from "./workspace.mjs";

/**
 * npm's record of an installed package.
 * @typedef {object} Installed
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 */

/**
 * @param {string} name
 * @returns {{ packages: number, bytes: number }} `bytes`: of the files, not of the blocks they use on a disk
 */
export function installedClosure(name) {
  /** @type {Record<string, Installed>} */
  const packages = JSON.parse(
    readFileSync(join(project, "node_modules/.package-lock.json"), "utf8"),
  ).packages;
  const found = new Set();
  /** @param {string | undefined} path */
  const add = (path) => {
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
    const needed = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    for (const needs of needed) add(locate(packages, needs, path));
  };
  add(`node_modules/${name}`);
  return {
    packages: found.size,
    bytes: [...found].reduce((sum, path) => sum + folderSize(join(project, path)), 0),
  };
}

/**
 * Finds a package as Node does: in the nearest node_modules first.
 * @param {Record<string, Installed>} packages
 * @param {string} name
 * @param {string} from the path of the package that needs it
 * @returns {string | undefined} nothing for an optional one that is not installed
 */
function locate(packages, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === "") return undefined;
  }
}

/**
 * @param {string} folder
 * @returns {number} without the packages inside it, which are counted separately
 */
function folderSize(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? folderSize(path) : statSync(path).size;
    })
    .reduce((sum, size) => sum + size, 0);
}
