// The style of examples/console: axe, widths, and pictures, which are written to target/console.
// @ts-check
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { startConsole } from "./console-page.mjs";
import { stateOf, statusOf } from "./console-readers.mjs";

const { browser, keyboard, open, close } = await startConsole();
after(close);

describe("the style", () => {
  for (const { language, scheme } of /** @type {const} */ ([
    { language: "en", scheme: "light" },
    { language: "zh-CN", scheme: "dark" },
    { language: "es", scheme: "light" },
  ])) {
    test(`in ${language}, ${scheme}: axe finds nothing, and a picture is taken`, async () => {
      await open(`lang=${language}&scheme=${scheme}`);
      await keyboard.choose("#fault", "throttled");
      await keyboard.enter("#create button[type=submit]");
      await keyboard.sees(() => document.querySelectorAll("#request-rows [data-tone=wait]").length > 0, true);
      await keyboard.choose("#fault", "none");
      await keyboard.sees(statusOf, "DOING", "task");
      await keyboard.enter("tr[data-tone=run]:nth-child(3) button.path");
      await keyboard.sees(stateOf, "running", "task");
      await keyboard.sees(statusOf, "DOING", "task");
      assert.deepEqual(await browser.violations(), []);
      await browser.takePicture(`console-${language}-${scheme}`);
    });
  }

  test("close-ups are taken of a card and of the table", async () => {
    await open("lang=en&scheme=light");
    await keyboard.enter("tr[data-tone=run]:nth-child(2) button.path");
    await keyboard.sees(statusOf, "DOING", "task");
    await browser.takePicture("card-running", "#task");
    await keyboard.enter("tr[data-tone=bad] button.path");
    await keyboard.sees(statusOf, "FAIL", "task");
    await browser.takePicture("card", "#task");
    await keyboard.enter("tr[data-tone=run]:nth-child(2) button.path");
    await browser.takePicture("table", "#tasks");
  });

  test("no page of 360 to 1600 pixels scrolls sideways", async () => {
    await open("lang=es");
    await keyboard.sees(stateOf, "running", "tasks");
    for (const width of [360, 480, 768, 1000, 1200, 1440, 1600]) {
      await browser.resize(width, 900);
      const over = await browser.driver.executeScript(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      assert.equal(over, 0, `${width} pixels`);
    }
  });

  test("the brand stays on one line, and a field beside one with a message keeps its height", async () => {
    await open("lang=zh-CN");
    await browser.resize(360, 900);
    const height = (/** @type {string} */ selector) => document.querySelector(selector)?.clientHeight;
    await keyboard.sees(height, 20, ".brand");
    await keyboard.enter("#attributes summary");
    await keyboard.sees(height, 30, "#create-dir-mode");
    await keyboard.type("#create-file-mode", "999");
    await keyboard.enter("#create button[type=submit]");
    await keyboard.sees(() => document.activeElement?.id, "create-file-mode");
    await keyboard.sees(height, 30, "#create-dir-mode");
    await browser.resize(1200, 900);
  });

  test("a dark page is printed dark on white", async (t) => {
    await open("lang=zh-CN&scheme=dark");
    const emulate = (/** @type {string} */ media) =>
      browser.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media });
    t.after(() => emulate(""));
    const ink = () => getComputedStyle(document.body).color;
    await keyboard.sees(ink, "rgb(230, 235, 242)");
    await emulate("print");
    await keyboard.sees(ink, "rgb(23, 32, 43)");
  });

  test("axe finds a planted mistake", async () => {
    await open("lang=en&scheme=light");
    await browser.driver.executeScript("document.querySelector('.brand').style.color = '#ccc'");
    const found = await browser.violations();
    assert.deepEqual(
      found.map((line) => line.split(" ")[0]),
      ["color-contrast"],
    );
  });
});
