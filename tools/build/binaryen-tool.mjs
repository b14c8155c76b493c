// Runs a program of binaryen's npm package: a script for Node, which Windows cannot start by itself.
// @ts-check
import { mustRun, root } from "../run.mjs";

/**
 * @param {"wasm-as" | "wasm-opt"} name
 * @param {readonly string[]} args
 */
export async function binaryenTool(name, args) {
  await mustRun(process.execPath, [`${root}node_modules/binaryen/bin/${name}`, ...args]);
}
