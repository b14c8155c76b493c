// A token that never arrives: Ctrl-C ends the process, whatever it waits for.
// @ts-check
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pass } from "node:timers/promises";
import { temporaryFolder } from "../package/folders.mjs";
import { main, start } from "./program.mjs";
import { scene } from "./scene.mjs";

/**
 * How a process ends if it is interrupted during its wait. The start of the wait cannot be seen: a process that was still
 * starting is ended by the signal, without a code, and the next one gets more time.
 * @param {() => import("node:child_process").ChildProcess} begin
 */
async function interrupted(begin) {
  for (let time = 500; ; time *= 2) {
    const child = begin();
    /** @type {Promise<number | null>} */
    const ended = new Promise((resolve) => child.once("close", (code) => resolve(code)));
    await pass(time);
    child.kill("SIGINT");
    const code = await ended;
    if (code !== null) return code;
  }
}

test("Ctrl-C ends a wait for a token on standard input", async (t) => {
  const { env } = await scene(t);
  const begin = () =>
    spawn(process.execPath, [main, "list", "--token-stdin"], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ["pipe", "ignore", "ignore"],
    });
  assert.equal(await interrupted(begin), 130);
});

test("Ctrl-C ends a wait for a token in a named pipe, from which a token can be read too", async (t) => {
  const { emulator, env } = await scene(t);
  const pipe = join(temporaryFolder("pipe"), "token");
  assert.equal(spawnSync("mkfifo", [pipe]).status, 0);
  assert.equal(await interrupted(() => start(["list", "--token-file", pipe], { env }).child), 130);
  const list = start(["list", "-o", "id", "--token-file", pipe], {
    env: { ...env, SFS_TURBO_TOKEN: undefined },
  });
  const writer = spawn("sh", ["-c", `printf %s '${emulator.token}' > '${pipe}'`]);
  assert.equal((await list.ended).code, 0);
  writer.kill();
});
