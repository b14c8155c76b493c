// examples/admin-page in headless Chromium, with the packed tarball beside it and the emulator behind HTTP.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { servePages } from "../package/pages.mjs";
import { startBrowser } from "./browser-page.mjs";
import { installExample } from "./example.mjs";

/** @type {string} */
let folder;
/** @type {string} the example's own settings */
let ownSettings;
/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;

before(async () => {
  folder = await installExample("admin-page");
  ownSettings = readFileSync(join(folder, "settings.js"), "utf8");
  browser = await startBrowser();
});
after(() => browser?.close());

/**
 * Serves the page, with settings as a user writes them.
 * @param {import("node:test").TestContext} t
 * @param {{ token?: string, addTasks?: (add: import("sfs-turbo-tasks/emulator").Emulator["addTask"]) => void }} [options]
 */
async function openPage(t, { token, addTasks } = {}) {
  // A clock that does not move: a deletion continues until the test ends it.
  const moment = Date.now();
  const emulator = createEmulator({ now: () => moment });
  const server = await serveEmulator(emulator);
  t.after(server.close);
  const shareId = emulator.addFileSystem();
  addTasks?.((task) => emulator.addTask({ shareId, ...task }));
  const { projectId } = emulator;
  const given = JSON.stringify({ endpoint: server.url, projectId, token: token ?? emulator.token });
  writeSettings(`import { createClient } from "sfs-turbo-tasks";
export const client = createClient(${given});
export const shareId = ${JSON.stringify(shareId)};
`);
  await openSettings(t);
  return { emulator, shareId };
}

/** @param {string} text */
function writeSettings(text) {
  writeFileSync(join(folder, "settings.js"), text);
}

/** @param {import("node:test").TestContext} t */
async function openSettings(t) {
  const pages = await servePages(folder);
  t.after(pages.close);
  await browser.readConsole();
  await browser.open(`${pages.origin}/`);
}

const FOREVER = Number.POSITIVE_INFINITY;

test("without changes the page shows the tasks of its own emulator, with nothing in the console", async (t) => {
  writeSettings(ownSettings);
  await openSettings(t);
  await browser.shows("#count", ["251 in all"]);
  const noise = (await browser.readConsole()).filter((line) => !line.includes("/favicon.ico"));
  assert.deepEqual(noise, []);
});

test("the table has every task of many pages once, and the reason of a failed one", async (t) => {
  const { emulator, shareId } = await openPage(t, {
    addTasks(add) {
      for (let number = 0; number < 250; number += 1) add({ taskId: `task-${number}`, duration: 0 });
      add({ taskId: "failed", duration: 0, outcome: "FAIL", message: "The bucket <b>logs</b> is gone." });
    },
  });
  await browser.shows("#count", ["251 in all"]);
  const ids = await browser.texts("td.id");
  const expected = Array.from({ length: 250 }, (_, number) => `task-${number}`);
  assert.deepEqual(ids.toSorted(), [...expected, "failed"].toSorted());
  assert.deepEqual(await browser.texts("[data-status=FAIL] td:first-child"), [
    "FAIL\nThe bucket <b>logs</b> is gone.",
  ]);
  assert.ok(emulator.requests.every(({ path }) => path.includes(shareId)));
});

test("a running task is watched until it has ended", async (t) => {
  const { emulator, shareId } = await openPage(t, {
    addTasks: (add) => add({ taskId: "running", duration: FOREVER }),
  });
  await browser.click(".watch");
  await browser.shows(".watch[aria-pressed=true]", ["Watch"]);
  emulator.finishTask({ shareId, taskId: "running" }, { outcome: "FAIL", message: "The bucket is gone." });
  await browser.shows(".status", ["FAIL"]);
  await browser.shows(".message", ["The bucket is gone."]);
  await browser.shows(".watch[aria-pressed=true]", []);
});

test("a task is deleted after a confirmation, and its row is removed when the service no longer has it", async (t) => {
  const { emulator, shareId } = await openPage(t, {
    addTasks(add) {
      add({ taskId: "old", startTime: 0, duration: 0 });
      add({ taskId: "older", startTime: 0, duration: 0 });
    },
  });
  const deletions = () =>
    emulator.requests.filter(({ method }) => method === "DELETE").map(({ path }) => path);
  await browser.shows("#count", ["2 in all"]);
  await browser.click("tr:first-child .delete");
  await browser.shows("dialog .id", ["older"]);
  await browser.click("dialog [value=keep]");
  await browser.shows("dialog[open]", []);
  assert.deepEqual(deletions(), []);

  await browser.click("tr:first-child .delete");
  await browser.click("dialog [value=delete]");
  await browser.shows(".status", ["DELETING", "SUCCESS"]);
  emulator.deleteTask(shareId, "older", { duration: 0 });
  await browser.shows("#count", ["1 in all"]);
  await browser.shows("td.id", ["old"]);
  assert.deepEqual(
    deletions().map((path) => path.split("/").at(-1)),
    ["older"],
  );
});

test("a running task is deleted only after a warning", async (t) => {
  await openPage(t, { addTasks: (add) => add({ taskId: "running", duration: FOREVER }) });
  await browser.click(".delete");
  await browser.shows("dialog .warning:not([hidden])", [/still running/]);
});

test("a refusal is shown in the page, and the tasks stay", async (t) => {
  const { emulator } = await openPage(t, { addTasks: (add) => add({ taskId: "old", duration: 0 }) });
  await browser.shows("#count", ["1 in all"]);
  emulator.misbehave({
    status: 403,
    body: '{"errCode":"SFS.TURBO.9000","errMsg":"no privileges to operate"}',
  });
  await browser.click(".delete");
  await browser.click("dialog [value=delete]");
  await browser.shows("#problem", [/no permission .*SFS\.TURBO\.9000/]);
  assert.deepEqual(await browser.texts("td.id"), ["old"]);
});

test("a refused token is reported in the page, and the token is not shown", async (t) => {
  await openPage(t, { token: "MIIErefused" });
  await browser.shows("#problem", [/the token was refused .*APIGW\.0301/]);
  const [text = ""] = await browser.texts("body");
  assert.ok(!text.includes("MIIE"));
});
