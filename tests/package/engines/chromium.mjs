// Chromium or Chrome, headless, through its chromedriver.
// @ts-check
import { Builder, logging } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";
import { setUpBrowser } from "../../../tools/set-up.mjs";
import { SWITCHES } from "../../../tools/test/switches.mjs";

/** @typedef {import("../browser.mjs").Session} Session */

/**
 * @param {string} profile an empty folder
 * @param {readonly string[]} [extensions] the folders of unpacked extensions
 * @returns {Promise<Session>}
 */
export async function startChromium(profile, extensions = []) {
  const { browser, driver: driverFile } = await programs();
  const preferences = new logging.Preferences();
  preferences.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  const options = new Options();
  options.setBinaryPath(browser);
  options.addArguments("--headless=new", ...SWITCHES, `--user-data-dir=${profile}`);
  if (extensions.length > 0) options.addArguments(`--load-extension=${extensions.join(",")}`);
  options.setLoggingPrefs(preferences);
  // With both paths given, selenium-webdriver has no reason to look for a driver, or to download one.
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new ServiceBuilder(driverFile))
    .build();
  return {
    driver,
    async readConsole() {
      /** @type {{ level: { value: number }, message: string }[]} */
      const entries = await driver.manage().logs().get(logging.Type.BROWSER);
      return entries
        .filter(({ level }) => level.value >= logging.Level.WARNING.value)
        .map(({ message }) => message);
    },
  };
}

/** Both from the environment, or a pair that the set-up finds or installs. */
async function programs() {
  const { SFS_TURBO_BROWSER: browser, SFS_TURBO_BROWSER_DRIVER: driver } = process.env;
  return browser && driver ? { browser, driver } : setUpBrowser();
}
