// `emulator`: its output, its new tasks, its end.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { run, start } from "./program.mjs";

/** Starts one on a free port. @param {import("node:test").TestContext} t @param {...string} args */
async function serve(t, ...args) {
  const server = start(["emulator", "--port", "0", "--json", ...args]);
  t.after(() => server.child.kill("SIGKILL"));
  const line = await server.printed("\n");
  const told = JSON.parse(line);
  const env = {
    SFS_TURBO_ENDPOINT: told.endpoint,
    SFS_TURBO_PROJECT_ID: told.projectId,
    SFS_TURBO_SHARE_ID: told.shareId,
    SFS_TURBO_TOKEN: told.token,
  };
  return { server, line, told, env };
}

const CREATE = ["create", "export", "--src-target", "results", "--interval", "250ms"];

test("--json is one line with everything that a client needs, by token and by key", async (t) => {
  const { server, line, told, env } = await serve(t);
  assert.equal(line, `${JSON.stringify(told)}\n`);
  const names = ["endpoint", "projectId", "shareId", "token", "accessKeyId", "secretAccessKey", "taskId"];
  assert.deepEqual(Object.keys(told), names);
  const token = await run(["get", told.taskId], { env });
  assert.equal(JSON.parse(token.stdout).status, "DOING");
  const key = {
    HW_ACCESS_KEY: told.accessKeyId,
    HW_SECRET_KEY: told.secretAccessKey,
    SFS_TURBO_TOKEN: undefined,
  };
  const signed = await run(["list"], { env: { ...env, ...key } });
  const tasks = signed.stdout
    .trimEnd()
    .split("\n")
    .map((one) => JSON.parse(one));
  assert.deepEqual(tasks.map(({ status }) => status).sort(), ["DOING", "DOING", "FAIL", "SUCCESS"]);
  server.child.kill("SIGINT");
  assert.equal((await server.ended).code, 0);
});

test("for people it prints the commands to connect the command line, with the npx prefix", async (t) => {
  for (const [command, typed] of [
    [undefined, "sfs-turbo-tasks"],
    ["exec", "npx sfs-turbo-tasks"],
  ]) {
    const server = start(["emulator", "--port", "0"], { env: { npm_command: command } });
    t.after(() => server.child.kill("SIGKILL"));
    const printed = await server.printed("stops it.\n");
    const variables = Object.fromEntries(
      [...printed.matchAll(/\b(SFS_TURBO_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
    );
    assert.ok(printed.includes(`\n${typed} list\n`));
    const { stdout } = await run(["list", "-o", "id"], { env: variables });
    assert.equal(stdout.trimEnd().split("\n").length, 4);
    server.child.kill("SIGINT");
    assert.equal((await server.ended).code, 0);
  }
});

test("--file-system adds file systems without tasks, and one that is there already changes nothing", async (t) => {
  const further = "2f6c1d80-3b7e-4c52-9a41-6f0d8be2a913";
  const known = "77ba6f4b-6365-4895-8dda-bc7142af4dde";
  const flags = [further, known, further].flatMap((id) => ["--file-system", id]);
  const { env, told } = await serve(t, ...flags);
  assert.equal(told.shareId, known);
  const list = async (/** @type {string} */ share) => {
    const { code, stdout } = await run(["list", "-o", "id", "--share", share], { env });
    return [code, stdout.split("\n").filter(Boolean).length];
  };
  assert.deepEqual(await list(further), [0, 0]);
  assert.deepEqual(await list(known), [0, 4]);
  assert.deepEqual(await list("c40a9e57-81d2-4b06-b3f9-15e7c2d86a04"), [4, 0]);
});

test("new tasks follow the scenario, and the last step holds for all further tasks", async (t) => {
  const { env } = await serve(
    t,
    "--scenario",
    "success=0, fail=0:The bucket is gone, sorry.",
    "--scenario",
    "conflict",
  );
  const first = await run([...CREATE, "--wait"], { env });
  assert.equal(first.code, 0, first.stderr);
  const second = await run([...CREATE, "--wait", "-o", "json"], { env });
  assert.equal(second.code, 3);
  assert.equal(JSON.parse(second.stdout).message, "The bucket is gone, sorry.");
  for (let index = 0; index < 2; index += 1) {
    const refused = await run(CREATE.slice(0, 4), { env });
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /SFS\.TURBO\.0037/);
  }
  const { stdout } = await run(["list", "-o", "id"], { env });
  assert.equal(stdout.trimEnd().split("\n").length, 6);
});

test("a lost answer leaves a task behind, and a task that runs forever can be left alone", async (t) => {
  const { env } = await serve(t, "--scenario", "lost,forever");
  const lost = await run(CREATE.slice(0, 4), { env });
  assert.equal(lost.code, 1);
  assert.match(lost.stderr, /the task may exist/);
  const running = await run([...CREATE, "--wait", "--timeout", "600ms"], { env });
  assert.equal(running.code, 124);
  const { stdout } = await run(["list", "-o", "id"], { env });
  assert.equal(stdout.trimEnd().split("\n").length, 6);
});

describe("an invalid scenario", () => {
  for (const steps of ["soon", "success=later", "conflict=5s", "success=5s:why", "fail 5s", ""]) {
    test(`is refused: --scenario ${JSON.stringify(steps)}`, async () => {
      const { code, stdout, stderr } = await run(["emulator", "--port", "0", `--scenario=${steps}`]);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, /^error: --scenario (takes steps such as success=20s|is empty)/);
    });
  }

  test("a port in use gives one sentence", async (t) => {
    const { told } = await serve(t);
    const { code, stdout, stderr } = await run(["emulator", "--port", new URL(told.endpoint).port]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /^error: cannot listen on port \d+: .*EADDRINUSE.*\n$/);
  });
});

test("a client that hangs does not prevent its end", async (t) => {
  const { server, told, env } = await serve(t);
  const watch = start(["watch", told.taskId, "--interval", "250ms"], { env });
  await watch.printed("DOING");
  server.child.kill("SIGTERM");
  assert.equal((await server.ended).code, 0);
  watch.child.kill("SIGINT");
  assert.equal((await watch.ended).code, 130);
});

for (const [host, told] of [
  ["0.0.0.0", "http://127.0.0.1:"],
  ["::", "http://[::1]:"],
]) {
  test(`on all addresses, ${host}, it prints the local one`, async (t) => {
    const { told: its, env } = await serve(t, "--host", host ?? "");
    assert.ok(its.endpoint.startsWith(told), its.endpoint);
    assert.equal((await run(["list"], { env })).code, 0);
  });
}
