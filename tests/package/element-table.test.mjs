// <sfs-turbo-tasks> of the installed package in a real browser: rows, order, filters, choice, deletion, and the keyboard.
// @ts-check
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { openElementPage } from "./element-page.mjs";

/** @typedef {import("./element-page.mjs").ElementPage} ElementPage */

/** @type {ElementPage} */
let page;

before(async () => {
  page = await openElementPage();
  await page.run("earlyProperties");
});
after(() => page?.close());

const top = ["Import and export tasks", "Type", "Status"];
const head = ["Import and export tasks", "Status", "Type", "Path", "Started", "Duration", "Task"];

test("one listing fills the table, and the button below loads more", async () => {
  assert.deepEqual(await page.run("tableLife"), {
    loading: ["loading", "true", true],
    asked: { shareId: "share-1", limit: 3 },
    shown: [
      ...[...top, ...head],
      ...["In progress", "Export", "results/2026/", "Nov 26, 23:04", "12 min 40 s", "5f5bd2c4…0001"],
      ...["Successful", "Data preload", "models/", "Nov 26, 22:16", "10 min", "5f5bd2c4…0002"],
      ...["Failed", "Additional metadata import", "archive/2025/", "The bucket is gone.", "5f5bd2c4…0003"],
      ...["3 / 8", "Show more"],
    ],
    more: [
      [3, 1],
      [6, 0],
    ],
    empty: [[...top, "There are no tasks."], 0, false],
    events: [
      ["sfs-tasks-update", 3, 3, 8],
      ["sfs-tasks-update", 0, 0, 0],
    ],
  });
});

test("an update changes only the row of the changed task, is announced, and leaves the focus where it is", async () => {
  assert.deepEqual(await page.run("keyedRows"), {
    touched: ["row 1", "unseen"],
    spoken: "Export: results/2026/: Successful",
    reordered: { isKept: true, place: 3 },
    // The row that had the focus is gone, so the last row has it.
    removed: 2,
    left: 0,
  });
});

test("the head of each column sorts up, down, and not at all, and rows without a value come last", async () => {
  const way = ["ascending", "descending", null];
  const orders = ["132 231 123", "132 231 123", "321 123 123", "213 123 123", "213 123 123"];
  assert.deepEqual(
    await page.run("order"),
    orders.flatMap((order) => order.split(" ").map((ids, index) => [ids, way[index]])),
  );
});

test("a filter is sent to the service, and may be a value that this version does not know", async () => {
  assert.deepEqual(await page.run("filters"), {
    options: [
      ["All", "Additional metadata import", "Quick import", "Data preload", "Export"],
      ["All", "In progress", "Successful", "Failed", "Being deleted"],
    ],
    asked: [
      ["", "", 1],
      ["export", "", 1],
      ["export", "ARCHIVED", 0],
    ],
    attributes: ["export", "ARCHIVED"],
    chosen: ["export", "ARCHIVED"],
    left: 0,
  });
});

test("a chosen row is marked, and the page gets an event", async () => {
  assert.deepEqual(await page.run("choice"), {
    current: [null, "true", null],
    told: [["sfs-task-select", "5f5bd2c4-0000-4000-8000-000000000002"]],
  });
});

test("a task is deleted after a confirmation, and a refusal is shown", async () => {
  assert.deepEqual(await page.run("removal"), {
    label: "Delete: Export: results/2026/",
    asked: ["Delete this task?\nDelete\nKeep", "keep", 0],
    // An update of the row keeps the question.
    still: [false, "keep"],
    kept: [true, null, "delete"],
    taskId: ["share-1", "5f5bd2c4-0000-4000-8000-000000000001"],
    busy: [true, "path"],
    deleting: [true, 2],
    refused: ["alert", "No permission: no", "SFS.TURBO.9000", "Try again"],
    retried: [3, false],
    deletions: 2,
    events: [
      ["sfs-tasks-update", ""],
      ["sfs-task-delete", "1"],
      ["sfs-tasks-update", ""],
      ["sfs-task-delete", "1"],
      ["sfs-tasks-update", ""],
      ["sfs-task-delete", "2"],
      ["sfs-task-error", false],
    ],
  });
});

test("a page that prevents the deletion deletes the task itself, and rows have the button only if the page sets it", async () => {
  assert.deepEqual(await page.run("prevention"), { question: null, deletions: 0, buttons: 0 });
});

test("a failed look is shown until the next good one, and an error is announced with a button to try again", async () => {
  assert.deepEqual(await page.run("tableFaults"), {
    late: [null, "Service is busy: Last seen 40 s ago · Next look in 12 s", "Try again"],
    back: false,
    failed: ["error", "alert", "Not signed in: Token must be updated", "APIGW.0307", "Try again"],
    events: [false, true],
  });
});

test("the clock draws only the running durations", async () => {
  assert.deepEqual(await page.run("clock"), {
    before: ["12 min 40 s", "10 min", ""],
    after: ["13 min", "10 min", ""],
    changes: 1,
  });
});

test("an update of a thousand rows changes only the row of the changed task", async () => {
  // The head of the table is a row too.
  assert.deepEqual(await page.run("thousandRows"), { rows: 1_000, touched: [501] });
});

test("if all of a thousand rows change, no frame writes more than twenty, and the newest answer is shown", async () => {
  const frames = new Array(50).fill(20);
  assert.deepEqual(await page.run("rowsPerFrame"), {
    // The first twenty are shown at once.
    shown: [20, 1_000, frames],
    changed: [1_000, frames],
    replaced: [[20, 0], 1_000, [20, ...frames]],
    sorted: ["task-999", [...frames.slice(1), 19]],
    ticked: [1_000, 20],
    removed: 20,
    back: 1_000,
    hidden: 1_000,
    hiddenMeanwhile: [20, 1_000],
    slow: 1_000,
  });
});

test("assistive technology sees a table with its rows, heads and cells, including rows out of view", async () => {
  await page.run("longTable");
  const driver = /** @type {import("selenium-webdriver/chromium.js").ChromiumWebDriver} */ (page.driver);
  const tree = await driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  const { nodes } = /** @type {any} */ (tree);
  const byId = new Map(nodes.map((/** @type {any} */ node) => [node.nodeId, node]));
  const named = (/** @type {any} */ node) => `${node.role.value} ${node.name?.value ?? ""}`.trim();
  const below = (/** @type {any} */ node, /** @type {string} */ role) =>
    node.childIds
      .map((/** @type {string} */ id) => byId.get(id))
      .flatMap((/** @type {any} */ child) => (child.role?.value === role ? [child] : below(child, role)));
  const table = nodes.find((/** @type {any} */ node) => node.role?.value === "table");
  assert.equal(named(table), "table Import and export tasks");
  const [head, ...rows] = below(table, "row");
  assert.equal(rows.length, 300);
  const columns = ["Status", "Type", "Path", "Started", "Duration", "Task"];
  assert.deepEqual(
    below(head, "columnheader").map(named),
    columns.map((name) => `columnheader ${name}`),
  );
  const cells = ["In progress", "Export", "target-299/2026/", "Nov 26, 23:04", "12 min 40 s", "task-299", ""];
  assert.deepEqual(
    below(rows.at(-1), "cell").map((/** @type {any} */ cell) => named(cell).replace(/\u00a0/g, " ")),
    cells.map((name) => `cell ${name}`.trim()),
  );
});

test("everything works with the keyboard alone", async () => {
  const { driver } = page;
  await page.run("keyboard");
  const press = async (/** @type {string[]} */ ...keys) => {
    for (const key of keys) await driver.actions().sendKeys(key).perform();
    return where();
  };
  const where = async () => {
    const { active, row, told } = await page.run("whereFocusIs");
    return [active, row, told.join(" ")];
  };
  // Both filters, then the five heads.
  await press(Key.TAB, Key.TAB);
  assert.deepEqual(await press(Key.TAB), ["sort Status", -1, ""]);
  assert.deepEqual(await press(Key.ENTER), ["sort Status", -1, ""]);
  assert.deepEqual(await press(Key.ENTER, Key.ENTER), ["sort Status", -1, ""]);
  await press(Key.TAB, Key.TAB, Key.TAB, Key.TAB);
  assert.deepEqual(await press(Key.TAB), ["path results/2026/", 0, ""]);
  assert.deepEqual(await press(Key.ENTER), ["path results/2026/", 0, "sfs-task-select"]);
  assert.deepEqual(await press(Key.TAB), ["delete Delete: Export: results/2026/", 0, "sfs-task-select"]);
  const asked = "sfs-task-select sfs-task-delete";
  assert.deepEqual(await press(Key.SPACE), ["keep Keep", 0, asked]);
  assert.deepEqual(await press(Key.ESCAPE), ["delete Delete: Export: results/2026/", 0, asked]);
  const again = `${asked} sfs-task-delete`;
  assert.deepEqual(await press(Key.ENTER), ["keep Keep", 0, again]);
  await driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
  assert.deepEqual(await where(), ["confirm Delete", 0, again]);
  assert.deepEqual(await press(Key.ENTER), ["path results/2026/", 0, again]);
});
