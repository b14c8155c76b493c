// The exit codes, by which a program sees the result, and that standard output contains only data.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { run } from "./program.mjs";
import { scene, shareId } from "./scene.mjs";

const ID = "5f5bd2c4-0000-4000-8000-000000000001";

test("0: a task that succeeds, and the id of a new task", async (t) => {
  const { emulator, env } = await scene(t, { taskDuration: 0 });
  const created = await run(["create", "export", "--src-target", "results", "--src-prefix", "2026/"], {
    env,
  });
  assert.deepEqual(created, {
    code: 0,
    stdout: `${ID}\n`,
    stderr: `export  results/2026/ → bucket, of file system ${shareId}\nTask ${ID} has been created.\n`,
  });
  const waited = await run(["wait", ID, "-o", "id"], { env });
  assert.equal(waited.code, 0);
  assert.equal(waited.stdout, `${ID}\n`);
  assert.match(waited.stderr, /^✓ 0:0\d {2}SUCCESS {2}export {2}results\/2026\/ → bucket\n$/);
  assert.equal(emulator.requests.filter(({ method }) => method === "POST").length, 1);
});

describe("3: a task that ends as FAIL", () => {
  test("is reported with its reason, and printed", async (t) => {
    const { emulator, env } = await scene(t);
    const { taskId } = emulator.addTask({ duration: 0, outcome: "FAIL", message: "The bucket is gone." });
    const { code, stdout, stderr } = await run(["wait", taskId], { env });
    assert.equal(code, 3);
    assert.equal(JSON.parse(stdout).message, "The bucket is gone.");
    assert.match(
      stderr,
      /^✗ 0:0\d {2}FAIL {2}import_metadata {2}bucket\/\S+ → sfs-link-directory\nerror: task \S+ of/,
    );
    assert.match(stderr, /ended as FAIL: The bucket is gone\.\n$/);
  });

  test("has the same code in watch and in create --wait", async (t) => {
    const { emulator, env } = await scene(t, { taskDuration: 0 });
    const { taskId } = emulator.addTask({ duration: 0, outcome: "FAIL" });
    const watched = await run(["watch", taskId], { env });
    assert.equal(watched.code, 3);
    assert.equal(JSON.parse(watched.stdout).status, "FAIL");
  });
});

test("4: a refused token, missing credentials, and a missing permission", async (t) => {
  const { emulator, env } = await scene(t);
  const refused = await run(["list"], { env: { ...env, SFS_TURBO_TOKEN: "another-token" } });
  assert.equal(refused.code, 4);
  assert.equal(refused.stdout, "");
  assert.match(
    refused.stderr,
    /^error: the token was refused .*\n`sfs-turbo-tasks whoami` shows how requests are signed in\.\n$/,
  );
  const none = await run(["list", "--profile", "nobody"], { env: { ...env, SFS_TURBO_TOKEN: undefined } });
  assert.equal(none.code, 4);
  assert.match(none.stderr, /^error: fromProfile: /);
  emulator.misbehave({
    status: 403,
    body: '{"errCode":"SFS.TURBO.9000","errMsg":"no privileges to operate"}',
  });
  assert.equal((await run(["list"], { env })).code, 4);
});

test("5: a task that does not exist, and one that disappears while it is followed", async (t) => {
  const { emulator, env } = await scene(t);
  const { code, stdout, stderr } = await run(["get", "nowhere"], { env });
  assert.deepEqual([code, stdout], [5, ""]);
  assert.match(stderr, /^error: found no task nowhere of file system .*SFS\.TURBO\.0106/);
  const { taskId } = emulator.addTask();
  emulator.deleteTask(shareId, taskId, { duration: 0 });
  assert.equal((await run(["wait", taskId], { env })).code, 5);
});

test("124: the time is over, and the command to continue is printed", async (t) => {
  const { emulator, env } = await scene(t);
  const { taskId } = emulator.addTask();
  const place = ["--share", shareId, "--project", emulator.projectId];
  const its = { ...env, SFS_TURBO_SHARE_ID: undefined, SFS_TURBO_PROJECT_ID: undefined };
  const { code, stdout, stderr } = await run(["wait", taskId, ...place, "--timeout", "300ms"], { env: its });
  assert.equal(code, 124);
  assert.equal(stdout, "");
  assert.match(stderr, new RegExp(`error: task ${taskId} has not ended after 300ms\n`));
  const next = `  sfs-turbo-tasks wait ${taskId} ${place.join(" ")}\n`;
  assert.equal(stderr.slice(-next.length), next);
  assert.ok(emulator.requests.every(({ method }) => method === "GET"));
});

test("1: any other failure, such as a service that is out of order or cannot be reached", async (t) => {
  const { emulator, env } = await scene(t);
  emulator.misbehave({ status: 400, body: '{"errCode":"SFS.TURBO.0041","errMsg":"not allowed"}' });
  const { code, stdout, stderr } = await run(["list"], { env });
  assert.deepEqual([code, stdout], [1, ""]);
  assert.match(stderr, /^error: .*SFS\.TURBO\.0041 not allowed/);
});

test("2: an invalid command line, in one sentence with the probable meaning; nothing is sent", async (t) => {
  const { emulator, env } = await scene(t);
  const help = (/** @type {string} */ name) => `See \`sfs-turbo-tasks help${name && ` ${name}`}\`.\n`;
  /** @type {[string[], string, string][]} */
  const rows = [
    [["lst"], 'There is no command "lst". Did you mean list?', ""],
    [["show", "a"], 'There is no command "show". Did you mean get?', ""],
    [["frobnicate"], 'There is no command "frobnicate".', ""],
    [["list", "--limt", "2"], "There is no flag --limt. Did you mean --limit?", "list"],
    [["list", "-x"], "There is no flag -x.", "list"],
    [["list", "--wait"], "`list` has no flag --wait. These commands have it: create.", "list"],
    [["list", "--limit", "many"], '--limit takes a whole number, not "many".', "list"],
    [["list", "--limit="], "--limit is empty.", "list"],
    [["list", "--limit"], "Option '--limit <value>' argument missing.", "list"],
    [
      ["create", "export", "--src-target", "a", "--src-prefix", "-y"],
      "Option '--src-prefix' argument is ambiguous. For a value that starts with a dash: --src-prefix=-XYZ.",
      "create",
    ],
    [["list", "-o", "jsn"], '--output takes table, json, ndjson, id, not "jsn". Did you mean json?', "list"],
    [["list", "a"], '`list` does not take "a".', "list"],
    [["list", "--all", "--limit", "3"], "--all and --limit exclude each other: use one of them.", "list"],
    [["get"], "`sfs-turbo-tasks get` needs a task.", "get"],
    [["get", "a", "b"], '`get` does not take "b".', "get"],
    [
      ["wait", "a", "--timeout", "30"],
      '--timeout takes a duration such as 250ms, 5s, 30m or 2h, not "30".',
      "wait",
    ],
    [
      ["wait", "a", "--timeout", "0s"],
      '--timeout takes a duration such as 250ms, 5s, 30m or 2h, not "0s".',
      "wait",
    ],
    [["wait", "a", "--interval", "1ms"], "--interval takes at least 250ms, not 1ms.", "wait"],
    [["wait", "a", "--until", "gone"], '--until takes ended, deleted, not "gone".', "wait"],
    [
      ["create", "exprt"],
      'There is no type "exprt". Use one of import, import_metadata, preload, export. Did you mean export?',
      "create",
    ],
    [["create", "export"], "The directory is missing: use --src-target.", "create"],
    [
      ["create", "export", "--src-target", "a", "--wait", "--watch"],
      "--wait and --watch exclude each other: use one of them.",
      "create",
    ],
    [
      ["create", "export", "--src-target", "a", "--timeout", "5s"],
      "--timeout needs --wait or --watch.",
      "create",
    ],
    [
      ["create", "import", "--src-target", "a", "--file-mode", "999"],
      "--file-mode must be a whole number from 0 to 777",
      "create",
    ],
    [["watch", "a", "--type", "export"], "--type selects among all tasks: use it without a task.", "watch"],
    [["delete", "a"], "Without a terminal there is no confirmation: use --yes to delete the task.", "delete"],
    [["emulator", "--port", "65536"], '--port takes a number from 0 to 65535, not "65536".', "emulator"],
    [
      ["completion", "tcsh"],
      'There is no shell "tcsh". Use one of bash, zsh, fish, powershell.',
      "completion",
    ],
  ];
  for (const [args, sentence, next] of rows) {
    const { code, stdout, stderr } = await run(args, { env });
    assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    const told = stderr
      .split("\n")
      .filter((line) => !line.startsWith("export  ") && !line.startsWith("import  "));
    assert.equal(told.join("\n"), `error: ${sentence}\n${help(next)}`, args.join(" "));
  }
  const region = await run(["list", "--region", "cn-nroth-4"], { env });
  assert.match(region.stderr, /^error: --region "cn-nroth-4" is not known: did you mean cn-north-4/);
  assert.equal(emulator.requests.length, 0);
});

test("2: without a command, with the help on standard error", async () => {
  const { code, stdout, stderr } = await run([]);
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /^sfs-turbo-tasks <command> \[flags\]\n/);
});

test("2: a missing value is named, with the flag and the variable that set it", async (t) => {
  const { env } = await scene(t);
  for (const [name, sentence] of [
    [
      "SFS_TURBO_ENDPOINT",
      "The region or the endpoint is missing: use --region or --endpoint, or set SFS_TURBO_REGION.\n",
    ],
    ["SFS_TURBO_SHARE_ID", "The file system is missing: use --share, or set SFS_TURBO_SHARE_ID.\n"],
    ["SFS_TURBO_PROJECT_ID", "The project is missing: use --project, or set SFS_TURBO_PROJECT_ID.\n"],
  ]) {
    const { code, stderr } = await run(["list"], { env: { ...env, [name ?? ""]: undefined } });
    assert.deepEqual([code, stderr], [2, `error: ${sentence}`]);
  }
});
