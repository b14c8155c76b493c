// Sets up the browser: a Chromium or Chrome and a matching chromedriver, found or otherwise installed with apt-get.
// @ts-check
import { Failure } from "../run.mjs";
import { aptPrefix, installWithApt } from "./apt.mjs";
import { findBrowsers, findDrivers } from "./find-browser.mjs";
import { step } from "./step.mjs";

/** @typedef {import("./find-browser.mjs").Program} Program */

const WHAT_TO_INSTALL = [
  "What to install:",
  "Debian:  apt-get install chromium chromium-driver",
  "Ubuntu:  snap install chromium",
  "Fedora:  dnf install chromium chromedriver",
  "Arch:    pacman -S chromium",
  "Alpine:  apk add chromium chromium-chromedriver",
  "macOS:   brew install --cask google-chrome chromedriver",
  "Windows: run the tests inside WSL, and install there",
  "or name both with the environment variables CHROME and CHROMEDRIVER.",
].join("\n  ");

/**
 * @returns {Promise<{ browser: string, driver: string, version: string }>} the two programs, and the browser's version
 * @throws {Failure} saying what to install, if there is no pair and none can be installed
 */
export async function setUpBrowser() {
  const found = await findPair();
  if (found.pair) return found.pair;
  // A user who names a program wants that one, so no other is installed beside it.
  const named = ["CHROME", "CHROMEDRIVER"].filter((name) => process.env[name]);
  if (named.length > 0)
    throw new Failure(`${missing(found)} (Named by ${named.join(" and ")} in the environment.)`);
  const prefix = await aptPrefix();
  if (!prefix) throw new Failure(`${missing(found)} ${WHAT_TO_INSTALL}`);
  try {
    await step("installing Chromium and its driver with apt-get", "1 to 3 minutes", () =>
      installWithApt(prefix, ["chromium", "chromium-driver"]),
    );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`${missing(found)} Installing them failed: ${error.message}\n${WHAT_TO_INSTALL}`);
  }
  const installed = await findPair();
  if (installed.pair) return installed.pair;
  throw new Failure(`${missing(installed)} ${WHAT_TO_INSTALL}`);
}

/** A driver refuses a browser of another major version, so the first two that match are the pair. */
async function findPair() {
  const browsers = await findBrowsers();
  const drivers = await findDrivers();
  for (const browser of browsers) {
    const driver = drivers.find((candidate) => candidate.major === browser.major);
    if (driver) {
      return {
        browsers,
        drivers,
        pair: { browser: browser.path, driver: driver.path, version: browser.version },
      };
    }
  }
  return { browsers, drivers, pair: undefined };
}

/** @param {{ browsers: Program[], drivers: Program[] }} found */
function missing({ browsers, drivers }) {
  if (browsers.length === 0 && drivers.length === 0)
    return "The tests need Chromium or Chrome and its chromedriver.";
  const list = (/** @type {Program[]} */ programs) =>
    programs.map(({ path, version }) => `${path} ${version}`).join(", ");
  if (browsers.length === 0) return `The tests need Chromium or Chrome beside ${list(drivers)}.`;
  if (drivers.length === 0) return `The tests need a chromedriver for ${list(browsers)}.`;
  return `The tests need a browser and a driver of one major version, and here are ${list(browsers)} with ${list(drivers)}.`;
}
