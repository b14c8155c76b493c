// When the elements of the installed package send requests, and when they do not: changes, moves, pauses, the end.
// @ts-check
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openElementPage } from "./element-page.mjs";

/** @typedef {import("./element-page.mjs").ElementPage} ElementPage */

/** @type {ElementPage} */
let page;

before(async () => {
  page = await openElementPage();
  await page.run("earlyProperties");
});
after(() => page?.close());

test("all properties that are set at once cause one restart, and an answer for the earlier values is ignored", async () => {
  assert.deepEqual(await page.run("changes"), {
    restarted: [
      ["task-1", 1],
      ["task-2", 0],
    ],
    asked: ["share-2", "task-2"],
    stale: { told: 0, task: null },
    interval: 300,
    // A property that is set to its current value changes nothing.
    same: 2,
    // Another interval starts the polling anew, and the element keeps what it has shown.
    slower: {
      watches: [
        ["task-1", 1],
        ["task-2", 1],
        ["task-2", 0],
      ],
      task: "task-2",
    },
    // Another client may see another task.
    left: null,
  });
});

test("a moved element continues, a removed one stops at once, and one that is put back starts anew", async () => {
  assert.deepEqual(await page.run("moves"), {
    moved: [["task-1", 0]],
    removed: [["task-1", 1]],
    back: [
      ["task-1", 1],
      ["task-1", 0],
    ],
    // A task that has ended is not requested again.
    settled: [
      ["task-1", 1],
      ["task-1", 0],
    ],
  });
});

test("a paused element sends no request, and keeps what it has shown", async () => {
  assert.deepEqual(await page.run("pauses"), {
    idle: ["idle", 0, true],
    paused: ["idle", 1, true],
    // Nothing waits for a connection any more.
    notices: [true, false],
    watches: 2,
    attribute: false,
  });
});

test("without a client or an id no request is sent", async () => {
  const idle = ["idle", 0, null];
  assert.deepEqual(await page.run("incomplete"), [idle, idle, idle, idle]);
});

test("refresh() settles after the look, even if the element is removed", async () => {
  assert.deepEqual(await page.run("refreshes"), {
    order: ["asked", "refreshed", "removed"],
    watches: [
      ["task-1", 1],
      ["task-1", 1],
    ],
  });
});

test("twenty elements have one timer, and no timer after they are removed", async () => {
  const { during, after, returned } = await page.run("leaks");
  assert.deepEqual({ during, after, returned }, { during: 1, after: 0, returned: new Array(20).fill(1) });
});

test("a thousand cards poll with a thousand requests, share one style sheet, and stop when the page removes them", async () => {
  assert.deepEqual(await page.run("thousand"), { running: 1_000, ids: 1_000, sheets: 1, returned: 1_000 });
});

test("an element without a client requests one once, and uses what a provider gives, now and later, until it is removed", async () => {
  const asked = [
    ["sfs-turbo-client", true, "sfs-turbo-tasks"],
    ["sfs-turbo-client", true, "sfs-turbo-task"],
  ];
  assert.deepEqual(await page.run("providers"), {
    begun: [asked, [0, 0], [0]],
    later: [
      [1, 1],
      [0, 0],
    ],
    mine: [true, [0, 1]],
    back: [true, [0, 1, 0], 2],
    moved: [3, 2, [1, 1, 0, 0]],
    removed: [0, [1, 1, 1, 1], [1, 1, 1], true],
    outside: [null, "idle"],
  });
});

test("the task is shown in the frame of the first answer", async () => {
  assert.deepEqual(await page.run("firstPaint"), { "sfs-turbo-task": 0, "sfs-turbo-tasks": 0 });
});

test("nothing remains in memory of elements that a page has removed", async () => {
  assert.equal(await page.run("remove"), 20);
  const driver = /** @type {import("selenium-webdriver/chromium.js").ChromiumWebDriver} */ (page.driver);
  await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
  assert.equal(await page.run("leftOfRemoved"), 0);
});

test("with the real client a removed element leaves no request under way and no listener", async () => {
  assert.deepEqual(await page.run("requests"), { requests: 2, aborted: true, during: 2, after: 0 });
});

test("with the real client a task is deleted from the table, and is gone in the end", async () => {
  assert.deepEqual(await page.run("deletes"), { methods: ["DELETE"], state: "gone", tasks: 0 });
});
