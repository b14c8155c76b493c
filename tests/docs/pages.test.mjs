// The site in a real browser, from a folder of a server: a page of each kind under its strict policy, the search, and axe.
// @ts-check
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { By, until } from "selenium-webdriver";
import { startBrowser } from "../package/browser.mjs";
import { temporaryFolder } from "../package/folders.mjs";
import { servePages } from "../package/pages.mjs";
import { checkout } from "../package/program.mjs";
import { site } from "./site.mjs";

const axe = readFileSync(join(checkout, "node_modules/axe-core/axe.min.js"), "utf8");

// Far longer than a page takes, so a slow machine changes nothing.
const DEADLINE = 60_000;

/** A page of each kind, and what it shows when it is ready: a selector, in the page or in the shadow tree of an element. */
const KINDS = [
  { name: "the first page", path: "index.html", shown: [".front-places a"] },
  { name: "a page of the guide", path: "guide/reference.html", shown: ["#tsd-nav-container a.current"] },
  { name: "the elements' page, with pictures", path: "guide/elements-for-a-page.html", shown: ["td img"] },
  { name: "an example", path: "examples/console-panel.html", shown: ["pre code"] },
  {
    name: "a page of the reference",
    path: "reference/element/classes/SfsTurboTask.html",
    shown: ["#tsd-nav-container a[href$='reference/element.html']"],
  },
  { name: "the entries", path: "reference/overview.html", shown: ["td a"] },
  {
    name: "the gallery",
    path: "gallery/index.html",
    shown: ["sfs-turbo-task[status=SUCCESS]", "sfs-turbo-task[status=FAIL]"],
  },
  { name: "the console page", path: "console/index.html", shown: ["sfs-turbo-tasks", "[part~=row]"] },
];

/** One page of each kind for axe, which is slow. */
const LOOKED_AT = [
  ...["index.html", "guide/elements-for-a-page.html", "reference/element/classes/SfsTurboTask.html"],
  ...["gallery/index.html", "console/index.html"],
];

/** @type {import("../package/pages.mjs").Pages} */
let pages;
/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;
/** @type {string} */
let home;

before(async () => {
  const folder = temporaryFolder("docs-server");
  const place = join(folder, "some/where");
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(site, place);
  pages = await servePages(folder);
  home = `${pages.origin}/some/where/`;
  browser = await startBrowser();
  await browser.driver.manage().setTimeouts({ script: DEADLINE });
  await browser.driver.manage().window().setRect({ width: 1400, height: 1000 });
});
after(async () => {
  await browser?.close();
  await pages?.close();
});

for (const { name, path, shown } of KINDS) {
  test(`${name} violates no policy, reports no error, and sends no request to another site`, async () => {
    await open(path, shown);
    assert.deepEqual(await complaints(), []);
    assert.deepEqual(pages.missing, []);
    const asked = await browser.driver.executeScript(
      () => performance.getEntriesByType("resource").map(({ name }) => name), // in the page
    );
    const others = /** @type {string[]} */ (asked).filter((url) => !url.startsWith(home));
    assert.deepEqual(others, []);
  });
}

for (const scheme of ["light", "dark"]) {
  for (const { name, path, shown } of KINDS.filter(({ path }) => LOOKED_AT.includes(path))) {
    test(`axe finds nothing in ${name}, ${scheme}`, async () => {
      await open(path, shown, scheme);
      assert.deepEqual(await violations(), []);
    });
  }
}

test("every page has a policy that allows nothing but the site's own files", async () => {
  for (const { path } of KINDS) {
    const html = readFileSync(join(site, path), "utf8");
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? "";
    const directives = new Map(
      policy.split(";").map((part) => {
        const [name = "", ...values] = part.trim().split(/\s+/);
        return [name, values];
      }),
    );
    assert.deepEqual(directives.get("default-src"), ["'none'"], path);
    assert.deepEqual(directives.get("style-src"), ["'self'"], path);
    const runsCore = path.startsWith("gallery/") || path.startsWith("console/");
    const scripts = directives.get("script-src") ?? [];
    assert.equal(scripts.includes("'wasm-unsafe-eval'"), runsCore, path);
    assert.deepEqual(
      scripts.filter((source) => !/^'(?:self|wasm-unsafe-eval|sha256-[\w+/=]+)'$/.test(source)),
      [],
      path,
    );
  }
});

test("the policy is enforced: a script that the page does not name is refused, and the test sees that", async () => {
  await open("index.html", [".front-places a"]);
  await browser.driver.executeScript(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'broken into'";
    document.head.append(script);
  });
  assert.notEqual(await browser.driver.getTitle(), "broken into");
  const found = await complaints();
  assert.equal(found.length, 1);
  assert.match(found[0] ?? "", /Content Security Policy/);
});

test("the search finds a page of the guide and a name of the reference, and leads there", async () => {
  const { driver } = browser;
  for (const { words, path } of [
    { words: "temporary keys", path: "guide/credentials.html" },
    { words: "createTask", path: "reference/client/functions/createTask.html" },
  ]) {
    await open("guide/overview.html", ["#tsd-search-trigger"]);
    await driver.findElement(By.id("tsd-search-trigger")).click();
    const input = await driver.findElement(By.id("tsd-search-input"));
    await driver.wait(until.elementIsVisible(input), DEADLINE);
    await input.sendKeys(words);
    const result = await driver.wait(
      until.elementLocated(By.css(`#tsd-search-results a[href*="${path}"]`)),
      DEADLINE,
    );
    await result.click();
    await driver.wait(until.urlContains(home + path), DEADLINE);
    assert.deepEqual(await complaints(), []);
  }
});

test("the navigation leads from a page of the guide to the next, and to the gallery and the console page", async () => {
  const { driver } = browser;
  await open("guide/sign-in.html", ["#tsd-nav-container a.current"]);
  const hrefs = /** @type {string[]} */ (
    await driver.executeScript(() =>
      [...document.querySelectorAll("#tsd-nav-container a, #tsd-toolbar-links a")].map(
        (link) => /** @type {HTMLAnchorElement} */ (link).href,
      ),
    )
  );
  for (const path of ["guide/start-a-task.html", "gallery/index.html", "console/index.html"]) {
    assert.ok(hrefs.includes(home + path), path);
  }
});

test("a page of 360 pixels does not scroll sideways", async () => {
  const { driver } = browser;
  const settings = /** @type {import("selenium-webdriver/chromium.js").ChromiumWebDriver} */ (driver);
  const narrow = { width: 360, height: 800, deviceScaleFactor: 1, mobile: false };
  await settings.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", narrow);
  try {
    for (const { path, shown } of KINDS.filter(({ path }) => !/^(?:gallery|console)\//.test(path))) {
      await open(path, shown);
      const width = await driver.executeScript(() => document.documentElement.scrollWidth);
      assert.ok(Number(width) <= 360, `${path}: ${width}`);
    }
  } finally {
    await settings.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
  }
});

/**
 * @param {string} path
 * @param {readonly string[]} shown
 * @param {string} [scheme]
 */
async function open(path, shown, scheme = "light") {
  const { driver } = browser;
  const settings = /** @type {import("selenium-webdriver/chromium.js").ChromiumWebDriver} */ (driver);
  const features = [
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ];
  await settings.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
  await complaints();
  await driver.get(home + path);
  await driver
    .wait(async () => await driver.executeScript(isShown, shown), DEADLINE)
    .catch((cause) => {
      throw new Error(`${path} does not show ${shown.join(" ")}`, { cause });
    });
}

/**
 * In the page.
 * @param {string[]} selectors
 */
function isShown(selectors) {
  const shadows = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return selectors.every((selector) => [document, ...shadows].some((root) => root.querySelector(selector)));
}

/** The console messages since the last call. @returns {Promise<string[]>} */
async function complaints() {
  return browser.readConsole();
}

/** The findings of axe, one line each. @returns {Promise<any>} */
async function violations() {
  const { driver } = browser;
  await driver.executeScript(axe);
  return driver.executeAsyncScript((/** @type {(lines: unknown) => void} */ done) => {
    const { axe } = /** @type {any} */ (globalThis);
    axe.run({ resultTypes: ["violations"] }).then((/** @type {any} */ { violations }) => {
      done(
        violations.map(
          (/** @type {any} */ { id, nodes }) =>
            `${id} ${nodes.map((/** @type {any} */ { html, any }) => `${html} ${any[0]?.message}`).join("\n")}`,
        ),
      );
    }, done);
  });
}
