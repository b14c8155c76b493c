// The browser settings of wasm-bindgen's test runner, which it reads from a file.
// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SWITCHES } from "./switches.mjs";

/**
 * Writes the settings beside an empty profile, below cargo's target folder: a browser from a snap does not see /tmp.
 * `--headless` is not in them, since the runner adds it.
 * @param {string} targetDirectory
 * @param {string} browser
 * @returns {{ settings: string, remove: () => void }} `settings` is the file to name in WASM_BINDGEN_TEST_WEBDRIVER_JSON
 */
export function writeWebdriverSettings(targetDirectory, browser) {
  mkdirSync(targetDirectory, { recursive: true });
  const folder = mkdtempSync(join(targetDirectory, "browser-test-"));
  const args = [...SWITCHES, `--user-data-dir=${join(folder, "profile")}`];
  const settings = join(folder, "webdriver.json");
  writeFileSync(settings, JSON.stringify({ "goog:chromeOptions": { binary: browser, args } }));
  return {
    settings,
    // The browser may still write its last files after the driver has ended.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}

/**
 * The environment of wasm-bindgen's test runner: the one driver to use.
 * @param {Record<string, string>} driver
 * @returns {Record<string, string | undefined>}
 */
export function driverEnv(driver) {
  const names = ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"];
  // With another of these the runner would use another driver, or wait for a person to open a page.
  const others = names.flatMap((name) => [name, `${name}_REMOTE`]).concat("NO_HEADLESS");
  return {
    ...Object.fromEntries(others.map((name) => [name, undefined])),
    // Seconds. The defaults, 20 and 5, are short for a busy machine with two cores.
    WASM_BINDGEN_TEST_TIMEOUT: "120",
    WASM_BINDGEN_TEST_DRIVER_TIMEOUT: "60",
    ...driver,
  };
}
