// The fault matrix: everything that goes wrong, in Node and in headless Chromium, on the packed package.
// @ts-check
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { expectObservation } from "./fault-expectations.mjs";
import { installFaults, runInPages, runnerInNode } from "./fault-matrix.mjs";
import { createMatrix } from "./fault-report.mjs";
import { faults, groups } from "./faults/table.mjs";

/** A table that came out empty or short would pass: this many rows there are at least. */
const LEAST = 60;

const matrix = createMatrix(["Node", "Chromium"]);
/** @type {string} */
let folder;

before(async () => {
  folder = await installFaults();
});
after(() => console.log(matrix.text(groups)));

test("the matrix has enough rows, and no two of one name", () => {
  const names = new Set(faults.map(({ name }) => name));
  assert.equal(names.size, faults.length);
  assert.ok(names.size >= LEAST, `${names.size} rows`);
});

describe("in Node", () => {
  /** @type {Awaited<ReturnType<typeof runnerInNode>>} */
  let runner;

  before(async () => {
    runner = await runnerInNode(folder);
  });
  after(() => runner?.close());

  for (const fault of faults) {
    test(`${fault.name}: Node`, () =>
      matrix.cell(fault.name, "Node", async () => {
        expectObservation(fault, "Node", await runner.run(fault));
      }));
  }
});

describe("in Chromium", () => {
  /** @type {Awaited<ReturnType<typeof runInPages>>["observations"]} */
  let observations;

  before(async () => {
    const browser = await startBrowser();
    try {
      ({ observations } = await runInPages(folder, browser));
    } finally {
      await browser.close();
    }
  });

  for (const fault of faults) {
    test(`${fault.name}: Chromium`, () =>
      matrix.cell(fault.name, "Chromium", async () => {
        const observation = observations.get(fault.name);
        assert.ok(observation, "the page reports the row");
        assert.deepEqual(observation.escaped, [], "what no catch saw");
        expectObservation(fault, "Chromium", observation);
      }));
  }
});
