// Firefox, headless, through geckodriver.
// @ts-check
import { Builder } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/firefox.js";
import { setUpFirefox } from "../../../tools/set-up/browsers.mjs";

/** @typedef {import("../browser.mjs").Session} Session */

/**
 * @param {string} profile an empty folder
 * @returns {Promise<Session>}
 */
export async function startFirefox(profile) {
  const { browser, driver: driverFile } = await setUpFirefox();
  const options = new Options();
  options.setBinary(browser);
  options.addArguments("-headless");
  // A test contacts only this machine: no login page of the network, and no news of the vendor.
  options.setPreference("network.captive-portal-service.enabled", false);
  options.setPreference("network.connectivity-service.enabled", false);
  options.setPreference("browser.aboutwelcome.enabled", false);
  // With both paths given, selenium-webdriver has no reason to look for a driver, or to download one.
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new ServiceBuilder(driverFile).addArguments("--profile-root", profile))
    .build();
  // Its driver has no log of the page's console; the page has to report policy violations itself.
  return { driver, readConsole: async () => [] };
}
