// examples/nightly-script, as a separate job with the packed tarball installed, against the emulator.
// @ts-check
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { before, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { checkout } from "../package/program.mjs";
import { installTarball } from "../package/tarball.mjs";

const PROMPTLY = Object.freeze({ taskDuration: 0 });
const noSignals = process.platform === "win32" && "no program of this system is sent signals";
const FOREVER = Object.freeze({ taskDuration: Number.POSITIVE_INFINITY });

/** @type {string} */
let folder;

before(async () => {
  folder = await installTarball();
  copyFileSync(join(checkout, "examples/nightly-script/export.mjs"), join(folder, "export.mjs"));
});

/**
 * Starts a service for one test.
 * @param {import("node:test").TestContext} t
 * @param {import("sfs-turbo-tasks/emulator").EmulatorOptions} options
 */
async function startService(t, options) {
  const emulator = createEmulator(options);
  const server = await serveEmulator(emulator);
  t.after(server.close);
  return { emulator, shareId: emulator.addFileSystem(), endpoint: server.url };
}

/**
 * Starts the job.
 * @param {Awaited<ReturnType<typeof startService>>} service
 * @param {Record<string, string | undefined>} [env] `undefined` removes a variable
 */
function startJob({ emulator, shareId, endpoint }, env = {}) {
  const names = Object.keys(process.env).filter((name) => name.startsWith("SFS_TURBO_"));
  const child = spawn(process.execPath, ["export.mjs"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...{ ...process.env, ...Object.fromEntries(names.map((name) => [name, undefined])) },
      ...{ NODE_OPTIONS: undefined, NODE_TEST_CONTEXT: undefined },
      SFS_TURBO_ENDPOINT: endpoint,
      SFS_TURBO_PROJECT_ID: emulator.projectId,
      SFS_TURBO_SHARE_ID: shareId,
      SFS_TURBO_TOKEN: emulator.token,
      SFS_TURBO_DIRECTORY: "results",
      SFS_TURBO_PREFIX: "2026/",
      ...env,
    },
  });
  /** @type {any[]} */
  const events = [];
  /** @type {string[]} */
  const results = [];
  const output = createInterface(child.stdout).on("line", (line) => results.push(line));
  const log = createInterface(child.stderr).on("line", (line) => {
    const { time, ...event } = JSON.parse(line);
    assert.equal(new Date(time).toISOString(), time);
    events.push(event);
  });
  const closed = Promise.all([once(child, "close"), once(output, "close"), once(log, "close")]);
  return {
    child,
    /** Waits until the job has logged an event of this name. @param {string} name */
    async logged(name) {
      for (;;) {
        const found = events.find(({ event }) => event === name);
        if (found) return found;
        await Promise.race([once(log, "line"), closed.then(() => assert.fail(`it never logs ${name}`))]);
      }
    },
    /** Waits for its end. */
    async ended() {
      const [[code]] = await closed;
      assert.equal(results.length, 1, `one line of result: ${results.join("\n")}`);
      return { code, result: JSON.parse(results[0] ?? ""), events };
    },
  };
}

/** @param {import("sfs-turbo-tasks/emulator").Emulator} emulator */
const seen = (emulator) => emulator.requests.map(({ method }) => method);

test("a task that succeeds is exit code 0, and a line of JSON for each event and for the result", async (t) => {
  const service = await startService(t, PROMPTLY);
  const { code, result, events } = await startJob(service).ended();
  const { result: outcome, taskId, startTime, endTime } = result;
  assert.deepEqual([code, outcome, startTime], [0, "done", endTime]);
  assert.equal(new Date(startTime).toISOString(), startTime);
  assert.deepEqual(events, [
    { event: "following", taskId },
    { event: "status", status: "SUCCESS" },
  ]);
  assert.deepEqual(JSON.parse(service.emulator.requests[0]?.body ?? ""), {
    ...{ type: "export", src_target: "results", src_prefix: "2026/" },
    ...{ dest_target: "results", dest_prefix: "2026/" },
  });
});

test("a task that fails is exit code 3, and the result says why", async (t) => {
  const service = await startService(t, FOREVER);
  const job = startJob(service);
  const { taskId } = await job.logged("following");
  const message = "The bucket is gone.";
  service.emulator.finishTask({ shareId: service.shareId, taskId }, { outcome: "FAIL", message });
  const { code, result } = await job.ended();
  assert.deepEqual([code, result.result, result.taskId], [3, "task-failed", taskId]);
  assert.deepEqual(
    [result.error.errMsg, result.error.task.status, result.error.task.message],
    [message, "FAIL", message],
  );
});

const REFUSALS = {
  unauthenticated: { SFS_TURBO_TOKEN: "wrong" },
  forbidden: { SFS_TURBO_SHARE_ID: "a-file-system-of-somebody-else" },
};

for (const [kind, env] of Object.entries(REFUSALS)) {
  test(`${kind} is exit code 4, and no request is repeated`, async (t) => {
    const service = await startService(t, PROMPTLY);
    const { code, result } = await startJob(service, env).ended();
    assert.deepEqual([code, result.result, result.taskId], [4, kind, null]);
    assert.deepEqual(seen(service.emulator), ["POST"]);
  });
}

test("a task that does not end in time is exit code 124, and continues", async (t) => {
  const service = await startService(t, FOREVER);
  const { code, result } = await startJob(service, { SFS_TURBO_WAIT_MINUTES: "0.02" }).ended();
  assert.deepEqual([code, result.result, result.error.operation], [124, "timeout", "waitForTask"]);
  service.emulator.finishTask({ shareId: service.shareId, taskId: result.taskId });
});

test("a missing variable is exit code 1, and nothing is sent", async (t) => {
  const service = await startService(t, PROMPTLY);
  const { code, result } = await startJob(service, { SFS_TURBO_DIRECTORY: undefined }).ended();
  assert.deepEqual([code, result.result, result.error.field], [1, "invalid-request", "srcTarget"]);
  assert.deepEqual(seen(service.emulator), []);
});

test("a failed look is an event, and the job continues", async (t) => {
  const service = await startService(t, PROMPTLY);
  // The first request creates the task.
  service.emulator.misbehave({});
  service.emulator.misbehave({ status: 503 });
  const { code, events } = await startJob(service).ended();
  const [following, { nextDelay, ...fault }, ...others] = events;
  assert.deepEqual(
    [code, following.event, others],
    [0, "following", [{ event: "status", status: "SUCCESS" }]],
  );
  assert.equal(fault.event, "fault");
  assert.match(fault.message, /unavailable .* HTTP\.503/);
  assert.ok(nextDelay > 0);
});

for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  test(`${signal} stops the job and not the task, and another run continues with it`, {
    skip: noSignals,
  }, async (t) => {
    const service = await startService(t, FOREVER);
    const first = startJob(service);
    const { taskId } = await first.logged("following");
    await first.logged("status");
    first.child.kill(/** @type {NodeJS.Signals} */ (signal));
    const { code, result } = await first.ended();
    const variable = `SFS_TURBO_TASK_ID=${taskId}`;
    assert.deepEqual([code, result], [exitCode, { result: "stopped", taskId, goOnWith: variable }]);
    assert.deepEqual(new Set(seen(service.emulator)), new Set(["POST", "GET"]));

    service.emulator.finishTask({ shareId: service.shareId, taskId });
    const second = await startJob(service, { SFS_TURBO_TASK_ID: taskId }).ended();
    assert.deepEqual([second.code, second.result.result, second.result.taskId], [0, "done", taskId]);
    assert.equal(seen(service.emulator).filter((method) => method === "POST").length, 1);
  });
}

test("a signal during the creation ends the job once the task's id is known", {
  skip: noSignals,
}, async (t) => {
  const service = await startService(t, FOREVER);
  service.emulator.misbehave({ delay: 1_000 });
  const job = startJob(service);
  while (service.emulator.requests.length === 0) await setImmediate();
  job.child.kill("SIGTERM");
  const { code, result, events } = await job.ended();
  assert.deepEqual([code, result.result], [143, "stopped"]);
  assert.deepEqual(events, [{ event: "following", taskId: result.taskId }]);
  assert.deepEqual(seen(service.emulator), ["POST"]);
});
