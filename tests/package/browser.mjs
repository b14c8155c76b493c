// A headless browser that opens pages and returns their reports and their console messages.
// @ts-check
import { By, until } from "selenium-webdriver";
import { startChromium } from "./engines/chromium.mjs";
import { startFirefox } from "./engines/firefox.mjs";
import { startWebKit } from "./engines/webkit.mjs";
import { removeFolder, temporaryFolder } from "./folders.mjs";

/**
 * What a file of `engines/` returns: one started browser.
 * @typedef {object} Session
 * @property {import("selenium-webdriver").WebDriver} driver
 * @property {() => Promise<string[]>} readConsole warnings and errors since the last call, in order: those that the page
 *   wrote, those of the browser itself (a resource that failed, a policy violated), uncaught errors; always none where
 *   the engine's driver has no log
 * @property {() => Promise<void>} [stop] ends the processes that the driver leaves running
 */

/**
 * The result of one visit of a page.
 * @typedef {object} Visit
 * @property {any} report the JSON that the page put into its element `#report`
 * @property {string[]} console the console's warnings and errors
 * @property {string[]} violations those about a Content Security Policy
 */

const engines = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit };

// Far longer than a page takes, so a slow machine changes nothing.
const DEADLINE = 60_000;

/**
 * Starts a browser with its own profile. The caller closes it.
 * @param {keyof typeof engines} [engine]
 * @param {readonly string[]} [extensions] folders of {@link import("./extensions.mjs").makeExtension}; only Chromium loads them
 */
export async function startBrowser(engine = "chromium", extensions = []) {
  const profile = temporaryFolder(engine);
  const { driver, readConsole, stop } = await engines[engine](profile, extensions);
  const capabilities = await driver.getCapabilities();
  return {
    /** Name and version, as in a table of environments. */
    name: `${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}`,
    /** For tasks that no page can do: keys, the settings of the system, pictures. */
    driver,
    /** The console's warnings and errors since the last call. */
    readConsole,
    /**
     * Opens a page and waits for its report.
     * @param {string} url
     * @returns {Promise<Visit>} rejected, with what the console said, when the page reports nothing
     */
    async visit(url) {
      await driver.get(url);
      const text = await reportedText(driver).catch(async (cause) => {
        throw new Error(`${url} reports nothing; its console:\n${(await readConsole()).join("\n")}`, {
          cause,
        });
      });
      const console = await readConsole();
      return { report: JSON.parse(text ?? ""), console, violations: console.filter(tellsOfPolicy) };
    },
    async close() {
      await driver.quit();
      await stop?.();
      removeFolder(profile);
    },
  };
}

/** @param {import("selenium-webdriver").WebDriver} driver */
async function reportedText(driver) {
  // Through the element and not through a script, since a strict policy of the page may refuse an injected script.
  const element = await driver.wait(until.elementLocated(By.id("report")), DEADLINE);
  await driver.wait(async () => (await element.getAttribute("textContent")) !== "", DEADLINE);
  return element.getAttribute("textContent");
}

/** @param {string} message */
function tellsOfPolicy(message) {
  return message.includes("Content Security Policy");
}
