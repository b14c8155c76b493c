// Followed tasks: how they end, what is printed after an interruption, and the command to continue.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { columnsOf } from "./golden.mjs";
import { run, runOnTerminal, start, startOnTerminal } from "./program.mjs";
import { scene, shareId } from "./scene.mjs";

const CREATE = ["create", "export", "--src-target", "results", "--interval", "250ms"];

describe("a followed creation", () => {
  for (const flags of [[], ["--quiet"]]) {
    test(`has written its id to a pipe when the time is over: --wait ${flags.join(" ")}`, async (t) => {
      const { emulator, env } = await scene(t);
      const { code, stdout } = await run([...CREATE, "--wait", "--timeout", "300ms", ...flags], { env });
      assert.equal(code, 124);
      const { stdout: ids } = await run(["list", "-o", "id", "--limit", "1"], { env });
      assert.equal(stdout, ids);
      assert.equal(emulator.requests.filter(({ method }) => method === "POST").length, 1);
    });
  }

  test("writes only the id with --quiet, the changes with --watch, and the final task with -o json", async (t) => {
    const { env } = await scene(t, { taskDuration: 0 });
    const waited = await run([...CREATE, "--wait", "-q"], { env });
    assert.match(waited.stdout, /^5f5bd2c4-[\w-]+\n$/);
    const watched = await run([...CREATE, "--watch", "-q"], { env });
    assert.match(watched.stdout, /^5f5bd2c4-[\w-]+\n$/);
    const changes = await run([...CREATE, "--watch"], { env });
    assert.match(changes.stdout, /^\{.*"status":"SUCCESS".*\}\n$/);
    const whole = await run([...CREATE, "--wait", "-o", "json"], { env });
    assert.equal(JSON.parse(whole.stdout).status, "SUCCESS");
  });

  for (const [why, fault] of /** @type {const} */ ([
    ["401", { status: 401, body: "{}" }],
    ["403", { status: 403, body: '{"errCode":"SFS.TURBO.9000","errMsg":"no"}' }],
    ["409", { status: 409, body: '{"errCode":"SFS.TURBO.0037","errMsg":"busy"}' }],
  ])) {
    test(`does not mention a task that may exist after a refusal: ${why}`, async (t) => {
      const { emulator, env } = await scene(t);
      emulator.misbehave(fault, { times: Number.POSITIVE_INFINITY });
      const { code, stderr } = await run(CREATE.slice(0, 4), { env });
      assert.notEqual(code, 0);
      assert.doesNotMatch(stderr, /may (exist|have been)/);
    });
  }

  test("does not mention it either if nothing was sent", async (t) => {
    const { emulator, env } = await scene(t);
    const args = [...CREATE.slice(0, 4), "--token-file", "/nowhere/token"];
    const { code, stderr } = await run(args, { env });
    assert.equal(code, 4);
    assert.doesNotMatch(stderr, /may (exist|have been)/);
    assert.equal(emulator.requests.length, 0);
  });
});

test("an unknown status with an end time ends a watch as it ends a wait", async (t) => {
  const { emulator, env } = await scene(t);
  const { taskId } = emulator.addTask({ duration: 0 });
  const { stdout } = await run(["get", taskId, "--raw"], { env });
  const body = JSON.stringify({ ...JSON.parse(stdout).raw, status: "CANCELLED" });
  emulator.misbehave({ status: 200, body }, { times: Number.POSITIVE_INFINITY });
  const waited = await run(["wait", taskId], { env });
  const watched = await run(["watch", taskId], { env });
  const error = (/** @type {string} */ text) => text.split("\n").filter((line) => line.startsWith("error:"));
  assert.deepEqual([waited.code, watched.code], [3, 3]);
  assert.deepEqual(error(watched.stderr), error(waited.stderr));
});

test("an interrupted watch has written its JSON array", async (t) => {
  const { emulator, env } = await scene(t);
  const own = emulator.addFileSystem();
  const { taskId } = emulator.addTask({ shareId: own });
  for (const args of [
    ["watch", taskId, "--share", own],
    ["watch", "--share", own],
  ]) {
    const late = await run([...args, "-o", "json", "--timeout", "600ms", "--interval", "250ms"], { env });
    assert.equal(late.code, 124);
    assert.deepEqual(
      JSON.parse(late.stdout).map((/** @type {any} */ task) => task.taskId),
      [taskId],
    );
    const watch = start([...args, "-o", "json", "--interval", "250ms"], { env });
    await watch.printed("DOING");
    watch.child.kill("SIGINT");
    const { code, stdout } = await watch.ended;
    assert.deepEqual([code, JSON.parse(stdout).length], [130, 1]);
  }
});

test("a watch of a file system is continued by the command that it prints", async (t) => {
  const { emulator, env } = await scene(t);
  emulator.addTask({ type: "export" });
  const args = ["watch", "--share", shareId, "--type", "export"];
  const next = `The tasks were not changed. To continue watching:\n  sfs-turbo-tasks ${args.join(" ")}\n`;
  const late = await run([...args, "--timeout", "300ms", "--quiet"], { env });
  assert.deepEqual([late.code, late.stderr], [124, `error: the 300ms of --timeout ran out\n${next}`]);
  const watch = start([...args, "--interval", "250ms"], { env });
  await watch.printed("1 DOING");
  watch.child.kill("SIGINT");
  const { code, stderr } = await watch.ended;
  assert.deepEqual([code, stderr.slice(-next.length)], [130, next]);
});

test("the command to continue keeps values that begin with a dash, and says that the token is needed again", async (t) => {
  const { emulator, env } = await scene(t);
  const own = emulator.addFileSystem("-s1");
  emulator.addTask({ shareId: own, taskId: "-x" });
  const args = ["wait", "--share=-s1", "--token-stdin", "--timeout", "250ms", "--", "-x"];
  const { code, stderr } = await run(args, { env, input: emulator.token });
  assert.equal(code, 124);
  assert.match(
    stderr,
    /\n {2}sfs-turbo-tasks wait --share=-s1 -- -x\nAdd --token-stdin, and pipe in the token again\.\n$/,
  );
});

for (const columns of [40, 80, 120]) {
  test(`a growing table fits ${columns} columns, also with later rows`, async (t) => {
    const { emulator, env } = await scene(t);
    const own = emulator.addFileSystem();
    emulator.addTask({ shareId: own, taskId: "short", type: "export", srcTarget: "a", srcPrefix: "" });
    const args = ["watch", "--share", own, "--interval", "250ms"];
    const watch = startOnTerminal(args, { env: { ...env, NO_COLOR: "1" }, columns });
    await watch.printed("1 DOING");
    const wide = { shareId: own, type: "import_metadata", srcTarget: "训练数据".repeat(20) };
    emulator.addTask({ ...wide, startTime: Date.UTC(2026, 0, 1), duration: 90_000_000 });
    await watch.printed("1 SUCCESS");
    watch.type("\u0003");
    const { stdout } = await watch.ended;
    assert.match(stdout, /import_metadata/);
    const lines = stdout
      .split("\r\n")
      .slice(0, -3)
      .map((line) => line.slice(line.lastIndexOf("\u001b[K") + 1));
    for (const line of lines) assert.ok(columnsOf(line.replace("[K", "")) <= columns, line);
  });
}

test("a deletion writes the deleted task, in every format", async (t) => {
  const { emulator, env } = await scene(t);
  const { taskId } = emulator.addTask();
  const { stdout } = await run(["delete", taskId, "--yes"], { env });
  const requestId = emulator.requests[0]?.requestId;
  assert.deepEqual(JSON.parse(stdout), { taskId, requestId });
  const other = emulator.addTask().taskId;
  const shown = await runOnTerminal(["delete", other, "--yes"], { env: { ...env, NO_COLOR: "1" } });
  assert.match(shown.stdout, new RegExp(`^task +${other}\r\nrequest +\\S+\r\n`));
});
