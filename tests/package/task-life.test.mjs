// The life of a task through a real server: it is created, followed to its end, listed, deleted, and gone.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { rejection } from "./scripted-service.mjs";
import { startService } from "./service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

test("a task is created, followed, listed and deleted, and each request is as its page says", async (t) => {
  const { emulator, place, seen, close } = await startService();
  t.after(close);
  const { endpoint, projectId, token } = place;
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token });
  const shareId = emulator.addFileSystem("s");
  const creation = { shareId, type: "export", srcTarget: "link", srcPrefix: "out/" };
  const created = await client.createTask({ ...creation, attributes: { fileMode: 640 } });
  const { taskId } = created;

  const task = await client.waitForTask({
    shareId,
    ...created,
    interval: 250,
    onUpdate: (/** @type {any} */ { status }) =>
      status === "DOING" && emulator.finishTask({ shareId, taskId }),
  });
  assert.deepEqual(
    [task.taskId, task.status, task.type, task.srcPrefix],
    [taskId, "SUCCESS", "export", "out/"],
  );

  const { tasks, count } = await client.listTasks({ shareId, status: "SUCCESS" });
  assert.deepEqual([tasks.length, count, tasks[0].taskId], [1, 1, taskId]);

  await client.deleteTask({ shareId, taskId });
  const last = await client.waitForTask({
    shareId,
    taskId,
    interval: 250,
    until: "deleted",
    onUpdate: () => emulator.deleteTask(shareId, taskId, { duration: 0 }),
  });
  assert.equal(last.status, "DELETING");
  assert.equal((await rejection(client.getTask({ shareId, taskId }))).kind, "not-found");

  const [tasksPath, taskPath] = [
    `/v1/${projectId}/sfs-turbo/s/hpc-cache/tasks`,
    `/v1/${projectId}/sfs-turbo/s/hpc-cache/task`,
  ];
  assert.deepEqual(
    seen().map(({ method, path, query, body }) => [method, path, query, body]),
    [
      [
        "POST",
        taskPath,
        "",
        '{"type":"export","src_target":"link","src_prefix":"out/","dest_target":"link","dest_prefix":"out/","attributes":{"file_mode":640}}',
      ],
      ["GET", `${taskPath}/${taskId}`, "", ""],
      ["GET", `${taskPath}/${taskId}`, "", ""],
      ["GET", tasksPath, "status=SUCCESS&offset=0&limit=100", ""],
      ["DELETE", `${taskPath}/${taskId}`, "", ""],
      ["GET", `${taskPath}/${taskId}`, "", ""],
      ["GET", `${taskPath}/${taskId}`, "", ""],
      ["GET", `${taskPath}/${taskId}`, "", ""],
    ],
  );
  for (const { headers } of seen()) {
    assert.deepEqual([headers["content-type"], headers["x-auth-token"]], ["application/json", token]);
  }
});

test("a creation whose connection breaks is sent once, and the task exists", async (t) => {
  const { emulator, place, seen, close } = await startService();
  t.after(close);
  const { endpoint, projectId, token } = place;
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token });
  const shareId = emulator.addFileSystem("s");
  emulator.misbehave({ reject: "network", carryOut: true });
  const error = await rejection(client.createTask({ shareId, type: "preload", srcTarget: "link" }));
  assert.deepEqual([error.kind, error.retryable, error.attempts], ["network", false, 1]);
  assert.ok(error.message.endsWith("; the task may exist: list the tasks before you create it again"));
  assert.equal(seen().length, 1);
  assert.equal((await client.listTasks({ shareId })).count, 1);
});

test("a deletion whose connection breaks is sent again, and the task that is gone counts as deleted", async (t) => {
  const { emulator, place, seen, close } = await startService();
  t.after(close);
  const { endpoint, projectId, token } = place;
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token });
  const { shareId, taskId } = emulator.addTask({ shareId: emulator.addFileSystem("s") });
  emulator.misbehave({ reject: "network" });
  emulator.deleteTask(shareId, taskId, { duration: 0 });
  const { requestId } = await client.deleteTask({ shareId, taskId });
  assert.equal(seen().length, 2);
  assert.equal(requestId, seen()[1]?.requestId);
});
