// What `npm start` shows, against an emulator: on a terminal, elsewhere, and where the environment names a service.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createClient, isSfsTurboError } from "sfs-turbo-tasks";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { duration, startProgress } from "../../tools/start/progress.mjs";
import { askService } from "../../tools/start/service.mjs";
import { show } from "../../tools/start/show.mjs";

/** A stream that keeps what is written. @param {{ isTTY?: boolean, columns?: number }} [terminal] */
function keepingStream(terminal = {}) {
  /** @type {string[]} */
  const written = [];
  return {
    ...terminal,
    write: (/** @type {string} */ text) => written.push(text),
    text: () => written.join(""),
  };
}

/** Plays the show to its end. @param {ReturnType<typeof keepingStream>} stream */
async function play(stream) {
  /** @type {import("sfs-turbo-tasks/emulator").Emulator | undefined} */
  let emulator;
  // A clock that moves with each request, so that every run sees the same.
  const now = () => 400 * (emulator?.requests.length ?? 0);
  emulator = createEmulator({ taskDuration: 1_000, now });
  const { endpoint, projectId, token, fetch } = emulator;
  const client = createClient({ endpoint, projectId, token, fetch });
  await show({ stream, client, emulator, isSfsTurboError });
  return emulator;
}

/** Without what differs from run to run. @param {string} text */
function steady(text) {
  return text
    .replace(/5f5bd2c4-0000-4000-8000-0{11}(\w)/g, "id-$1")
    .replace(/e5f0\w+/g, "request-id")
    .replace(/\d{4}-\d\d-\d\dT[\d:]+/g, "time")
    .replace(/(\D)\d+:\d\d/g, "$10:00")
    .replace(/in \d+\.\d s/g, "in 1.0 s")
    .replace(/ {2,}/g, "  ");
}

test("the show has a line for each change where it is not on a terminal", async () => {
  const stream = keepingStream();
  const emulator = await play(stream);
  assert.equal(
    steady(stream.text()),
    `
1. Start an export

  await client.createTask({ shareId, type: "export", srcTarget: "results", srcPrefix: "2026/" })

  taskId  id-2

2. Follow it to its end, whatever one look comes to

  await client.waitForTask({ shareId, taskId })

  0:00  DOING
  0:00  HTTP.503, the next look is in 1.0 s
  0:00  SUCCESS

3. Say why one has failed

  await client.waitForTask({ shareId, taskId }), which rejects

  0:00  FAIL
  kind  task-failed
  errMsg  The OBS bucket does not exist or cannot be accessed.
  message  waitForTask: task id-3 of file system id-1 ended as FAIL: The OBS bucket does not exist or cannot be accessed.

4. List them

  for await (const task of client.listAllTasks({ shareId }))

  task  type  started (UTC)  took  status
  id-3  export  time  0:00  FAIL: The OBS bucket does not exist or cannot be accessed.
  id-2  export  time  0:00  SUCCESS

5. Delete one

  await client.deleteTask({ shareId, taskId }), then waitForTask with until: "deleted"

  0:00  DELETING
  0:00  gone

6. Catch an error

  await client.getTask({ shareId, taskId }), of the deleted task

  kind  not-found
  errCode  SFS.TURBO.0106
  httpStatus 400
  requestId  request-id
  message  getTask: found no task id-3 of file system id-1: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id request-id)
`,
  );
  const { shareId = "" } =
    /sfs-turbo\/(?<shareId>[^/]+)/.exec(emulator.requests[0]?.path ?? "")?.groups ?? {};
  const left = await emulator.fetch(
    `${emulator.endpoint}/v1/${emulator.projectId}/sfs-turbo/${shareId}/hpc-cache/tasks`,
    { headers: { "x-auth-token": emulator.token, "content-type": "application/json" } },
  );
  assert.equal((await left.json()).count, 1);
});

describe("a line of progress", () => {
  test("is drawn anew on a terminal, ends as one line, and is never wider than the terminal", (t) => {
    t.mock.timers.enable({ apis: ["setInterval"] });
    let moment = 0;
    const stream = keepingStream({ isTTY: true, columns: 24 });
    const progress = startProgress(stream, () => moment);
    progress.update("DOING");
    moment = 61_000;
    t.mock.timers.tick(100);
    progress.update("SUCCESS, and many more words");
    progress.end();
    moment = 99_000;
    t.mock.timers.tick(1_000);
    assert.equal(
      stream.text(),
      [
        "\r   ⠋ 0:00  DOING\u001b[K",
        "\r   ⠙ 1:01  DOING\u001b[K",
        "\r   ⠹ 1:01  SUCCESS, and\u001b[K",
        "\r   · 1:01  SUCCESS, and\u001b[K\n",
      ].join(""),
    );
  });

  test("is whole on a terminal that does not know its width", () => {
    const stream = keepingStream({ isTTY: true, columns: 0 });
    const progress = startProgress(stream, () => 0);
    progress.update("DOING");
    progress.end();
    assert.equal(stream.text(), "\r   ⠋ 0:00  DOING\u001b[K\r   · 0:00  DOING\u001b[K\n");
  });

  test("is one line a change elsewhere, and none where nothing has changed", () => {
    let moment = 0;
    const stream = keepingStream();
    const progress = startProgress(stream, () => moment);
    progress.update("DOING");
    moment = 3_723_000;
    progress.update("DOING");
    progress.update("SUCCESS");
    progress.end();
    assert.equal(stream.text(), "   0:00  DOING\n   1:02:03  SUCCESS\n");
  });

  test("never tells less than no time", () => {
    assert.deepEqual([duration(-1), duration(59_999), duration(3_600_000)], ["0:00", "0:59", "1:00:00"]);
  });
});

describe("where the environment names a service", () => {
  const sfsTurboTasks = { createClient, isSfsTurboError };

  /** @param {import("node:test").TestContext} t */
  async function startService(t) {
    const emulator = createEmulator();
    const server = await serveEmulator(emulator);
    t.after(server.close);
    const shareId = emulator.addFileSystem();
    const env = {
      SFS_TURBO_ENDPOINT: server.url,
      SFS_TURBO_PROJECT_ID: emulator.projectId,
      SFS_TURBO_SHARE_ID: shareId,
      SFS_TURBO_TOKEN: emulator.token,
    };
    return { emulator, shareId, env };
  }

  test("its tasks are listed, one is followed, and nothing is started or deleted", async (t) => {
    const { emulator, shareId, env } = await startService(t);
    emulator.addTask({ shareId, taskId: "one", startTime: 0, duration: 61_000 });
    const stream = keepingStream();
    await askService(stream, sfsTurboTasks, { ...env, SFS_TURBO_TASK_ID: "one" });
    assert.equal(
      stream.text(),
      `
1 of 1 tasks of file system ${shareId}:

   task  type             started (UTC)        took  status
   one   import_metadata  1970-01-01T00:00:00  1:01  SUCCESS

Task one, until it has ended:

   0:00  SUCCESS
`,
    );
    assert.deepEqual(new Set(emulator.requests.map(({ method }) => method)), new Set(["GET"]));
  });

  test("what is missing is named before anything is sent", async (t) => {
    const { emulator, env } = await startService(t);
    const call = askService(keepingStream(), sfsTurboTasks, { ...env, SFS_TURBO_TOKEN: "" });
    await assert.rejects(call, { message: "Set SFS_TURBO_TOKEN as well, or neither endpoint nor region." });
    assert.equal(emulator.requests.length, 0);
  });

  test("a refusal is one sentence, without the token", async (t) => {
    const { env } = await startService(t);
    const call = askService(keepingStream(), sfsTurboTasks, { ...env, SFS_TURBO_TOKEN: "MIIErefused" });
    await assert.rejects(call, ({ message }) => {
      assert.match(message, /^listTasks: the token was refused .*\(kind unauthenticated\)$/);
      return !message.includes("MIIE");
    });
  });
});
