// examples/gallery: every state of the elements side by side, in light and dark and in three languages, for axe and for people:
// pictures of each are written to target/gallery.
// @ts-check
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startBrowser } from "../package/browser.mjs";
import { servePages } from "../package/pages.mjs";
import { checkout } from "../package/program.mjs";
import { installExample } from "./example.mjs";

const axe = readFileSync(join(checkout, "node_modules/axe-core/axe.min.js"), "utf8");
const pictures = join(checkout, "target/gallery");

/** The names of the exhibits, and the state of each element once it is ready. */
const STATES = [
  ...["Loading: loading", "Running: running DOING", "Succeeded: settled SUCCESS", "Failed: settled FAIL"],
  ...[
    "Deleting: running DELETING",
    "Gone: gone DELETING",
    "Not found: gone",
    "Offline: running DOING Offline",
  ],
  ...["No permission: error", "Not signed in: error", "Paused: idle DOING"],
  ...["Many tasks, which can be deleted: running", "Loading: loading", "No tasks: running"],
  ...["Offline: running Offline", "No permission: error"],
];

/** @type {import("../package/pages.mjs").Pages} */
let pages;
/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;

before(async () => {
  pages = await servePages(await installExample("gallery"));
  browser = await startBrowser();
  await browser.driver.manage().setTimeouts({ script: 60_000 });
});
after(async () => {
  await browser?.close();
  await pages?.close();
});

const LOOKS = /** @type {const} */ ([
  { language: "en", scheme: "light", messages: false },
  { language: "en", scheme: "dark", messages: true },
  { language: "zh-CN", scheme: "light", messages: true },
  { language: "zh-CN", scheme: "dark", messages: false },
  { language: "es", scheme: "light", messages: true },
]);

for (const look of LOOKS) {
  const words = look.messages ? "with the texts of messages" : "with their own words";
  test(`in ${look.language}, ${look.scheme}, ${words}: every state is reached, and axe finds nothing`, async () => {
    await show(look);
    assert.deepEqual(await violations(), []);
    await takePictures(`${look.language}-${look.scheme}`);
  });
}

test("axe finds a planted mistake", async () => {
  await show(LOOKS[0]);
  await browser.driver.executeScript(
    "document.querySelector('sfs-turbo-task[status=DOING]').style.setProperty('--sfs-color-text', '#ccc')",
  );
  const found = await violations();
  assert.deepEqual(
    found.map((/** @type {string} */ line) => line.split(" ")[0]),
    ["color-contrast"],
  );
});

test("a page of 360 pixels shows every card whole", async () => {
  await show(LOOKS[0]);
  const { driver } = browser;
  await driver.manage().window().setRect({ width: 500, height: 900 });
  const wide = await driver.executeScript(() => {
    const main = /** @type {HTMLElement} */ (document.querySelector("main"));
    main.style.width = "312px";
    const elements = [...document.querySelectorAll("sfs-turbo-task, sfs-turbo-tasks")];
    return elements.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length;
  });
  assert.equal(wide, 0);
});

/**
 * Opens the page, sets how it is shown, and waits until everything is ready.
 * @param {{ language: string, scheme: string, messages: boolean }} look
 */
async function show({ language, scheme, messages }) {
  const { driver } = browser;
  await driver.manage().window().setRect({ width: 1240, height: 2600 });
  // Nothing moves in a picture.
  const settings = /** @type {import("selenium-webdriver/chromium.js").ChromiumWebDriver} */ (driver);
  const features = [{ name: "prefers-reduced-motion", value: "reduce" }];
  await settings.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
  await driver.get(`${pages.origin}/`);
  await driver.executeScript(choose, language, scheme, messages);
  /** @type {unknown} */
  let states;
  const isThere = async () => {
    states = await driver.executeScript(readStates);
    return JSON.stringify(states) === JSON.stringify(STATES);
  };
  await driver.wait(isThere, 60_000).catch(() => assert.deepEqual(states, STATES));
}

/**
 * In the page.
 * @param {string} language
 * @param {string} scheme
 * @param {boolean} messages
 */
function choose(language, scheme, messages) {
  const byId = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
  byId("language").value = language;
  byId("scheme").value = scheme;
  byId("messages").checked = messages;
  byId("language").dispatchEvent(new Event("change"));
}

/** In the page. */
function readStates() {
  return [...document.querySelectorAll("section")].map((section) => {
    const element = /** @type {any} */ (section.lastElementChild);
    const isCard = element.localName === "sfs-turbo-task";
    const notice = element.shadowRoot.querySelector("[part=error]");
    const isLate = !element.error && element.state === "running" && notice.checkVisibility();
    const status = isCard ? element.status : "";
    return `${section.firstElementChild?.textContent}: ${[element.state, status, isLate && "Offline"].filter(Boolean).join(" ")}`;
  });
}

/** The findings of axe, one line each. @returns {Promise<any>} */
async function violations() {
  const { driver } = browser;
  await driver.executeScript(axe);
  return driver.executeAsyncScript((/** @type {(lines: unknown) => void} */ done) => {
    const { axe } = /** @type {any} */ (globalThis);
    axe.run().then((/** @type {any} */ { violations }) => {
      done(
        violations.map(
          (/** @type {any} */ { id, nodes }) =>
            `${id} ${nodes.map((/** @type {any} */ { html, any }) => `${html} ${any[0]?.message}`).join("\n")}`,
        ),
      );
    }, done);
  });
}

/** @param {string} name */
async function takePictures(name) {
  mkdirSync(pictures, { recursive: true });
  const { driver } = browser;
  writeFileSync(join(pictures, `${name}.png`), await driver.takeScreenshot(), "base64");
  const sections = await driver.findElements({ css: "section" });
  for (const [index, section] of sections.entries()) {
    const state = STATES[index]?.split(":")[0]?.replace(/\W+/g, "-").toLowerCase();
    const file = `${name}-${String(index + 1).padStart(2, "0")}-${state}.png`;
    writeFileSync(join(pictures, file), await section.takeScreenshot(), "base64");
  }
}
