// What the elements do with clients, providers and texts that are not this package's, and that fail.
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

test("a watch that cannot be left, and an error that cannot be read, cause nothing that nobody catches", async () => {
  assert.deepEqual(await page.run("otherClients"), [
    [
      ["loading", ""],
      ["loading", ""],
      ["loading", ""],
      ["error", "Error"],
      ["error", "Error"],
      ["error", "Error"],
    ],
    [],
  ]);
});

test("times that went through JSON are shown, and what is no time is left out", async () => {
  assert.deepEqual(await page.run("otherTimes"), {
    json: ["Duration 1 h", "Ended Nov 27, 00:04 GMT+8"],
    none: false,
    rows: [
      ["Nov 26, 23:04", "1 h"],
      ["", ""],
    ],
  });
});

test("a value that is no listing is a final error of the table, and the next refresh shows tasks again", async () => {
  const row = ["error", [true], "running", 1];
  assert.deepEqual(await page.run("otherValues"), [[row, row, row], []]);
});

test("texts that throw are left out, all rows are drawn, and other texts are used in every row", async () => {
  const statuses = ["Successful", "成功", "Successful", "成功", "Successful", "Done"];
  assert.deepEqual(await page.run("otherTexts"), [statuses.map((status) => [100, status]), []]);
});

test("an element that is removed stops, even if its provider throws then", async () => {
  assert.deepEqual(await page.run("throwingProvider"), [[1], ["unsubscribe"]]);
});

test("a provider that moves or removes the element before it answers leaves no subscription and no wrong client", async () => {
  assert.deepEqual(await page.run("movingProviders"), {
    moved: [true, 0, 1, [0, 1]],
    removed: [null, 0, [0, 0]],
  });
});

test("a listener that refreshes an element awaits the next look, and not the one that it was told of", async () => {
  assert.deepEqual(
    await page.run("refreshingListeners"),
    [0, 1, 2, 3].flatMap((index) => [`looked ${index}`, `refreshed ${index}`]),
  );
});

test("a refusal to delete is not shown beside the tasks of another file system, and the page gets its event", async () => {
  assert.deepEqual(await page.run("lateRefusal"), ["share-1", 1, false, 2]);
});

test("the focus stays in the table when what has it is no longer shown", async () => {
  assert.deepEqual(await page.run("lostFocus"), { more: true, empty: true, page: true });
});

test("one class can be registered under several names", async () => {
  assert.deepEqual(await page.run("otherNames"), [[true, true, true, "SyntaxError"], true]);
});

test("a filter is 24 px high with a border that stands out, and a long type does not make a row high", async () => {
  assert.deepEqual(await page.run("filterLooks"), { contrasts: [true, true], isHigh: true, isRowLow: true });
});

test("the second click of a double click on a delete button hits no answer to the question", async () => {
  assert.deepEqual(await page.run("secondClick"), [false, false, ["Delete this task?", "Delete", "Keep"]]);
});
