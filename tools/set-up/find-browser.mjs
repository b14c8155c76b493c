// Finds the browsers and drivers of this machine, and reads the version of each.
// @ts-check
import { realpathSync } from "node:fs";
import { Failure, run } from "../run.mjs";
import { findPrograms, isProgram } from "./program.mjs";

/** @typedef {{ path: string, version: string, major: number }} Program */

const BROWSER_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const BROWSER_PLACES = [
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
// `chromium.chromedriver` is the name of the driver in Ubuntu's snap.
const DRIVER_NAMES = ["chromedriver", "chromium.chromedriver"];
const DRIVER_PLACES = ["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"];
const USUAL_FOLDERS = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/snap/bin"];

/** @returns {Promise<Program[]>} */
export const findBrowsers = () => withVersions("CHROME", BROWSER_NAMES, BROWSER_PLACES);

/** @returns {Promise<Program[]>} */
export const findDrivers = () => withVersions("CHROMEDRIVER", DRIVER_NAMES, DRIVER_PLACES);

/**
 * @param {string} variable if it names a program, only that one is checked
 * @param {readonly string[]} names
 * @param {readonly string[]} places
 */
async function withVersions(variable, names, places) {
  const named = process.env[variable];
  if (named) {
    const program = isProgram(named) ? await askVersion(named) : undefined;
    if (!program)
      throw new Failure(`${variable} is ${named}, which is not a program that tells its version.`);
    return [program];
  }
  const candidates = [...findPrograms(names, USUAL_FOLDERS), ...places.filter(isProgram)];
  // /bin is often a link to /usr/bin: one program, one entry.
  const distinct = new Map(candidates.map((path) => [realpathSync(path), path]));
  const asked = await Promise.all([...distinct.values()].map(askVersion));
  return asked.filter((program) => program !== undefined);
}

/**
 * @param {string} path
 * @returns {Promise<Program | undefined>} nothing for a stub, such as Ubuntu's `chromium-browser`, which only points to the snap
 */
async function askVersion(path) {
  const answer = await run(path, ["--version"], { output: "capture" }).catch(() => undefined);
  const version = answer?.code === 0 ? /\b\d+(?:\.\d+){3}\b/.exec(answer.output)?.[0] : undefined;
  return version ? { path, version, major: Number.parseInt(version, 10) } : undefined;
}
