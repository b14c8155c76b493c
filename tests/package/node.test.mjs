// The installed package in Node, as an ES module and as CommonJS, against the emulator over HTTP.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { expectScenario } from "./expectations.mjs";
import { mustRun, runProgram } from "./program.mjs";
import { startService } from "./service.mjs";
import { installTarball } from "./tarball.mjs";

/** @type {string} */
let folder;

before(async () => {
  folder = await installTarball("scenario.mjs", "node-esm", "node-cjs");
});

for (const script of ["ask.mjs", "ask.cjs"]) {
  test(`${script} gets tasks and typed errors, and ends by itself`, async (t) => {
    const service = await startService();
    t.after(service.close);
    const { stdout, stderr } = await mustRun(process.execPath, [script, JSON.stringify(service.place)], {
      cwd: folder,
    });
    assert.equal(stderr, "");
    expectScenario(JSON.parse(stdout), service);
  });
}

for (const script of ["only-import.mjs", "only-require.cjs"]) {
  test(`${script} ends by itself and prints nothing`, async () => {
    assert.deepEqual(await runProgram(process.execPath, [script], { cwd: folder }), {
      code: 0,
      stdout: "",
      stderr: "",
    });
  });
}

test("importing adds no global and keeps nothing open", async () => {
  const { stdout } = await mustRun(process.execPath, ["globals.mjs"], { cwd: folder });
  assert.deepEqual(JSON.parse(stdout), { globals: [], open: [] });
});

test("a call leaves no timer behind, however long its timeout is", async (t) => {
  const service = await startService();
  t.after(service.close);
  const args = ["longest-timeout.mjs", JSON.stringify(service.place)];
  const { stdout } = await mustRun(process.execPath, args, { cwd: folder });
  assert.deepEqual(JSON.parse(stdout), { status: "DOING", errCode: "SFS.TURBO.0106", timers: [] });
});

test("a call whose time is over before the core has started ends, and the process does not, whatever the ids are", async () => {
  const { stdout } = await mustRun(process.execPath, ["no-time.mjs"], { cwd: folder });
  const { typed, kind } = JSON.parse(stdout);
  // Either the clock or the core may act first.
  assert.ok(["timeout", "invalid-request"].includes(kind), kind);
  assert.equal(typed, true);
});

test("an error that nobody catches is printed with all its fields, and without the token", async (t) => {
  const service = await startService();
  t.after(service.close);
  const args = ["uncaught.mjs", JSON.stringify(service.place)];
  const { code, stdout, stderr } = await runProgram(process.execPath, args, { cwd: folder });
  assert.equal(code, 1);
  assert.equal(stdout, "");
  const requestId = service.seen()[0]?.requestId;
  for (const line of [
    "kind: 'unauthenticated'",
    "errCode: 'APIGW.0301'",
    "httpStatus: 401",
    `requestId: '${requestId}'`,
  ]) {
    assert.ok(stderr.includes(line), `${line} is missing in:\n${stderr}`);
  }
  assert.ok(!stderr.includes(service.place.wrongToken), stderr);
});

test("the emulator of the package replaces fetch, so a test needs no server", async () => {
  const { stdout } = await mustRun(process.execPath, ["in-memory.mjs"], { cwd: folder });
  assert.deepEqual(JSON.parse(stdout), { status: "DOING", taskId: "7bd2a9b6-xxxx-4605-xxxx-512d636001b0" });
});
