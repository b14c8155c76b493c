// Standard output that cannot be written: an error, unless the reader has gone.
// @ts-check
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { describe, test } from "node:test";
import { main } from "./program.mjs";
import { scene } from "./scene.mjs";

/**
 * Runs it with a standard output that is always full. @param {readonly string[]} args @param {Record<string, string | undefined>}
 * env
 */
async function runOnFullDisk(args, env) {
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", full, "pipe"],
  });
  closeSync(full);
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => (stderr += text));
  /** @type {number | null} */
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, stderr };
}

const LOST = "error: standard output cannot be written: ENOSPC: no space left on device, write\n";

describe("a full disk", { skip: process.platform !== "linux" && "only Linux has /dev/full" }, () => {
  for (const args of [["list"], ["list", "-o", "table"], ["help"], ["--version"], ["completion", "bash"]]) {
    test(`is an error: ${args.join(" ")}`, async (t) => {
      const { emulator, env } = await scene(t);
      emulator.addTask();
      assert.deepEqual(await runOnFullDisk(args, env), { code: 1, stderr: LOST });
    });
  }

  test("ends a watch, with the command to continue", async (t) => {
    const { emulator, env } = await scene(t);
    const { taskId } = emulator.addTask();
    const { code, stderr } = await runOnFullDisk(["watch", taskId, "--quiet"], env);
    const next = `The task was not changed. To continue waiting:\n  sfs-turbo-tasks wait ${taskId}\n`;
    assert.deepEqual([code, stderr], [1, `${LOST}${next}`]);
  });

  test("does not hide the id of a new task", async (t) => {
    const { env } = await scene(t);
    for (const flags of [[], ["--watch"], ["--wait"]]) {
      const args = ["create", "export", "--src-target", "results", "--quiet", ...flags];
      const { code, stderr } = await runOnFullDisk(args, env);
      assert.equal(code, 1);
      assert.match(stderr, /^error: standard output cannot .*\n.*\n {2}sfs-turbo-tasks wait 5f5bd2c4-\S+\n$/);
    }
  });

  test("is reported after a failed task too", async (t) => {
    const { emulator, env } = await scene(t);
    const { taskId } = emulator.addTask({ duration: 0, outcome: "FAIL", message: "The bucket is gone." });
    const { code, stderr } = await runOnFullDisk(["watch", taskId, "--quiet"], env);
    assert.equal(code, 1);
    assert.ok(stderr.includes(LOST), stderr);
  });
});
