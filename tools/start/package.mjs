// The built emulator, by its path: a checkout without a build does not have it yet when this file is checked.
// @ts-check
import { pathToFileURL } from "node:url";
import { root } from "../run.mjs";

/** @returns {Promise<typeof import("../../js/emulator/index.ts")>} */
export function loadEmulator() {
  return import(pathToFileURL(`${root}dist/emulator.js`).href);
}
