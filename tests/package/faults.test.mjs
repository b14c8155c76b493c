// The fault matrix: everything that goes wrong, with every operation, in Node and in headless Chromium, on the packed
// package. What comes of it is as expected, and no error tells a secret, in whatever form it is printed, logged, sent or
// stored.
// @ts-check
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { expectObservation } from "./fault-expectations.mjs";
import { installFaults, runInPages, runnerInNode } from "./fault-matrix.mjs";
import { createMatrix } from "./fault-report.mjs";
import { muteConsole, placesInNode } from "./fault-telling.mjs";
import { tellsSecret } from "./faults/credentials.mjs";
import { concerns, expectationOf } from "./faults/expectation.mjs";
import { operations, recovering } from "./faults/operations.mjs";
import { faults, groups } from "./faults/table.mjs";

/** @typedef {import("./faults/run.mjs").Observation} Observation */
/** @typedef {import("./faults/operations.mjs").Operation} Operation */

/** A table that came out empty or too short would pass, so each operation has at least this number of cells. */
const LEAST = 400;
/** The same for waits that continue: after some faults they would do so in vain, or too late for a test. */
const LEAST_RECOVERING = 360;

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

test("the matrix has enough cells, and no two rows with the same name", () => {
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
  /** Each error that there was, and where it told a secret. @type {{ row: string, title: string, places: string[] }[]} */
  const errors = [];
  /** @type {unknown[]} */
  let printed;

  before(async () => {
    const runner = await runnerInNode(folder, (error, { name: row }, { title }) =>
      errors.push({ row, title, places: placesInNode(error) }),
    );
    const takePrinted = muteConsole();
    try {
      for (const fault of faults) observations.set(fault.name, await runner.run(fault));
    } finally {
      printed = takePrinted();
      await runner.close();
    }
  });

  test("nothing is printed", () => assert.deepEqual(printed, []));

  for (const [group, rows] of Object.entries(groups)) {
    test(`no error contains a secret: ${group}`, () => {
      const own = errors.filter(({ row }) => rows.some(({ name }) => name === row));
      assert.deepEqual(
        own.filter(({ places }) => places.length > 0),
        [],
      );
      const failing = operations.filter((operation) =>
        rows.some(
          (fault) => concerns(fault, operation) && expectationOf(fault, operation, "Node").kind !== undefined,
        ),
      );
      const seen = own.map(({ title }) => title);
      assert.deepEqual(
        failing.map(({ title }) => title).filter((title) => !seen.includes(title)),
        [],
        "there were errors of all to look at",
      );
    });
  }

  judge("Node", operations, (name) => observations.get(name));
});

describe("in Node, as a wait continues", () => {
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
  /** @type {string[]} */
  let consoles;

  before(async () => {
    const browser = await startBrowser();
    try {
      ({ observations, consoles } = await runInPages(folder, browser));
    } finally {
      await browser.close();
    }
  });

  test("the page has no unhandled error", () => {
    const escaped = faults.map(({ name }) => [name, observations.get(name)?.escaped ?? "not run"]);
    assert.deepEqual(
      escaped,
      faults.map(({ name }) => [name, []]),
    );
  });

  for (const [group, rows] of Object.entries(groups)) {
    test(`no error contains a secret, and nothing is printed: ${group}`, () => {
      const told = rows.flatMap(({ name }) =>
        (observations.get(name)?.told ?? ["not run"]).map((place) => `${name}: ${place}`),
      );
      assert.deepEqual(told, []);
      assert.deepEqual(
        rows.flatMap(({ name }) => observations.get(name)?.printed ?? []),
        [],
      );
    });
  }

  test("the console shows no secret, except in a reason phrase that the browser itself repeats", () => {
    assert.deepEqual(consoles.map(withoutReasonPhrase).filter(tellsSecret), []);
    assert.notDeepEqual(consoles, [], "there are such lines");
  });

  judge("Chromium", operations, (name) => observations.get(name)?.cells);
});

/** A page cannot prevent the browser's line for an answer without success. @param {string} line */
function withoutReasonPhrase(line) {
  return line.replace(/(the server responded with a status of \d+) \(.*\)$/, "$1");
}

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
