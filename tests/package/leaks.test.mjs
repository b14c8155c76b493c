// What a call leaves behind when it is over: no listener, no timer, no unhandled rejection.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { AT_ONCE as CALLS_AT_ONCE } from "./consumers/one-signal/one-signal.mjs";
import { installFaults } from "./fault-matrix.mjs";
import { startControl } from "./fault-servers/control.mjs";
import { startFaultServers } from "./fault-servers/servers.mjs";
import { faults } from "./faults/table.mjs";
import { servePages } from "./pages.mjs";
import { mustRun } from "./program.mjs";
import { installTarball } from "./tarball.mjs";

const CALLS = 10_000;

/** The expected results of the calls on one signal: each of six endings in turn. */
const OUTCOMES = [
  "a task",
  "SFS.TURBO.0106",
  "CLIENT.INVALID_REQUEST",
  "CLIENT.NO_CREDENTIALS",
  "CLIENT.NETWORK",
  "CLIENT.TIMEOUT",
].sort();

/** Milliseconds; a script that a timer keeps alive would take 25 days. */
const AT_ONCE = 30_000;

/** @type {string} */
let folder;

before(async () => {
  folder = await installTarball("endings", "one-signal");
});

const ENDINGS = {
  success: "a task",
  failure: "SFS.TURBO.0106",
  "bad argument": "CLIENT.INVALID_REQUEST",
  "network failure": "CLIENT.NETWORK",
  timeout: "CLIENT.TIMEOUT",
  "timeout in a body": "CLIENT.TIMEOUT",
  "timeout in a body without end, which is cancelled": "CLIENT.TIMEOUT",
  attemptTimeout: "CLIENT.TIMEOUT",
  "abort before the start": "enough",
  "abort while connecting": "enough",
  "abort in a body": "enough",
  "abort in a pause": "enough",
  "abort in a token function": "enough",
};

for (const [ending, outcome] of Object.entries(ENDINGS)) {
  test(`a script ends at once after: ${ending}`, async () => {
    const { stdout, stderr } = await mustRun(process.execPath, ["ending.mjs", ending], {
      cwd: folder,
      deadline: AT_ONCE,
    });
    assert.equal(stderr, "");
    assert.deepEqual(JSON.parse(stdout), { outcome, timers: [] });
  });
}

test(`${CALLS} calls on one signal leave no listener on it in Node`, async () => {
  const { onSignal, timers, warnings: _, ...report } = await callOftenInNode(CALLS);
  expectNoListener(report);
  assert.deepEqual({ onSignal, timers }, { onSignal: 0, timers: [] });
});

test("fifty calls at once on one signal cause no warning in Node, as with its own fetch", async () => {
  const { warnings } = await callOftenInNode(50);
  assert.deepEqual(warnings, []);
});

test(`${CALLS} calls on one signal leave no listener on it in Chromium`, async (t) => {
  const pages = await servePages(folder);
  t.after(pages.close);
  const browser = await startBrowser();
  t.after(browser.close);
  const { report } = await browser.visit(`${pages.origin}/one-signal.html?calls=${CALLS}`);
  expectNoListener(report);
});

test("no fault causes an unhandled rejection, and none keeps a timer", async (t) => {
  const servers = await startFaultServers();
  t.after(servers.close);
  const control = await startControl(servers);
  t.after(control.close);
  const args = ["--unhandled-rejections=strict", "faults-in-node.mjs", control.url];
  const { stdout, stderr } = await mustRun(process.execPath, args, { cwd: await installFaults() });
  assert.equal(stderr, "");
  assert.deepEqual(JSON.parse(stdout), { rows: faults.length, escaped: [], timers: [] });
});

/** @param {number} calls */
async function callOftenInNode(calls) {
  const { stdout } = await mustRun(process.execPath, ["one-signal-in-node.mjs", `${calls}`], { cwd: folder });
  return JSON.parse(stdout);
}

/** @param {{ outcomes: Record<string, number>, added: number, left: number, most: number, failure?: string }} report */
function expectNoListener({ outcomes, added, left, most, failure }) {
  assert.equal(failure, undefined);
  assert.deepEqual(Object.keys(outcomes).sort(), OUTCOMES);
  assert.equal(
    Object.values(outcomes).reduce((sum, count) => sum + count),
    CALLS,
  );
  assert.equal(left, 0);
  // Calls that wait at the same time share one listener. Without any listener, nothing would have been counted.
  assert.equal(most, 1);
  assert.equal(added, CALLS / CALLS_AT_ONCE);
}
