// In pipes: formats, progress as lines, a reader that has gone, and no secret anywhere.
// @ts-check
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { describe, test } from "node:test";
import { main, run, start } from "./program.mjs";
import { addTasks, scene, shareId } from "./scene.mjs";

describe("a list", () => {
  test("is one JSON line per task, an array, or ids; newest first, in the order of the service", async (t) => {
    const { emulator, env } = await scene(t);
    const { shareId: own, ids } = addTasks(emulator);
    const its = { env: { ...env, SFS_TURBO_SHARE_ID: own } };
    const order = [...ids].reverse();
    const lines = await run(["list"], its);
    assert.deepEqual(
      lines.stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).taskId),
      order,
    );
    assert.equal(lines.stderr, "");
    const { stdout } = await run(["list", "-o", "json"], its);
    const tasks = JSON.parse(stdout);
    assert.deepEqual(
      tasks.map((/** @type {any} */ task) => task.taskId),
      order,
    );
    assert.deepEqual(tasks[2], {
      taskId: ids[0],
      type: "export",
      status: "SUCCESS",
      srcTarget: "results",
      srcPrefix: "2026/",
      destTarget: "results",
      destPrefix: "2026/",
      message: "",
      startTime: "2026-11-26T12:00:00.000Z",
      endTime: "2026-11-26T12:12:00.000Z",
      requestId: emulator.requests[1]?.requestId,
    });
    assert.equal((await run(["list", "-o", "id"], its)).stdout, `${order.join("\n")}\n`);
    const raw = await run(["list", "--raw", "--status", "FAIL"], its);
    assert.equal(JSON.parse(raw.stdout).raw.src_target, "训练数据");
  });

  test("says how many tasks exist, if it does not show all", async (t) => {
    const { emulator, env } = await scene(t);
    const { shareId: own, ids } = addTasks(emulator);
    const its = { env: { ...env, SFS_TURBO_SHARE_ID: own } };
    const few = await run(["list", "--limit", "1", "-o", "id"], its);
    assert.deepEqual(few, {
      code: 0,
      stdout: `${ids[2]}\n`,
      stderr: "1 of 3 tasks; --all lists all of them.\n",
    });
    assert.equal((await run(["list", "--limit", "1", "-o", "id", "--quiet"], its)).stderr, "");
    const none = await run(["list", "--status", "DELETING", "-o", "json"], its);
    assert.deepEqual(none, { code: 0, stdout: "[]\n", stderr: "There is no such task.\n" });
  });

  test("has every task with --all, page after page", async (t) => {
    const { emulator, env } = await scene(t);
    const own = emulator.addFileSystem();
    const ids = Array.from({ length: 1_203 }, (_, index) => `task-${index}`);
    for (const taskId of ids) emulator.addTask({ shareId: own, taskId });
    const { code, stdout } = await run(["list", "--all", "-o", "id", "--share", own], { env });
    assert.equal(code, 0);
    assert.deepEqual(stdout.trimEnd().split("\n").sort(), ids.sort());
    assert.ok(emulator.requests.length > 1);
  });
});

test("a wait has a line for each change and one last line on standard error", async (t) => {
  const { emulator, env } = await scene(t);
  const ids = emulator.addTask({ type: "export", srcTarget: "results" });
  const wait = start(["wait", ids.taskId, "--interval", "250ms"], { env });
  await wait.printed("DOING");
  emulator.misbehave({ status: 503 });
  await wait.printed("HTTP.503");
  emulator.finishTask(ids);
  const { code, stdout, stderr } = await wait.ended;
  assert.equal(code, 0);
  assert.equal(JSON.parse(stdout).status, "SUCCESS");
  assert.deepEqual(
    stderr
      .replace(/\d:\d\d/g, "0:00")
      .replace(/in \d+\.\d s/, "in 1.0 s")
      .split("\n"),
    [
      "0:00  DOING  export  results/input/datasets/ → bucket",
      "0:00  DOING  export  results/input/datasets/ → bucket  (HTTP.503, the next look is in 1.0 s)",
      "✓ 0:00  SUCCESS  export  results/input/datasets/ → bucket",
      "",
    ],
  );
});

test("a watch has a JSON line for each change; --quiet leaves standard error empty", async (t) => {
  const { emulator, env } = await scene(t);
  const ids = emulator.addTask({ type: "export" });
  const watch = start(["watch", ids.taskId, "--interval", "250ms", "--quiet"], { env });
  await watch.printed("DOING");
  emulator.finishTask(ids);
  const { code, stdout, stderr } = await watch.ended;
  assert.deepEqual([code, stderr], [0, ""]);
  assert.deepEqual(
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).status),
    ["DOING", "SUCCESS"],
  );
});

test("a watch of all tasks runs until SIGINT, and names the tasks that are gone", async (t) => {
  const { emulator, env } = await scene(t);
  const own = emulator.addFileSystem();
  const one = emulator.addTask({ shareId: own });
  const watch = start(["watch", "--share", own, "--interval", "250ms", "-o", "id"], { env });
  await watch.printed("1 DOING");
  const { taskId } = emulator.addTask({ shareId: own });
  await watch.printed("2 DOING");
  emulator.deleteTask(own, one.taskId, { duration: 0 });
  await watch.printed(`Task ${one.taskId} is gone.`);
  watch.child.kill("SIGINT");
  const { code, stdout } = await watch.ended;
  assert.deepEqual([code, stdout], [130, `${one.taskId}\n${taskId}\n`]);
});

test("a wait for a deletion ends when the task is gone", async (t) => {
  const { emulator, env } = await scene(t);
  const { taskId } = emulator.addTask();
  emulator.deleteTask(shareId, taskId, { duration: Number.POSITIVE_INFINITY });
  const wait = start(["wait", taskId, "--until", "deleted", "--interval", "250ms", "-o", "table"], { env });
  await wait.printed("DELETING");
  emulator.deleteTask(shareId, taskId, { duration: 0 });
  const { code, stdout, stderr } = await wait.ended;
  assert.deepEqual([code, stdout], [0, ""]);
  assert.match(stderr, new RegExp(`\n✓ \\d:\\d\\d {2}task ${taskId} is gone\n$`));
});

describe("a reader that has gone", () => {
  for (const args of [["list"], ["list", "-o", "table"], ["help"], ["--version"], ["completion", "bash"]]) {
    test(`causes no error: ${args.join(" ")}`, async (t) => {
      const { emulator, env } = await scene(t);
      for (let index = 0; index < 100; index += 1) emulator.addTask();
      const { PATH, HOME } = process.env;
      const child = spawn(process.execPath, [main, ...args], { env: { PATH, HOME, ...env }, stdio: "pipe" });
      child.stdout.destroy();
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
      const code = await new Promise((resolve) => child.once("close", resolve));
      assert.deepEqual([code, stderr.replace(/^\d+ of \d+ tasks; .*\n/, "")], [0, ""]);
    });
  }

  test("ends a watch", async (t) => {
    const { emulator, env } = await scene(t);
    const { taskId } = emulator.addTask();
    const watch = start(["watch", "--interval", "250ms", "--quiet"], { env });
    await watch.printed(taskId);
    watch.child.stdout.destroy();
    emulator.addTask();
    assert.equal((await watch.ended).code, 0);
  });
});

describe("no secret", () => {
  const secret = "MIIEtokenThatNobodyMayRead";

  test("is in the output of --verbose, --dry-run and whoami", async (t) => {
    const { emulator, env } = await scene(t, { token: secret });
    const { taskId } = emulator.addTask();
    const its = { env: { ...env, SFS_TURBO_TOKEN: secret } };
    const dry = await run(
      ["create", "import", "--src-target", "data", "--file-mode", "640", "--dry-run"],
      its,
    );
    assert.deepEqual(JSON.parse(dry.stdout), {
      method: "POST",
      url: `${env.SFS_TURBO_ENDPOINT}/v1/${emulator.projectId}/sfs-turbo/${shareId}/hpc-cache/task`,
      headers: { "Content-Type": "application/json", "X-Auth-Token": "[token]" },
      body: {
        type: "import",
        src_target: "data",
        dest_target: "data",
        attributes: { file_mode: 640 },
      },
    });
    assert.equal(dry.stderr, "Nothing was sent.\n");
    assert.equal(emulator.requests.length, 0);
    const told = await run(["get", taskId, "--verbose"], its);
    assert.match(told.stderr, /^> GET http:\S+\n< HTTP 200, \d+ ms, request id e5f0\w+\n$/);
    const who = await run(["whoami"], its);
    for (const { stdout, stderr } of [dry, told, who]) assert.ok(!`${stdout}${stderr}`.includes(secret));
  });

  test("is shown if a service repeats it", async (t) => {
    const { emulator, env } = await scene(t, { token: secret });
    emulator.misbehave({ status: 500, headers: { "x-request-id": secret } });
    const its = { env: { ...env, SFS_TURBO_TOKEN: secret } };
    const { stderr } = await run(["list", "--verbose"], its);
    assert.match(stderr, /request id \[secret\]\n/);
    assert.ok(!stderr.includes(secret));
  });

  test("may be a flag: it is refused with the right way, and is not repeated", async () => {
    const { code, stderr } = await run(["list", `--token=${secret}`]);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^error: There is no flag --token\..* No flag takes a secret, .* use --token-file, --token-stdin/,
    );
    assert.ok(!stderr.includes(secret));
  });
});
