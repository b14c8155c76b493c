// The output of `npm start`, with an emulator and with a service in the environment.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { commandLine } from "../../tools/start/command-line.mjs";
import { askService } from "../../tools/start/service.mjs";
import { show } from "../../tools/start/show.mjs";

/**
 * A served emulator, the variables for it, and a stream that keeps the output.
 * @param {import("node:test").TestContext} t
 * @param {import("sfs-turbo-tasks/emulator").EmulatorOptions} [options]
 */
async function scene(t, options) {
  /** @type {import("sfs-turbo-tasks/emulator").Emulator | undefined} */
  let its;
  // A clock that moves with each request, so every run sees the same.
  const now = () => 400 * (its?.requests.length ?? 0);
  const emulator = createEmulator({ now, ...options });
  its = emulator;
  const server = await serveEmulator(emulator);
  t.after(server.close);
  const shareId = emulator.addFileSystem();
  const env = {
    PATH: process.env.PATH,
    TZ: "UTC",
    SFS_TURBO_ENDPOINT: server.url,
    SFS_TURBO_PROJECT_ID: emulator.projectId,
    SFS_TURBO_SHARE_ID: shareId,
    SFS_TURBO_TOKEN: emulator.token,
  };
  /** @type {string[]} */
  const written = [];
  const stream = { write: (/** @type {string} */ text) => written.push(text) };
  return { emulator, shareId, env, stream, text: () => written.join("") };
}

/** Without the values that differ between runs. @param {string} text */
function steady(text) {
  return text
    .replace(/5f5bd2c4-0000-4000-8000-0{11}(\w)/g, "id-$1")
    .replace(/e5f0\w+/g, "request-id")
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, "time")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "time")
    .replace(/\b\d+:\d\d\b/g, "0:00")
    .replace(/in \d+\.\d s/g, "in 1.0 s")
    .replace(/ {2,}/g, "  ");
}

test("the demo creates, follows, explains, lists and deletes, with a line for each change", async (t) => {
  const { emulator, shareId, env, stream, text } = await scene(t, { taskDuration: 1_000 });
  await show({ stream, run: commandLine(stream, env), emulator, shareId });
  assert.equal(
    steady(text()),
    `
1. Start an export

$ sfs-turbo-tasks create export --src-target results --src-prefix 2026/
export  results/2026/ → bucket, of file system id-1
Task id-2 has been created.
id-2

2. Follow it to its end, whatever one look comes to

$ sfs-turbo-tasks wait id-2 --interval 500ms
0:00  DOING  export  results/2026/ → bucket
0:00  DOING  export  results/2026/ → bucket  (HTTP.503, the next look is in 1.0 s)
✓ 0:00  SUCCESS  export  results/2026/ → bucket
{
  "taskId": "id-2",
  "type": "export",
  "status": "SUCCESS",
  "srcTarget": "results",
  "srcPrefix": "2026/",
  "destTarget": "results",
  "destPrefix": "2026/",
  "message": "",
  "startTime": "time",
  "endTime": "time",
  "requestId": "request-id"
}

3. Say why one has failed

$ sfs-turbo-tasks create export --src-target results
export  results → bucket, of file system id-1
Task id-3 has been created.
id-3
$ sfs-turbo-tasks wait id-3 -o id
✗ 0:00  FAIL  export  results → bucket
error: task id-3 of file system id-1 ended as FAIL: The OBS bucket does not exist or cannot be accessed.
id-3
(exit code 3)

4. List them

$ sfs-turbo-tasks list -o table
task  status  type  started (UTC)  took  directory
id-3  FAIL  export  time  0:00  results
  The OBS bucket does not exist or cannot be accessed.
id-2  SUCCESS  export  time  0:00  results/2026/

5. Delete one

$ sfs-turbo-tasks delete id-3 --yes
Task id-3 is being deleted. To wait until it is gone:
  sfs-turbo-tasks wait id-3 --until deleted
{
  "taskId": "id-3",
  "requestId": "request-id"
}
$ sfs-turbo-tasks wait id-3 --until deleted -o table --interval 500ms
0:00  DELETING  export  results → bucket
✓ 0:00  task id-3 is gone

6. Ask for what is not there

$ sfs-turbo-tasks get id-3
error: found no task id-3 of file system id-1: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id request-id)
(exit code 5)
`,
  );
});

describe("with a service in the environment", () => {
  test("its tasks are listed, one is followed, and nothing is created or deleted", async (t) => {
    const { emulator, shareId, env, stream, text } = await scene(t, { now: () => 100_000 });
    emulator.addTask({ shareId, taskId: "one", startTime: 0, duration: 61_000 });
    await askService(commandLine(stream, env), { ...env, SFS_TURBO_TASK_ID: "one" });
    assert.equal(
      steady(text()),
      `$ sfs-turbo-tasks list --limit 20 -o table
task  status  type  started (UTC)  took  directory
one  SUCCESS  import_metadata  time  0:00  sfs-link-directory/input/datasets/
$ sfs-turbo-tasks wait one -o table
✓ 0:00  SUCCESS  import_metadata  bucket/input/datasets/ → sfs-link-directory
task  one
status  SUCCESS
type  import_metadata
directory  sfs-link-directory
prefix  input/datasets/
started  time (UTC)
ended  time (UTC)
took  0:00
request  request-id
`,
    );
    assert.deepEqual(new Set(emulator.requests.map(({ method }) => method)), new Set(["GET"]));
  });

  test("a missing variable is named before anything is sent", async (t) => {
    const { emulator, env, stream, text } = await scene(t);
    const call = askService(commandLine(stream, { ...env, SFS_TURBO_PROJECT_ID: "" }), env);
    await assert.rejects(call, {
      message: "`sfs-turbo-tasks list --limit 20 -o table` ended with exit code 2.",
    });
    assert.match(text(), /\nerror: The project is missing: use --project, or set SFS_TURBO_PROJECT_ID\.\n$/);
    assert.equal(emulator.requests.length, 0);
  });

  test("a refusal is one sentence, without the token", async (t) => {
    const { env, stream, text } = await scene(t);
    const call = askService(commandLine(stream, { ...env, SFS_TURBO_TOKEN: "MIIErefused" }), env);
    await assert.rejects(call, { message: /ended with exit code 4\.$/ });
    assert.match(text(), /\nerror: the token was refused /);
    assert.doesNotMatch(text(), /MIIE/);
  });
});
