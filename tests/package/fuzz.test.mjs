// A part of the fuzzing that is the same every time: thousands of arbitrary answers and arguments from a fixed seed.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { fuzz } from "./fuzz/run.mjs";
import { checkout, mustRun, runProgram } from "./program.mjs";

const INPUTS = process.env.SFS_TURBO_FUZZ_INPUTS ?? "10000";
const SEED = "1";

test(`${INPUTS} arbitrary inputs end in a task, a typed error, or the signal's reason`, async (t) => {
  const args = ["tests/package/fuzz.mjs", "--inputs", INPUTS, "--seed", SEED];
  const { code, stdout, stderr } = await runProgram(process.execPath, args, { cwd: checkout });
  t.diagnostic(stdout.trimEnd().split("\n").at(-7) ?? "");
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" }, stdout);
  assert.match(stdout, new RegExp(`^seed ${SEED}: ${INPUTS} inputs in `, "m"));
  assert.deepEqual(stdout.trimEnd().split("\n").slice(-6), [
    "  0 hangs",
    "  0 untyped rejections",
    "  0 traps",
    "  0 errors or tasks that break their type",
    "  0 errors that tell the token",
    "  0 rejections that nobody handles",
  ]);
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

for (const [problem, getTask] of Object.entries(SPOILT)) {
  test(`a package that is spoilt is noticed, and so is its input: ${problem}`, async () => {
    const api = { getTask, isSfsTurboError: (/** @type {any} */ error) => error?.typed === true };
    const { failures } = await fuzz(api, { seed: 1, from: 7, inputs: 2, hangs: 20 });
    const found = failures.map((failure) => [failure.index, failure.problem]);
    // An input that has a signal of its own may end with its reason; these two have none.
    assert.deepEqual(found, [
      [7, problem],
      [8, problem],
    ]);
  });
}

test("a package whose calls are as they should be passes", async () => {
  const api = { getTask: async () => TASK, isSfsTurboError: () => false };
  assert.deepEqual(await fuzz(api, { seed: 1, inputs: 300 }), { failures: [], ran: 300 });
});

test("a rejection that nobody handles is noticed", async () => {
  // In a process of its own, since the test runner would take it for a failure of this test.
  const script = `
    import { fuzz } from "./tests/package/fuzz/run.mjs";
    const getTask = async () => { Promise.reject(new Error("lost")); return ${JSON.stringify(TASK)}; };
    const { failures } = await fuzz({ getTask, isSfsTurboError: () => false }, { seed: 1, inputs: 1 });
    console.log(failures.map(({ problem }) => problem).join());
  `;
  const { stdout } = await mustRun(process.execPath, ["--input-type=module", "-e", script], {
    cwd: checkout,
  });
  assert.equal(stdout, "escaped\n");
});
