// Lists that change between one page and the next, as a test defines.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createEmulator, list, listIds, readList, withClock } from "./known.mjs";

describe("steps before a list", () => {
  /** A file system with the tasks `a` to `e`, `a` the newest. */
  function fiveTasks() {
    const { clock, emulator } = withClock();
    const shareId = emulator.addFileSystem();
    for (const taskId of ["e", "d", "c", "b", "a"]) emulator.addTask({ shareId, taskId });
    return { clock, emulator, shareId };
  }

  test("insert and remove tasks between pages, in their order, each once", async () => {
    const { emulator, shareId } = fiveTasks();
    emulator.beforeNextList(() => {});
    emulator.beforeNextList(() => emulator.addTask({ shareId, taskId: "new" }));
    emulator.beforeNextList(() => {
      emulator.deleteTask(shareId, "new", { duration: 0 });
      emulator.deleteTask(shareId, "a", { duration: 0 });
    });
    const pages = [];
    for (const offset of ["0", "2", "4", "0"]) {
      const { ids, count } = await readList(emulator, shareId, { offset, limit: "2" });
      pages.push([ids, count]);
    }
    // By adding offsets, b comes twice and e never.
    assert.deepEqual(pages, [
      [["a", "b"], 5],
      [["b", "c"], 6],
      [[], 4],
      [["b", "c"], 4],
    ]);
  });

  test("are called as often as set, until reset", async () => {
    const { emulator, shareId } = fiveTasks();
    let calls = 0;
    const count = () => {
      calls += 1;
    };
    emulator.beforeNextList(count, { times: 2 });
    for (let lists = 0; lists < 3; lists += 1) await list(emulator, shareId);
    assert.equal(calls, 2);
    emulator.beforeNextList(count, { times: Infinity });
    for (let lists = 0; lists < 3; lists += 1) await list(emulator, shareId);
    assert.equal(calls, 5);
    emulator.reset();
    await list(emulator);
    assert.equal(calls, 5);
  });

  test("apply only to an answered list: other requests, refusals and lost lists do not use them up", async () => {
    const { emulator, shareId } = fiveTasks();
    emulator.beforeNextList(() => emulator.addTask({ shareId, taskId: "new" }));
    await list(emulator, "another");
    await list({ ...emulator, token: "bad" }, shareId);
    await list(emulator, shareId, { limit: "0" });
    emulator.misbehave({ status: 503 });
    await list(emulator, shareId);
    emulator.misbehave({ reject: "network" });
    await assert.rejects(list(emulator, shareId), TypeError);
    assert.deepEqual(await listIds(emulator, shareId), ["new", "a", "b", "c", "d", "e"]);
  });

  test("may throw, and then the request rejects with that", async () => {
    const emulator = createEmulator();
    const reason = new Error("a fault of the test");
    emulator.beforeNextList(() => {
      throw reason;
    });
    await assert.rejects(list(emulator), (error) => error === reason);
    assert.equal((await list(emulator)).status, 200);
  });
});
