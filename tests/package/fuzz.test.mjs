// The part of the fuzzing that is the same every time: thousands of arbitrary answers and arguments from a fixed seed.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { operationNames } from "./fuzz/operations.mjs";
import { fuzz, fuzzAgain } from "./fuzz/run.mjs";
import { checkout, mustRun, runProgram } from "./program.mjs";

const INPUTS = process.env.SFS_TURBO_FUZZ_INPUTS ?? "10000";
const SEED = "1";

test(`${INPUTS} arbitrary inputs end in a result, a typed error, or the caller's own`, async (t) => {
  const args = ["tests/package/fuzz.mjs", "--inputs", INPUTS, "--seed", SEED];
  const { code, stdout, stderr } = await runProgram(process.execPath, args, { cwd: checkout });
  t.diagnostic(stdout.trimEnd().split("\n").at(-7) ?? "");
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" }, stdout);
  assert.match(stdout, new RegExp(`^seed ${SEED}: ${INPUTS} inputs in `, "m"));
  assert.deepEqual(stdout.trimEnd().split("\n").slice(-6), [
    "  0 hangs",
    "  0 untyped rejections",
    "  0 traps",
    "  0 errors or results that break their type",
    "  0 errors that tell a secret",
    "  0 rejections that nobody handles",
  ]);
});

test("an input runs again by the seed of its lane, which may be negative", async () => {
  const args = ["tests/package/fuzz.mjs", "--seed=-77", "--only", "3", "--operation", "getTask"];
  const { code, stdout, stderr } = await runProgram(process.execPath, args, { cwd: checkout });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  assert.match(stdout, /^seed -77: 1 inputs in /);
});

const TASK = {
  taskId: "t",
  type: "",
  status: "DOING",
  startTime: null,
  endTime: null,
  requestId: null,
  raw: {},
};

/** Fields that an error of the package has. @param {object} changes */
const typed = (changes) =>
  Object.assign(new Error("said"), {
    ...{ typed: true, kind: "network", errCode: "CLIENT.NETWORK", errMsg: "said", httpStatus: null },
    ...{ requestId: null, retryable: true, attempts: 1, field: null, ...changes },
  });

const SPOILT = {
  hang: () => new Promise(() => {}),
  untyped: () => Promise.reject(new Error("no type")),
  trap: () => Promise.reject(typed({ kind: "runtime" })),
  untrue: () => Promise.reject(typed({ errCode: "" })),
  told: () => Promise.reject(typed({ message: "MIIEtokenThatNobodyMayRead" })),
};

/** What operations give that need not be promised. @type {Record<string, unknown>} */
const GOOD = {
  listTasks: { tasks: [TASK], count: 1, requestId: null, raw: {} },
  watchTasks: { tasks: [TASK], count: 1, requestId: null, raw: {}, changed: [] },
};

/**
 * A package whose operations all do the same.
 * @param {(name: string) => Promise<unknown>} settle
 */
function packageOf(settle) {
  const functions = operationNames.map((name) => {
    const isIterated = name.startsWith("watch") || name === "listAllTasks";
    const iterate = async function* () {
      yield await settle(name);
    };
    return [name, isIterated ? iterate : () => settle(name)];
  });
  const isSfsTurboError = (/** @type {any} */ error) => error?.typed === true;
  return { ...Object.fromEntries(functions), isSfsTurboError };
}

const goodPackage = packageOf(async (name) => GOOD[name] ?? TASK);

for (const [problem, settle] of Object.entries(SPOILT)) {
  test(`a defect in the package is found, and the printed command finds it again: ${problem}`, async () => {
    for (const name of operationNames) {
      const names = [name];
      const { failures } = await fuzz(packageOf(settle), { seed: 1, inputs: 2, names, hangs: 20 });
      // An input with its own signal may end with the signal's reason; these two have none.
      assert.deepEqual(
        failures.map((failure) => [failure.index, failure.problem]),
        [
          [0, problem],
          [0, problem],
        ],
        name,
      );
      for (const { seed, index } of failures) {
        const again = await fuzzAgain(packageOf(settle), { seed, index, names, hangs: 20 });
        assert.equal(again?.problem, problem, name);
      }
      const good = await fuzzAgain(goodPackage, { seed: 1, index: 0, names });
      assert.equal(good, undefined, name);
    }
  });
}

test("the smallest failing input is reported, and it is the same each time", async () => {
  const getTask = (/** @type {any} */ { headers }) =>
    "X-Any" in Object(headers) ? Promise.reject(new Error("no type")) : Promise.resolve(TASK);
  const told = async () => {
    const { failures } = await fuzz(
      { getTask, isSfsTurboError: () => false },
      { seed: 1, inputs: 400, names: ["getTask"] },
    );
    return failures.map(({ makeInput, seed, index }) => ({ seed, index, options: makeInput().options }));
  };
  const failures = await told();
  const sorted = (/** @type {any} */ { fetch, ...options }) => [typeof fetch, options];
  const [smallest] = failures;
  assert.deepEqual(sorted(smallest?.options), [
    "function",
    {
      endpoint: "https://sfs.example",
      projectId: "p",
      token: "MIIEtokenThatNobodyMayRead",
      shareId: "s",
      taskId: "t",
      timeout: 20,
      attemptTimeout: 1,
      maxRetries: 0,
      headers: { Cookie: "sessionId=ThatNobodyMayReadEither", "X-Any": "any" },
    },
  ]);
  assert.deepEqual(
    (await told()).map(({ seed, index }) => [seed, index]),
    failures.map(({ seed, index }) => [seed, index]),
  );
});

for (const [what, message] of Object.entries({
  "the secret of a key": "sKSecondSecretThatNobodyMayRead",
  "a security token": "gQFirstSecurityTokenThatNobodyMayRead",
  "a cookie": "sessionId=ThatNobodyMayReadEither",
  "a signature": "52599b0dd956ddff6f6a493211e5af6f6b75dc63868f4c80f53216c85277f1a6",
})) {
  test(`a package that shows ${what} is found`, async () => {
    const telling = packageOf(() => Promise.reject(typed({ message: `sent ${message}!` })));
    const { failures } = await fuzz(telling, { seed: 1, inputs: 1, names: ["getTask"] });
    assert.deepEqual(
      failures.map(({ problem }) => problem),
      ["told"],
    );
  });
}

test("a result that is not of its type is found", async () => {
  for (const name of operationNames) {
    const spoilt = packageOf(async () => ({ taskId: 5, requestId: 5, tasks: [5] }));
    const { failures } = await fuzz(spoilt, { seed: 1, inputs: 1, names: [name] });
    assert.deepEqual(
      failures.map(({ problem }) => problem),
      ["untrue"],
      name,
    );
  }
});

test("a package with correct calls passes", async () => {
  assert.deepEqual(await fuzz(goodPackage, { seed: 1, inputs: 300 }), { failures: [], ran: 300 });
});

test("an unhandled rejection is found", async () => {
  // In its own process, since the test runner would take it for a failure of this test.
  const script = `
    import { fuzz } from "./tests/package/fuzz/run.mjs";
    const getTask = async () => { Promise.reject(new Error("lost")); return ${JSON.stringify(TASK)}; };
    const { failures } = await fuzz({ getTask, isSfsTurboError: () => false }, { seed: 1, inputs: 1, names: ["getTask"] });
    console.log(failures.map(({ problem }) => problem).join());
  `;
  const { stdout } = await mustRun(process.execPath, ["--input-type=module", "-e", script], {
    cwd: checkout,
  });
  assert.equal(stdout, "escaped\n");
});
