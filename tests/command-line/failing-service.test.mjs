// A failing service: the messages, the output, and that nothing hangs.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { run, start } from "./program.mjs";
import { scene, shareId } from "./scene.mjs";

const CREATE = ["create", "export", "--src-target", "results"];

test("a temporary failure is reported, and the request is sent again", async (t) => {
  const { emulator, env } = await scene(t);
  emulator.misbehave({ status: 503 });
  const { code, stderr } = await run(["list", "-o", "id"], { env });
  assert.equal(code, 0);
  assert.match(stderr, /^HTTP\.503: the request is sent again in \d+\.\d s\.\n$/);
});

test("an answer that is not JSON, or is cut off, or is another site's page", async (t) => {
  const { emulator, env } = await scene(t);
  for (const fault of [
    { body: "<html>sign in</html>" },
    { cutOff: 10 },
    { status: 302, headers: { location: "/" } },
  ]) {
    emulator.misbehave(fault, { times: Number.POSITIVE_INFINITY });
    const { code, stdout, stderr } = await run(["list"], { env });
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /^(CLIENT\.NETWORK: .*\n)*error: .*\n$/);
    emulator.reset();
  }
});

test("a creation whose answer is lost is not repeated, and the list command to check it is printed", async (t) => {
  const { emulator, env } = await scene(t);
  emulator.misbehave({ reject: "network", carryOut: true });
  const { code, stdout, stderr } = await run(CREATE, { env });
  assert.deepEqual([code, stdout], [1, ""]);
  assert.match(stderr, /the task may exist: list the tasks before you create it again\n/);
  assert.equal(stderr.match(/may exist|may have been/g)?.length, 1);
  assert.equal(emulator.requests.length, 1);
});

test("Ctrl-C while a creation is under way says that the task may exist", async (t) => {
  const { emulator, env } = await scene(t);
  emulator.misbehave({ hang: "headers", carryOut: true });
  const creation = start([...CREATE, "--verbose"], { env });
  await creation.printed("> POST");
  creation.child.kill("SIGINT");
  const { code, stdout, stderr } = await creation.ended;
  assert.deepEqual([code, stdout], [130, ""]);
  assert.match(stderr, /check with `sfs-turbo-tasks list` before you create it again\.\n$/);
});

test("Ctrl-C ends a call to a service that hangs", async (t) => {
  const { emulator, env } = await scene(t);
  emulator.misbehave({ hang: "headers" });
  const list = start(["list", "--verbose"], { env });
  await list.printed("> GET");
  list.child.kill("SIGINT");
  assert.equal((await list.ended).code, 130);
});

test("a followed creation can be interrupted and continued, with the same flags", async (t) => {
  const { emulator, env } = await scene(t);
  const its = { ...env, SFS_TURBO_SHARE_ID: undefined };
  const creation = start([...CREATE, "--wait", "--share", shareId], { env: its });
  await creation.printed("DOING");
  creation.child.kill("SIGINT");
  const { code, stdout, stderr } = await creation.ended;
  const [, taskId = "", line = ""] = /\n {2}sfs-turbo-tasks (?:wait (\S+))( .*)\n$/.exec(stderr) ?? [];
  assert.equal(line, ` --share ${shareId}`);
  assert.deepEqual([code, stdout], [130, `${taskId}\n`]);
  emulator.finishTask({ shareId, taskId });
  const again = await run(["wait", taskId, "-o", "id", ...line.trim().split(" ")], { env: its });
  assert.deepEqual([again.code, again.stdout], [0, `${taskId}\n`]);
});

test("words with special characters of a shell are quoted in the command to continue", async (t) => {
  const { emulator, env } = await scene(t);
  const own = emulator.addFileSystem("a b'c");
  emulator.addTask({ shareId: own, taskId: "$(id)" });
  const { code, stderr } = await run(["wait", "$(id)", "--share", own, "--timeout", "250ms"], { env });
  assert.equal(code, 124);
  assert.match(stderr, /\n {2}sfs-turbo-tasks wait '\$\(id\)' --share 'a b'\\''c'\n$/);
});
