// A page with the elements of the installed package, bundled as a user does, and its scenarios.
// @ts-check
import { join } from "node:path";
import { build } from "esbuild";
import { startBrowser } from "./browser.mjs";
import { servePages } from "./pages.mjs";
import { installTarball } from "./tarball.mjs";

/** What a strict page allows: only its own files, and the core. The icon is a `data:` URL. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; frame-src 'self'";

/** @typedef {Awaited<ReturnType<typeof openElementPage>>} ElementPage */

/**
 * Opens the page in its own browser. The caller closes it.
 * @param {"chromium" | "firefox" | "webkit"} [engine]
 * @param {string} [zone] the time zone of the page; only Chromium's can be set
 */
export async function openElementPage(engine = "chromium", zone = "Asia/Shanghai") {
  const folder = await installTarball("element");
  const bundled = await build({
    absWorkingDir: folder,
    entryPoints: ["page.js"],
    outdir: "built",
    format: "esm",
    bundle: true,
    splitting: true,
    logLevel: "warning",
    loader: { ".html": "copy" },
  });
  if (bundled.warnings.length > 0) throw new Error("the bundler has warned");
  await build({
    absWorkingDir: folder,
    entryPoints: ["page.html"],
    outdir: "built",
    loader: { ".html": "copy" },
  });
  const pages = await servePages(join(folder, "built"), { "content-security-policy": policy });
  const browser = await startBrowser(engine);
  const { driver } = browser;
  const settings = /** @type {import("selenium-webdriver/chromium.js").ChromiumWebDriver} */ (driver);
  if (engine === "chromium") {
    await settings.sendDevToolsCommand("Emulation.setTimezoneOverride", { timezoneId: zone });
  }
  await driver.manage().setTimeouts({ script: 60_000 });
  await driver.get(`${pages.origin}/page.html`);
  await driver.wait(() => driver.executeScript("return globalThis.scenarios !== undefined"), 60_000);
  return {
    folder,
    driver,
    name: browser.name,
    /**
     * Runs a scenario.
     * @param {string} name
     * @param {unknown} [argument]
     * @returns {Promise<any>}
     */
    async run(name, argument) {
      const { value, error } = await driver.executeAsyncScript(run, name, argument);
      if (error !== undefined) throw new Error(`${name}: ${error}`);
      return value;
    },
    /**
     * Sets the preferences of the reader's system.
     * @param {Record<string, string>} features such as `prefers-color-scheme`
     */
    async prefer(features) {
      const list = Object.entries(features).map(([name, value]) => ({ name, value }));
      await settings.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: list });
    },
    /** The console messages since the last call. */
    async readConsole() {
      /** @type {{ message: string }[]} */
      const entries = await driver.manage().logs().get("browser");
      return entries.map(({ message }) => message);
    },
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}

/**
 * In the page. A value that is not JSON arrives in its JSON form.
 * @param {string} name
 * @param {unknown} argument
 * @param {(answer: { value?: unknown, error?: string }) => void} done
 */
function run(name, argument, done) {
  const { scenarios } = /** @type {any} */ (globalThis);
  Promise.resolve(scenarios[name](argument ?? undefined)).then(
    (value) => done({ value: JSON.parse(JSON.stringify(value ?? null)) }),
    (error) => done({ error: error.stack }),
  );
}
