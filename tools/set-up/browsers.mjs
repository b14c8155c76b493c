// Sets up the other two engines: Firefox with geckodriver, and WebKit's MiniBrowser with its driver and a screen in memory.
// @ts-check
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure, mustRun, root } from "../run.mjs";
import { aptPrefix, installWithApt } from "./apt.mjs";
import { step } from "./step.mjs";

const GECKODRIVER_VERSION = "0.37.1";

// Beside what else this project builds, so that nothing is installed for the whole machine.
const TOOLS = join(root, "target/tools");

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
  const driver = find("WEBKITWEBDRIVER", ["WebKitWebDriver"]);
  const screen = find("XVFB_RUN", ["xvfb-run"]);
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
  if (findDriver() === undefined) {
    // From its source, as no registry of packages has it; unoptimized, which takes a third of the time.
    const args = ["install", "geckodriver", "--version", GECKODRIVER_VERSION, "--locked", "--debug"];
    await step("building geckodriver with cargo", "60 to 100 s the first time", () =>
      mustRun("cargo", [...args, "--root", TOOLS], { output: "capture" }),
    );
  }
  return found(findFirefox(), "Firefox");
}

/**
 * @returns {Promise<WebKit>}
 * @throws {Failure} saying what to install
 */
export async function setUpWebKit() {
  // xauth is what xvfb-run needs and does not depend on.
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
  return find("FIREFOX", ["firefox-esr", "firefox"]);
}

function findDriver() {
  return find("GECKODRIVER", ["geckodriver"], [join(TOOLS, "bin")]);
}

/**
 * @param {string} variable a program that this names is the only one looked at
 * @param {readonly string[]} names
 * @param {readonly string[]} folders looked at after those of PATH
 */
function find(variable, names, folders = []) {
  const named = process.env[variable];
  if (named) return isExecutable(named) ? named : undefined;
  const all = [...(process.env.PATH ?? "").split(delimiter).filter(Boolean), ...folders];
  return all.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
