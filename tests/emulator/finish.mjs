// Tasks that a test ends.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, createEmulator, DOCUMENTED_TASK, documentedTask, readTask, withClock } from "./known.mjs";

describe("finish", () => {
  test("a finished task ends at that moment, with the given result, and its ids may be spread", async () => {
    const { clock, emulator } = withClock();
    const add = () => emulator.addTask({ duration: Infinity });
    const [one, two, three] = [add(), add(), add()];
    clock.time += 7000;
    const more = { ...one, requestId: "more" };
    emulator.finishTask(more);
    emulator.finishTask(two, { outcome: "FAIL", message: "no space" });
    emulator.finishTask(three, { outcome: "FAIL" });
    clock.time += 1e6;
    const ends = [];
    for (const ids of [one, two, three]) {
      const { status, end_time, message } = await readTask(emulator, ids);
      ends.push([status, end_time, message]);
    }
    assert.deepEqual(ends, [
      ["SUCCESS", "2026-01-31T23:59:57", ""],
      ["FAIL", "2026-01-31T23:59:57", "no space"],
      ["FAIL", "2026-01-31T23:59:57", "The OBS bucket does not exist or cannot be accessed."],
    ]);
  });

  test("the documented example can be finished, and reset makes it run again", async () => {
    const emulator = createEmulator();
    emulator.finishTask(documentedTask);
    assert.equal((await readTask(emulator, documentedTask)).status, "SUCCESS");
    emulator.reset();
    assert.equal(await (await ask(emulator)).text(), DOCUMENTED_TASK);
  });

  test("only a running task can be finished", async () => {
    const { emulator } = withClock();
    const add = (/** @type {number} */ duration) => emulator.addTask({ duration });
    const [ended, deleted, gone] = [add(0), add(1000), add(1000)];
    emulator.deleteTask(deleted.shareId, deleted.taskId);
    emulator.deleteTask(gone.shareId, gone.taskId, { duration: 0 });
    for (const ids of [ended, deleted, gone, { ...ended, taskId: "none" }]) {
      assert.throws(() => emulator.finishTask(ids), {
        name: "TypeError",
        message: `Expected \`taskId\` to be a running task of this file system, got "${ids.taskId}".`,
      });
    }
    assert.equal((await readTask(emulator, deleted)).status, "DELETING");
  });
});
