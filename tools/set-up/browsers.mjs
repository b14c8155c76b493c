// Sets up the other two engines: Firefox with geckodriver, and WebKit's MiniBrowser with its driver and a screen in memory.
// @ts-check
import { join } from "node:path";
import { Failure } from "../run.mjs";
import { aptPrefix, installWithApt } from "./apt.mjs";
import { setUpCargoTool, TOOLS } from "./cargo-tool.mjs";
import { findProgram } from "./program.mjs";
import { step } from "./step.mjs";

// No package registry has the program itself.
const GECKODRIVER = { name: "geckodriver", version: "0.37.1", expected: "60 to 100 s" };

/**
 * @typedef {object} Firefox
 * @property {string} browser
 * @property {string} driver geckodriver
 */

/**
 * @typedef {object} WebKit
 * @property {string} driver WebKitWebDriver, which starts the MiniBrowser that came with it
 * @property {string} screen xvfb-run: MiniBrowser has no headless mode
 */

/** @returns {Firefox | undefined} what this machine has, if it has both */
export function findFirefox() {
  const browser = findBrowser();
  const driver = findDriver();
  return browser && driver ? { browser, driver } : undefined;
}

/** @returns {WebKit | undefined} what this machine has, if it has both */
export function findWebKit() {
  const driver = findProgram("WEBKITWEBDRIVER", ["WebKitWebDriver"]);
  const screen = findProgram("XVFB_RUN", ["xvfb-run"]);
  return driver && screen ? { driver, screen } : undefined;
}

/**
 * @returns {Promise<Firefox>}
 * @throws {Failure} saying what to install
 */
export async function setUpFirefox() {
  if (findBrowser() === undefined) {
    await install("Firefox", ["firefox-esr"], "or name one with the environment variable FIREFOX");
  }
  if (findDriver() === undefined) await setUpCargoTool(GECKODRIVER);
  return found(findFirefox(), "Firefox");
}

/**
 * @returns {Promise<WebKit>}
 * @throws {Failure} saying what to install
 */
export async function setUpWebKit() {
  // xvfb-run needs xauth, but does not depend on it.
  if (findWebKit() === undefined) await install("WebKit", ["webkit2gtk-driver", "xvfb", "xauth"]);
  return found(findWebKit(), "WebKit");
}

/**
 * @param {string} engine
 * @param {readonly string[]} packages Debian's
 * @param {string} [otherwise]
 */
async function install(engine, packages, otherwise = "") {
  const advice = `Install what Debian calls ${packages.join(" and ")}${otherwise && `, ${otherwise}`}.`;
  const prefix = await aptPrefix();
  if (!prefix) throw new Failure(`${engine} is not on this machine. ${advice}`);
  await step(`installing ${engine} with apt-get`, "1 to 3 minutes", () =>
    installWithApt(prefix, packages),
  ).catch((error) => {
    throw error instanceof Failure ? new Failure(`${error.message}\n${advice}`) : error;
  });
}

/**
 * @template T
 * @param {T | undefined} programs
 * @param {string} engine
 */
function found(programs, engine) {
  if (programs === undefined) throw new Failure(`${engine} was installed and is still not found in PATH.`);
  return programs;
}

function findBrowser() {
  return findProgram("FIREFOX", ["firefox-esr", "firefox"]);
}

function findDriver() {
  return findProgram("GECKODRIVER", ["geckodriver"], [join(TOOLS, "bin")]);
}
