// Finds programs on this machine.
// @ts-check
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * @param {string} folder
 * @param {string} name without the extension that programs have on Windows
 */
export function programPath(folder, name) {
  return join(folder, process.platform === "win32" ? `${name}.exe` : name);
}

/**
 * @param {readonly string[]} names
 * @param {readonly string[]} [folders] looked at after those of PATH
 * @returns {string[]} the paths of all that exist, in order of preference
 */
export function findPrograms(names, folders = []) {
  const all = [...(process.env.PATH ?? "").split(delimiter).filter(Boolean), ...folders];
  return all.flatMap((folder) => names.map((name) => programPath(folder, name))).filter(isProgram);
}

/**
 * @param {string} variable of the environment; if it names a program, only that one is checked
 * @param {readonly string[]} names
 * @param {readonly string[]} [folders] looked at after those of PATH
 */
export function findProgram(variable, names, folders) {
  const named = process.env[variable];
  if (named) return isProgram(named) ? named : undefined;
  return findPrograms(names, folders)[0];
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
