// On a terminal: the redrawn line, the cursor, Ctrl-C, colours, a dumb terminal, a question.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { run, runOnTerminal, startOnTerminal } from "./program.mjs";
import { scene, shareId } from "./scene.mjs";

const HIDE = "\u001b[?25l";
const SHOW = "\u001b[?25h";
const CLEAR = "\r\u001b[K";

/** @param {string} text @param {string} part */
const count = (text, part) => text.split(part).length - 1;

describe("a wait", () => {
  test("redraws one line, restores the cursor, and ends with one last line", async (t) => {
    const { emulator, env } = await scene(t);
    const ids = emulator.addTask({ type: "export", srcTarget: "results", srcPrefix: "2026/" });
    const wait = startOnTerminal(["wait", ids.taskId, "--interval", "250ms", "-o", "id"], { env });
    await wait.printed("DOING");
    emulator.finishTask(ids);
    const { code, stdout } = await wait.ended;
    assert.equal(code, 0);
    assert.deepEqual([count(stdout, HIDE), count(stdout, SHOW)], [1, 1]);
    assert.ok(stdout.startsWith(`${HIDE}${CLEAR}⠋ 0:00  looking at task ${ids.taskId}`));
    const [during = "", after = ""] = stdout.split(SHOW);
    for (const line of during.split(CLEAR).slice(2, -1)) {
      assert.match(
        line,
        /^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] \d:\d\d {2}(looking at task \S+|DOING {2}export {2}results\/2026\/ → bucket)$/,
      );
    }
    assert.equal(count(during, "\n"), 0);
    const last = after.replace(/\d:\d\d/, "0:00");
    assert.equal(
      last,
      `\u001b[32m✓\u001b[39m 0:00  SUCCESS  export  results/2026/ → bucket\r\n${ids.taskId}\r\n`,
    );
  });

  test("is never wider than the terminal", async (t) => {
    const { emulator, env } = await scene(t);
    const ids = emulator.addTask({ type: "export", srcTarget: "训练数据训练数据训练数据训练数据" });
    const wait = startOnTerminal(["wait", ids.taskId, "--interval", "250ms"], { env, columns: 40 });
    await wait.printed("DOING");
    emulator.finishTask(ids);
    const [during = ""] = (await wait.ended).stdout.split(SHOW);
    assert.match(during, /DOING {2}export {2}训练数据训练数…/);
    for (const line of during.split(CLEAR)) {
      const shown = line.replace(HIDE, "");
      const columns = [...shown].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0);
      assert.ok(columns < 40, line);
    }
  });

  test("Ctrl-C ends it with 130, changes no task, and prints the command to continue", async (t) => {
    const { emulator, env } = await scene(t);
    const { taskId } = emulator.addTask();
    const wait = startOnTerminal(["wait", taskId, "--share", shareId], { env });
    await wait.printed("DOING");
    wait.type("\u0003");
    const { code, stdout } = await wait.ended;
    assert.equal(code, 130);
    assert.deepEqual([count(stdout, HIDE), count(stdout, SHOW)], [1, 1]);
    assert.equal(
      stdout.slice(stdout.indexOf(SHOW) + SHOW.length),
      `The task was not changed. To continue waiting:\r\n  sfs-turbo-tasks wait ${taskId} --share ${shareId}\r\n`,
    );
    assert.deepEqual(new Set(emulator.requests.map(({ method }) => method)), new Set(["GET"]));
  });

  test("SIGTERM restores the cursor too", async (t) => {
    const { emulator, env } = await scene(t);
    const { taskId } = emulator.addTask();
    const wait = startOnTerminal(["wait", taskId], { env, before: "echo $$;" });
    const [, pid] = /^(\d+)\r\n/.exec(await wait.printed("DOING")) ?? [];
    process.kill(Number(pid), "SIGTERM");
    const { code, stdout } = await wait.ended;
    assert.equal(code, 143);
    assert.deepEqual([count(stdout, HIDE), count(stdout, SHOW)], [1, 1]);
  });

  for (const [what, env, args] of /** @type {const} */ ([
    ["a dumb terminal", { TERM: "dumb" }, []],
    ["a build service", { CI: "true" }, []],
    ["--plain", {}, ["--plain"]],
  ])) {
    test(`has a line for each change, and one last line, on ${what}`, async (t) => {
      const { emulator, env: its } = await scene(t);
      const ids = emulator.addTask({ type: "export", srcTarget: "results" });
      const options = { env: { ...its, ...env, NO_COLOR: "1" } };
      const wait = startOnTerminal(["wait", ids.taskId, "--interval", "250ms", "-o", "id", ...args], options);
      await wait.printed("DOING");
      emulator.finishTask(ids);
      const { code, stdout } = await wait.ended;
      assert.equal(code, 0);
      const plain = what !== "a build service";
      const moves = `export  results/input/datasets/ ${plain ? "->" : "→"} bucket`;
      assert.deepEqual(stdout.replace(/\d:\d\d/g, "0:00").split("\r\n"), [
        `0:00  DOING  ${moves}`,
        `${plain ? "" : "✓ "}0:00  SUCCESS  ${moves}`,
        ids.taskId,
        "",
      ]);
    });
  }
});

describe("colours", () => {
  const colour = "\u001b[32mSUCCESS";

  test("are used on a terminal, and nowhere else", async (t) => {
    const { emulator, env } = await scene(t);
    emulator.addTask({ duration: 0 });
    assert.ok((await runOnTerminal(["list"], { env })).stdout.includes(colour));
    for (const without of [{ NO_COLOR: "1" }, { TERM: "dumb" }, { FORCE_COLOR: "0" }]) {
      const { stdout } = await runOnTerminal(["list"], { env: { ...env, ...without } });
      assert.ok(!stdout.includes("\u001b"), JSON.stringify(without));
    }
    assert.ok((await runOnTerminal(["list"], { env: { ...env, NO_COLOR: "" } })).stdout.includes(colour));
    assert.ok(!(await runOnTerminal(["list", "--plain"], { env })).stdout.includes("\u001b"));
  });

  test("are used in a pipe if FORCE_COLOR is set, even with NO_COLOR", async (t) => {
    const { emulator, env } = await scene(t);
    emulator.addTask({ duration: 0 });
    const forced = { ...env, FORCE_COLOR: "1", NO_COLOR: "1" };
    const { stdout, stderr } = await run(["list", "-o", "table"], { env: forced });
    assert.ok(stdout.includes(colour));
    assert.equal(stderr, "");
    assert.ok(!(await run(["list", "-o", "table"], { env })).stdout.includes("\u001b"));
  });
});

describe("a deletion", () => {
  for (const [answer, code, gone] of /** @type {const} */ ([
    ["y\r", 0, true],
    ["no\r", 1, false],
    ["\r", 1, false],
    ["\u0003", 130, false],
    ["\u0004", 1, false],
  ])) {
    test(`asks first, and ${JSON.stringify(answer)} ends it with ${code}`, async (t) => {
      const { emulator, env } = await scene(t);
      const { taskId } = emulator.addTask();
      const deletion = startOnTerminal(["delete", taskId], { env });
      await deletion.printed(`Delete task ${taskId} of file system ${shareId}? [y/N] `);
      deletion.type(answer);
      const ended = await deletion.ended;
      assert.equal(ended.code, code, ended.stdout);
      assert.deepEqual(
        emulator.requests.map(({ method }) => method),
        gone ? ["DELETE"] : [],
      );
    });
  }

  test("does not ask with --yes", async (t) => {
    const { emulator, env } = await scene(t);
    const { taskId } = emulator.addTask();
    assert.deepEqual(await run(["delete", taskId, "--yes", "-o", "id"], { env }), {
      code: 0,
      stdout: `${taskId}\n`,
      stderr: `Task ${taskId} is being deleted. To wait until it is gone:\n  sfs-turbo-tasks wait ${taskId} --until deleted\n`,
    });
    assert.deepEqual(
      emulator.requests.map(({ method }) => method),
      ["DELETE"],
    );
  });
});

test("a watch writes its table above the redrawn line", async (t) => {
  const { emulator, env } = await scene(t);
  const ids = emulator.addTask({ type: "export" });
  const watch = startOnTerminal(["watch", "--type", "export", "--interval", "250ms"], { env, columns: 120 });
  await watch.printed("1 DOING");
  emulator.finishTask(ids);
  await watch.printed("1 SUCCESS");
  watch.type("\u0003");
  const { code, stdout } = await watch.ended;
  assert.equal(code, 130);
  assert.match(
    stdout,
    new RegExp(`\\r\\u001b\\[K${ids.taskId} {2}\\u001b\\[32mSUCCESS \\u001b\\[39m {2}export`),
  );
  assert.deepEqual([count(stdout, HIDE), count(stdout, SHOW)], [1, 1]);
});
