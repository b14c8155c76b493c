// No error of the fault matrix tells a token, in whatever form it is printed, logged, sent or stored.
// @ts-check
import assert from "node:assert/strict";
import { after, before, describe, mock, test } from "node:test";
import { inspect } from "node:util";
import { startBrowser } from "./browser.mjs";
import { installFaults, runInPages, runnerInNode } from "./fault-matrix.mjs";
import { GOOD, LONG, STALE, tellsToken } from "./faults/credentials.mjs";
import { operations } from "./faults/operations.mjs";
import { groups } from "./faults/table.mjs";
import { formsOf, whereTold } from "./faults/telling.mjs";

const CONSOLE = /** @type {const} */ (["log", "info", "debug", "warn", "error", "trace", "dir", "table"]);

const names = operations.map(({ name }) => name).sort();

/** @type {string} */
let folder;

before(async () => {
  folder = await installFaults();
});

describe("the examination itself", () => {
  test("notices a token, and a piece of one", () => {
    assert.equal(tellsToken(`x${GOOD}y`), true);
    assert.equal(tellsToken(LONG.slice(1_000, 1_100)), true);
    assert.equal(tellsToken(`${GOOD.slice(0, 10)} ${STALE.slice(0, 10)}`), false);
  });

  for (const [name, error] of Object.entries({
    message: new Error(GOOD),
    "a property": Object.assign(new Error("x"), { config: GOOD }),
    "the stack": Object.assign(new Error("x"), { stack: GOOD }),
    "a cause's cause": new Error("x", { cause: new Error("y", { cause: new Error(GOOD) }) }),
  })) {
    test(`notices a token in ${name}`, () => assert.notDeepEqual(placesInNode(error), []));
  }

  test("notices a token in a property that is hidden and deep, which only an inspector shows", () => {
    const error = Object.defineProperty(new Error("x"), "request", { value: { headers: { token: GOOD } } });
    assert.deepEqual(placesInNode(error), ["inspect"]);
  });
});

describe("in Node", () => {
  /** @type {string[]} */
  let told = [];
  /** How many errors there were of each operation. @type {Record<string, number>} */
  let errors = {};
  /** @type {Awaited<ReturnType<typeof runnerInNode>>} */
  let runner;

  before(async () => {
    runner = await runnerInNode(folder, (error, fault, { name }) => {
      errors[name] = (errors[name] ?? 0) + 1;
      told.push(...placesInNode(error).map((place) => `${name}: ${fault.name}: ${place}`));
    });
  });
  after(() => runner?.close());

  for (const [group, faults] of Object.entries(groups)) {
    test(`no error tells a token, and nothing is printed: ${group}`, async (t) => {
      told = [];
      errors = {};
      const calls = CONSOLE.map((name) => mock.method(console, name, () => {}));
      for (const fault of faults) await runner.run(fault);
      const printed = calls.flatMap(({ mock: { calls } }) => calls.map((call) => call.arguments));
      mock.restoreAll();
      assert.deepEqual(told, []);
      assert.deepEqual(printed, []);
      assert.deepEqual(Object.keys(errors).sort(), names, "there were errors of all to look at");
      t.diagnostic(JSON.stringify(errors));
    });
  }
});

describe("in Chromium", () => {
  /** @type {Awaited<ReturnType<typeof runInPages>>} */
  let matrix;

  before(async () => {
    const browser = await startBrowser();
    try {
      matrix = await runInPages(folder, browser);
    } finally {
      await browser.close();
    }
  });

  for (const [group, faults] of Object.entries(groups)) {
    test(`no error tells a token, and nothing is printed: ${group}`, () => {
      const told = faults.flatMap(({ name }) =>
        (matrix.observations.get(name)?.told ?? ["not run"]).map((place) => `${name}: ${place}`),
      );
      assert.deepEqual(told, []);
      const printed = faults.flatMap(({ name }) => matrix.observations.get(name)?.printed ?? []);
      assert.deepEqual(printed, []);
    });
  }

  test("the console tells no token, but in a reason phrase that the browser itself repeats", () => {
    assert.deepEqual(matrix.consoles.map(withoutReasonPhrase).filter(tellsToken), []);
    assert.notDeepEqual(matrix.consoles, [], "there are such lines");
  });
});

/** No page can keep a browser from its line for an answer that is no success. @param {string} line */
function withoutReasonPhrase(line) {
  return line.replace(/(the server responded with a status of \d+) \(.*\)$/, "$1");
}

/** The forms that tell a token, with those that only Node has. @param {unknown} error */
function placesInNode(error) {
  if (!(error instanceof Error)) return whereTold(error);
  const inspected = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true });
  const forms = { ...formsOf(error), inspect: `${inspected}\n${inspect(error)}` };
  return Object.entries(forms).flatMap(([name, text]) => (tellsToken(text) ? [name] : []));
}
