// The fault matrix: everything that goes wrong, with every operation, in Node and in headless Chromium, on the packed
// package.
// @ts-check
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { expectObservation } from "./fault-expectations.mjs";
import { installFaults, runInPages, runnerInNode } from "./fault-matrix.mjs";
import { createMatrix } from "./fault-report.mjs";
import { concerns } from "./faults/expectation.mjs";
import { operations, recovering } from "./faults/operations.mjs";
import { faults, groups } from "./faults/table.mjs";

/** @typedef {import("./faults/run.mjs").Observation} Observation */
/** @typedef {import("./faults/operations.mjs").Operation} Operation */

/** A table that came out empty or short would pass: this many cells there are of an operation at least. */
const LEAST = 330;
/** The same of waits that look again: after some faults they would do so in vain, or too late for a test. */
const LEAST_RECOVERING = 310;

const matrix = createMatrix([
  { runtime: "Node", operations: [...operations, ...recovering] },
  { runtime: "Chromium", operations },
]);
/** @type {string} */
let folder;

before(async () => {
  folder = await installFaults();
});
after(() => console.log(matrix.text(groups)));

test("the matrix has enough cells, and no two rows of one name", () => {
  assert.equal(new Set(faults.map(({ name }) => name)).size, faults.length);
  for (const operation of [...operations, ...recovering]) {
    const cells = faults.filter((fault) => concerns(fault, operation)).length;
    const least = operation.recovers ? LEAST_RECOVERING : LEAST;
    assert.ok(cells >= least, `${operation.title}: ${cells} cells`);
  }
});

describe("in Node", () => {
  /** @type {Map<string, Record<string, Observation>>} */
  const observations = new Map();

  before(async () => {
    const runner = await runnerInNode(folder);
    try {
      for (const fault of faults) observations.set(fault.name, await runner.run(fault));
    } finally {
      await runner.close();
    }
  });

  judge("Node", operations, (name) => observations.get(name));
});

describe("in Node, as a wait goes on", () => {
  /** @type {Map<string, Record<string, Observation>>} */
  let observations;

  before(async () => {
    const runner = await runnerInNode(folder);
    try {
      observations = await runner.recover();
    } finally {
      await runner.close();
    }
  });

  judge("Node", recovering, (name) => observations.get(name));
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

  test("no page sees what no catch saw", () => {
    const escaped = faults.map(({ name }) => [name, observations.get(name)?.escaped ?? "not run"]);
    assert.deepEqual(
      escaped,
      faults.map(({ name }) => [name, []]),
    );
  });

  judge("Chromium", operations, (name) => observations.get(name)?.cells);
});

/**
 * A test for each cell.
 * @param {"Node" | "Chromium"} runtime
 * @param {readonly Operation[]} columns
 * @param {(name: string) => Record<string, Observation> | undefined} observed
 */
function judge(runtime, columns, observed) {
  for (const operation of columns) {
    const { title } = operation;
    describe(title, () => {
      for (const fault of faults.filter((row) => concerns(row, operation))) {
        const { name } = fault;
        test(`${title}: ${name}: ${runtime}`, () =>
          matrix.cell({ runtime, title, name }, () => {
            const observation = observed(name)?.[title];
            assert.ok(observation, "the cell was run");
            expectObservation(fault, operation, runtime, observation);
          }));
      }
    });
  }
}
