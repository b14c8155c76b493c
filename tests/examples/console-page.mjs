// examples/console as Vite builds it, in headless Chromium: what a test reads from the page without changing it.
// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "../package/browser.mjs";
import { servePages } from "../package/pages.mjs";
import { checkout, mustRun } from "../package/program.mjs";
import { installExample } from "./example.mjs";
import { keyboardOf } from "./keyboard.mjs";

const axe = readFileSync(join(checkout, "node_modules/axe-core/axe.min.js"), "utf8");
const pictures = join(checkout, "target/console");

/** The path of the built page in a site: it has to work in a subfolder. */
export const SUB_PATH = "guide/console";

/** @returns {Promise<{ folder: string, site: string }>} the example with its packages, and a site that has it in a subfolder */
export async function buildConsolePage() {
  const folder = await installExample("console");
  await mustRun(process.execPath, ["node_modules/typescript/bin/tsc"], { cwd: folder });
  const site = join(folder, "site");
  const vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"];
  await mustRun(process.execPath, [...vite, "--outDir", join(site, SUB_PATH)], { cwd: folder });
  await mustRun(process.execPath, vite, { cwd: folder });
  return { folder, site };
}

/** Starts a browser. The caller closes it. */
export async function startConsoleBrowser() {
  const browser = await startBrowser();
  const driver = /** @type {import("selenium-webdriver/chromium.js").ChromiumWebDriver} */ (browser.driver);
  await driver.manage().setTimeouts({ script: 60_000 });
  const features = [{ name: "prefers-reduced-motion", value: "reduce" }];
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
  await driver.sendDevToolsCommand("Browser.grantPermissions", {
    permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"],
  });

  /** @param {number} width @param {number} height @param {number} [scale] pixels of the picture for one of the page */
  const resize = (width, height, scale = 1) =>
    driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      ...{ width, height, deviceScaleFactor: scale, mobile: false },
    });

  return {
    ...browser,
    driver,
    keyboard: keyboardOf(driver),
    resize,

    /** Loads the page again, even if only the part after the # differs. @param {string} url */
    async open(url) {
      await driver.get("about:blank");
      await driver.get(url);
    },

    /** The visible text. @param {string} selector @returns {Promise<string>} */
    text: (selector) =>
      driver.executeScript(
        (/** @type {string} */ wanted) =>
          /** @type {HTMLElement | null} */ (document.querySelector(wanted))?.innerText ?? "",
        selector,
      ),

    /** @returns {Promise<string>} */
    clipboard: () =>
      driver.executeAsyncScript((/** @type {(text: string) => void} */ done) => {
        navigator.clipboard.readText().then(done, (error) => done(`not read: ${error}`));
      }),

    /** The findings of axe, one line each. @returns {Promise<string[]>} */
    async violations() {
      await driver.executeScript(axe);
      return driver.executeAsyncScript((/** @type {(lines: unknown) => void} */ done) => {
        const { axe } = /** @type {any} */ (globalThis);
        const line = (/** @type {any} */ { id, nodes }) =>
          `${id} ${nodes.map((/** @type {any} */ { html, any }) => `${html} ${any[0]?.message}`).join("\n")}`;
        axe.run().then(
          (/** @type {any} */ { violations }) => done(violations.map(line)),
          (/** @type {unknown} */ error) => done([String(error)]),
        );
      });
    },

    /** Warnings and errors of the console since the last call. @returns {Promise<string[]>} */
    async readConsole() {
      /** @type {import("selenium-webdriver").logging.Entry[]} */
      const entries = await driver.manage().logs().get("browser");
      return entries.filter(({ level }) => level.value >= 900).map(({ message }) => message);
    },

    /** Writes a picture of the whole page, or of the element of a selector. @param {string} name @param {string} [selector] */
    async takePicture(name, selector) {
      mkdirSync(pictures, { recursive: true });
      // The focus does not matter in a picture.
      await driver.executeScript("document.activeElement?.blur()");
      await driver.sendDevToolsCommand("Emulation.setScrollbarsHidden", { hidden: true });
      const whole = /** @type {number} */ (
        await driver.executeScript(() => document.documentElement.scrollHeight)
      );
      await resize(1200, whole, 2);
      const picture = selector
        ? await driver.findElement({ css: selector }).takeScreenshot()
        : await driver.takeScreenshot();
      await driver.sendDevToolsCommand("Emulation.setScrollbarsHidden", { hidden: false });
      writeFileSync(join(pictures, `${name}.png`), picture, "base64");
    },
  };
}

/** The page in its subfolder on a plain static server, and the browser for it. The caller closes them. */
export async function startConsole() {
  const pages = await servePages((await buildConsolePage()).site);
  const browser = await startConsoleBrowser();
  const { keyboard } = browser;
  await browser.resize(1200, 900);
  return {
    pages,
    browser,
    keyboard,
    /** Opens it, and waits for the table. @param {string} [remembered] the part of the address after the # */
    async open(remembered = "lang=zh-CN") {
      await browser.open(`${pages.origin}/${SUB_PATH}/#${remembered}`);
      const rows = () => document.querySelector("#tasks")?.shadowRoot?.querySelectorAll("tbody tr").length;
      await keyboard.sees(rows, /^[1-9]/);
    },
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}
