// A token that nobody writes: Ctrl-C ends the process, whatever it waits for.
// @ts-check
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pass } from "node:timers/promises";
import { temporaryFolder } from "../package/folders.mjs";
import { main, start } from "./program.mjs";
import { scene } from "./scene.mjs";

/** Sends signals until it has ended, since nothing tells when it has begun to wait. @param {import("node:child_process").ChildProcess} child */
async function interrupted(child) {
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once("close", (code) => resolve(code)));
  await pass(1_000);
  child.kill("SIGINT");
  return ended;
}

test("Ctrl-C ends a wait for a token on standard input", async (t) => {
  const { env } = await scene(t);
  const child = spawn(process.execPath, [main, "list", "--token-stdin"], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["pipe", "ignore", "ignore"],
  });
  assert.equal(await interrupted(child), 130);
});

test("Ctrl-C ends a wait for a token in a pipe with a name, from which a token is read too", async (t) => {
  const { emulator, env } = await scene(t);
  const pipe = join(temporaryFolder("pipe"), "token");
  assert.equal(spawnSync("mkfifo", [pipe]).status, 0);
  assert.equal(await interrupted(start(["list", "--token-file", pipe], { env }).child), 130);
  const list = start(["list", "-o", "id", "--token-file", pipe], {
    env: { ...env, SFS_TURBO_TOKEN: undefined },
  });
  const writer = spawn("sh", ["-c", `printf %s '${emulator.token}' > '${pipe}'`]);
  assert.equal((await list.ended).code, 0);
  writer.kill();
});
