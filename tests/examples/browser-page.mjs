// A page in headless Chromium that a test reads and clicks like a person.
// @ts-check
import assert from "node:assert/strict";
import { By, until } from "selenium-webdriver";
import { startChromium } from "../package/engines/chromium.mjs";
import { removeFolder, temporaryFolder } from "../package/folders.mjs";

// Far longer than a page takes, so a slow machine changes nothing.
const DEADLINE = 60_000;

/** Starts a browser. The caller closes it. */
export async function startBrowser() {
  const profile = temporaryFolder("chromium");
  const { driver, readConsole } = await startChromium(profile);
  return {
    /** @param {string} url */
    open: (url) => driver.get(url),
    /** Warnings and errors of the page's console since the last call. */
    readConsole,
    /** The text of each element that a selector finds. @param {string} selector @returns {Promise<string[]>} */
    async texts(selector) {
      const script =
        "return [...document.querySelectorAll(arguments[0])].map((found) => found.innerText.trim())";
      return driver.executeScript(script, selector);
    },
    /**
     * Waits until the elements that a selector finds have these texts.
     * @param {string} selector
     * @param {readonly (string | RegExp)[]} expected
     */
    async shows(selector, expected) {
      /** @type {string[]} */
      let texts = [];
      const isThere = async () => {
        texts = await this.texts(selector);
        return texts.length === expected.length && expected.every((text, at) => fits(texts[at] ?? "", text));
      };
      await driver.wait(isThere, DEADLINE).catch(() => assert.deepEqual(texts, expected));
    },
    /** Clicks the one element that a selector finds, once it can be clicked. @param {string} selector */
    async click(selector) {
      const element = await driver.wait(until.elementLocated(By.css(selector)), DEADLINE);
      await driver.wait(until.elementIsVisible(element), DEADLINE);
      await element.click();
    },
    async close() {
      await driver.quit();
      removeFolder(profile);
    },
  };
}

/** @param {string} text @param {string | RegExp} expected */
function fits(text, expected) {
  return typeof expected === "string" ? text === expected : expected.test(text);
}
