// The files of a folder, in an order that is the same on every machine.
// @ts-check
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/**
 * @param {string} folder
 * @param {(name: string) => boolean} [isWanted] called for each file and folder, with its name
 * @returns {Promise<string[]>} paths below the folder, with slashes, sorted
 */
export async function filesBelow(folder, isWanted = () => true) {
  /** @type {string[]} */
  const found = [];
  const walk = async (/** @type {string} */ directory) => {
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      if (!isWanted(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) await walk(path);
      else found.push(relative(folder, path).split(sep).join("/"));
    }
  };
  await walk(folder);
  return found.sort();
}
