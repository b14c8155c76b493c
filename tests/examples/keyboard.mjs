// A person at a page in headless Chromium who has only a keyboard, and reads the page.
// @ts-check
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";

// Far longer than a page takes, so a slow machine changes nothing.
const DEADLINE = 60_000;
/** More than the focusable elements of any page here. */
const MOST_TABS = 250;

/** @param {import("selenium-webdriver").WebDriver} driver */
export function keyboardOf(driver) {
  const keyboard = {
    /** @param {...string} keys */
    press: (...keys) =>
      driver
        .actions()
        .sendKeys(...keys)
        .perform(),

    /** Presses Tab until the element of a selector has the focus, also inside elements. @param {string} selector */
    async goTo(selector) {
      for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
        if (await keyboard.isAt(selector)) return;
        await keyboard.press(Key.TAB);
      }
      assert.fail(`Tab never reaches ${selector}`);
    },

    /** @param {string} selector @returns {Promise<boolean>} */
    isAt: (selector) =>
      driver.executeScript((/** @type {string} */ wanted) => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.matches(wanted) ?? false;
      }, selector),

    /** Moves the focus there, and presses Enter. @param {string} selector */
    async enter(selector) {
      await keyboard.goTo(selector);
      await keyboard.press(Key.ENTER);
    },

    /** Moves the focus there, and presses the space bar. @param {string} selector */
    async toggle(selector) {
      await keyboard.goTo(selector);
      await keyboard.press(" ");
    },

    /** Moves the focus to a field, and replaces its text. @param {string} selector @param {string} text */
    async type(selector, text) {
      await keyboard.goTo(selector);
      await driver.actions().keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL).perform();
      await keyboard.press(Key.DELETE, ...text);
    },

    /** Moves the focus to a list, and selects a value with the arrows. @param {string} selector @param {string} value */
    async choose(selector, value) {
      await keyboard.goTo(selector);
      await keyboard.press(Key.HOME);
      for (let steps = 0; (await keyboard.value()) !== value; steps += 1) {
        assert.ok(steps < 20, `${selector} has no ${value}`);
        await keyboard.press(Key.ARROW_DOWN);
      }
    },

    /** The value of the focused element. @returns {Promise<string>} */
    value: () =>
      driver.executeScript(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return /** @type {HTMLInputElement} */ (at).value;
      }),

    /**
     * Waits until a function of the page returns the expected value.
     * @template Value
     * @param {(...args: any[]) => Value} read
     * @param {Value | RegExp} expected
     * @param {...unknown} args
     */
    async sees(read, expected, ...args) {
      /** @type {unknown} */
      let seen;
      const fits = async () => {
        seen = await driver.executeScript(read, ...args);
        return expected instanceof RegExp
          ? expected.test(String(seen))
          : JSON.stringify(seen) === JSON.stringify(expected);
      };
      await driver.wait(fits, DEADLINE).catch(() => {
        if (expected instanceof RegExp) assert.match(String(seen), expected);
        else assert.deepEqual(seen, expected);
      });
    },
  };
  return keyboard;
}
