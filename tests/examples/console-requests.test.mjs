// The log of examples/console, and the code that it copies.
// @ts-check
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { startConsole } from "./console-page.mjs";
import { isHidden, textOf } from "./console-readers.mjs";

const { browser, keyboard, open, close } = await startConsole();
after(close);

describe("the log", () => {
  before(() => open());

  test("shows the whole request, and hides the token", async () => {
    await keyboard.enter("#request-rows tr:last-child button");
    await keyboard.sees(() => document.activeElement?.id, "request-details");
    const { driver } = browser;
    const details = await browser.text("#request-details");
    assert.match(details, /watchTasks\(\)/);
    assert.match(
      details,
      /GET https:\/\/sfs-turbo\.emulator\.invalid\/v1\/0123456789abcdef0123456789abcdef\/sfs-turbo\//,
    );
    assert.match(details, /X-Auth-Token: ••• \(已隐藏\)/);
    assert.match(details, /HTTP 200/);
    assert.match(details, /"type": "import_metadata"/);
    const all = await driver.executeScript("return document.documentElement.outerHTML");
    assert.doesNotMatch(String(all), /token-of-this-page/);
    assert.deepEqual(await browser.violations(), []);
    await keyboard.press(Key.ESCAPE);
    await keyboard.sees(isHidden, true, "request-details");
    assert.ok(await keyboard.isAt("#request-rows tr:last-child button"));
  });

  test("keeps the newest 200", async () => {
    await keyboard.choose("#requests-filter", "changes");
    // This would take long by hand. An empty directory name is refused by the client and by the service.
    await browser.driver.executeAsyncScript(async (/** @type {() => void} */ done) => {
      const { client, shareId } = /** @type {any} */ (document.querySelector("#tasks"));
      const call = () => client.deleteTask({ shareId, taskId: "none" }).catch(() => {});
      await Promise.all(Array.from({ length: 230 }, call));
      done();
    });
    await keyboard.choose("#requests-filter", "all");
    await keyboard.sees(() => document.querySelectorAll("#request-rows tr").length, 200);
  });
});

describe("code is copied", () => {
  before(() => open());

  test("for the current form", async () => {
    await keyboard.type("#create-target", "it's");
    await keyboard.enter("#code-of-form");
    await keyboard.enter("#copy-code");
    await keyboard.sees(textOf, "已复制。", "announcement");
    assert.equal(
      await browser.clipboard(),
      `import { createClient } from "sfs-turbo-tasks";

const client = createClient({
  endpoint: "http://127.0.0.1:4010",
  projectId: "0123456789abcdef0123456789abcdef",
  token: process.env.SFS_TURBO_TOKEN,
});

const { taskId } = await client.createTask({
  shareId: "77ba6f4b-6365-4895-8dda-bc7142af4dde",
  type: "export",
  srcTarget: "it's",
  srcPrefix: "2026/",
});
console.log(taskId);`,
    );
  });

  test("for a sent request, for the command line and curl", async () => {
    await keyboard.enter("#request-rows tr:last-child button");
    await keyboard.enter("#request-details button");
    await keyboard.goTo("input[name=code-form]");
    await keyboard.press(Key.ARROW_RIGHT);
    await keyboard.enter("#copy-code");
    await keyboard.sees(textOf, "已复制。", "announcement");
    assert.equal(
      await browser.clipboard(),
      `sfs-turbo-tasks list \\
  --limit 6 \\
  --share 77ba6f4b-6365-4895-8dda-bc7142af4dde \\
  --project 0123456789abcdef0123456789abcdef \\
  --endpoint http://127.0.0.1:4010`,
    );
  });
});
