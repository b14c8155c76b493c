// Deletions by a client.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  ask,
  createEmulator,
  documentedTask,
  headersOf,
  listIds,
  readTask,
  remove,
  TASK_MISSING,
  withClock,
} from "./known.mjs";

describe("delete", () => {
  test("answers 202 without a body, and the task is DELETING for 5 s, then missing", async () => {
    const { clock, emulator } = withClock();
    const task = emulator.addTask({ duration: 0 });
    const response = await remove(emulator, task);
    assert.equal(response.status, 202);
    assert.equal(await response.text(), "");
    assert.deepEqual(headersOf(response), {
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "X-request-id, Retry-After",
      "x-request-id": emulator.requests[0]?.requestId,
    });
    clock.time += 4999;
    assert.equal((await readTask(emulator, task)).status, "DELETING");
    clock.time += 1;
    for (const gone of [await ask(emulator, task), await remove(emulator, task)]) {
      assert.deepEqual([gone.status, await gone.text()], [400, TASK_MISSING]);
    }
    assert.deepEqual(await listIds(emulator), [documentedTask.taskId]);
  });

  test("of a DELETING task is accepted again, and takes no longer", async () => {
    const { clock, emulator } = withClock();
    const task = emulator.addTask();
    await remove(emulator, task);
    clock.time += 3000;
    assert.equal((await remove(emulator, task)).status, 202);
    clock.time += 2000;
    assert.equal((await ask(emulator, task)).status, 400);
  });

  test("of a running task stops it, including the documented one", async () => {
    const { clock, emulator } = withClock();
    assert.equal((await remove(emulator, documentedTask)).status, 202);
    clock.time += 1000;
    const { status, end_time } = await readTask(emulator, documentedTask);
    assert.deepEqual([status, end_time], ["DELETING", ""]);
  });

  test("of a task that does not exist is a 400 with SFS.TURBO.0106", async () => {
    const response = await remove(createEmulator(), { ...documentedTask, taskId: "nothing" });
    assert.deepEqual([response.status, await response.text()], [400, TASK_MISSING]);
  });
});
