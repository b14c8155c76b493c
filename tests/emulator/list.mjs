// Lists: their content, their order, and their pages.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  createEmulator,
  documentedTask,
  headersOf,
  JSON_TYPE,
  list,
  listIds,
  readList,
  readTask,
  START,
  withClock,
} from "./known.mjs";

/** @typedef {[query: Record<string, string>, ids: string[]]} Part what a list holds, and what asks for it */

describe("list", () => {
  test("answers 200 with tasks and count, each task as in its own answer", async () => {
    const { emulator } = withClock();
    const shareId = emulator.addFileSystem();
    const older = emulator.addTask({ shareId });
    const newer = emulator.addTask({ shareId, duration: 0, outcome: "FAIL" });
    const response = await list(emulator, shareId);
    assert.equal(response.status, 200);
    assert.deepEqual(headersOf(response), {
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "X-request-id, Retry-After",
      "content-type": JSON_TYPE,
      "x-request-id": emulator.requests[0]?.requestId,
    });
    const shown = [await readTask(emulator, newer), await readTask(emulator, older)];
    assert.equal(await response.text(), JSON.stringify({ tasks: shown, count: 2 }));
  });

  test("of a file system without tasks is empty", async () => {
    const emulator = createEmulator();
    const response = await list(emulator, emulator.addFileSystem());
    assert.equal(await response.text(), '{"tasks":[],"count":0}');
  });

  test("has the documented example under its requested id", async () => {
    const { tasks, count } = await readList(createEmulator());
    assert.equal(count, 1);
    assert.deepEqual(tasks[0], {
      task_id: documentedTask.taskId,
      type: "import_metadata",
      status: "DOING",
      src_target: "sfs-link-directory",
      src_prefix: "input/datasets/",
      dest_target: "sfs-link-directory",
      dest_prefix: "input/datasets/",
      start_time: "2023-09-02T15:04:05",
      end_time: "",
      message: "",
    });
  });

  test("starts with the task that started last, and for equal times with the one added last", async () => {
    const { clock, emulator } = withClock();
    const shareId = emulator.addFileSystem();
    for (const [taskId, startTime] of /** @type {const} */ ([
      ["old", START - 60_000],
      ["new", START],
      ["older", START - 61_000],
      ["new too", START],
    ])) {
      emulator.addTask({ shareId, taskId, startTime });
    }
    assert.deepEqual(await listIds(emulator, shareId), ["new too", "new", "old", "older"]);
    emulator.deleteTask(shareId, "new", { duration: 1000 });
    assert.deepEqual(await listIds(emulator, shareId), ["new too", "new", "old", "older"]);
    clock.time += 1000;
    assert.deepEqual(await listIds(emulator, shareId), ["new too", "old", "older"]);
    emulator.addTask({ shareId, taskId: "new", startTime: START });
    assert.deepEqual(await listIds(emulator, shareId), ["new", "new too", "old", "older"]);
  });

  test("gives a part by offset and limit, and count includes all tasks", async () => {
    const { emulator } = withClock();
    const shareId = emulator.addFileSystem();
    for (const taskId of ["e", "d", "c", "b", "a"]) emulator.addTask({ shareId, taskId });
    /** @type {Part[]} */
    const parts = [
      [{ limit: "2" }, ["a", "b"]],
      [{ offset: "3" }, ["d", "e"]],
      [{ offset: "1", limit: "3" }, ["b", "c", "d"]],
      [{ offset: "4", limit: "100" }, ["e"]],
      [{ offset: "5" }, []],
      [{ offset: "", limit: "", unknown: "1" }, ["a", "b", "c", "d", "e"]],
    ];
    for (const [query, expected] of parts) {
      const { ids, count } = await readList(emulator, shareId, query);
      assert.deepEqual([ids, count], [expected, 5]);
    }
  });

  test("has at most 1000 tasks unless a limit is given", async () => {
    const { emulator } = withClock();
    const shareId = emulator.addFileSystem();
    for (let count = 0; count < 1001; count += 1) emulator.addTask({ shareId });
    const { tasks, count } = await readList(emulator, shareId);
    assert.deepEqual([tasks.length, count], [1000, 1001]);
    assert.equal((await listIds(emulator, shareId, { limit: "2000" })).length, 1001);
  });

  test("filters by type and status, and count counts the filtered tasks", async () => {
    const { emulator } = withClock();
    const shareId = emulator.addFileSystem();
    for (const [taskId, type, duration, outcome] of /** @type {const} */ ([
      ["a", "export", 0, "SUCCESS"],
      ["b", "export", 0, "FAIL"],
      ["c", "import", 0, "FAIL"],
      ["d", "export", 1000, "SUCCESS"],
      ["e", "export", 1000, "SUCCESS"],
    ])) {
      emulator.addTask({ shareId, taskId, type, duration, outcome });
    }
    emulator.deleteTask(shareId, "e");
    /** @type {Part[]} */
    const parts = [
      [{ type: "export" }, ["e", "d", "b", "a"]],
      [{ status: "FAIL" }, ["c", "b"]],
      [{ type: "export", status: "FAIL" }, ["b"]],
      [{ status: "DELETING" }, ["e"]],
      [{ status: "doing" }, []],
      [{ type: "", status: "DOING" }, ["d"]],
    ];
    for (const [query, expected] of parts) {
      const { ids, count } = await readList(emulator, shareId, { ...query, limit: "1" });
      assert.deepEqual([ids, count], [expected.slice(0, 1), expected.length]);
      assert.deepEqual(await listIds(emulator, shareId, query), expected);
    }
  });

  test("filters by start time, from start_time to end_time inclusive, and knows hour 24", async () => {
    const { emulator } = withClock();
    const shareId = emulator.addFileSystem();
    for (const [taskId, startTime] of /** @type {const} */ ([
      ["before", Date.UTC(2024, 2, 18, 22, 59, 59)],
      ["first", Date.UTC(2024, 2, 18, 23, 0, 0)],
      ["last", Date.UTC(2024, 2, 19, 0, 0, 0, 999)],
      ["after", Date.UTC(2024, 2, 19, 0, 0, 1)],
    ])) {
      emulator.addTask({ shareId, taskId, startTime });
    }
    /** @type {Part[]} */
    const parts = [
      [{ start_time: "2024-03-18T23:00:00" }, ["after", "last", "first"]],
      [{ end_time: "2024-03-18T24:00:00" }, ["last", "first", "before"]],
      [{ start_time: "2024-03-18T23:00:00", end_time: "2024-03-18T24:00:00" }, ["last", "first"]],
      [{ start_time: "2024-03-19T00:00:01", end_time: "2024-03-18T23:00:00" }, []],
      [{ start_time: "", end_time: "" }, ["after", "last", "first", "before"]],
    ];
    for (const [query, ids] of parts) {
      assert.deepEqual(await listIds(emulator, shareId, query), ids);
    }
  });

  for (const [name, values, sentence] of /** @type {const} */ ([
    ["offset", ["-1", "1.5", "x", "1e3", " 1", "9".repeat(16)], "offset must be a whole number, 0 or more"],
    ["limit", ["0", "-1", "x", "+1"], "limit must be a whole number, 1 or more"],
    [
      "start_time",
      [
        "2024-03-18",
        "2024-03-18 23:00:00",
        "2024-03-18T23:00:00Z",
        "2024-03-18T23:00:00.5",
        "2024-13-18T23:00:00",
        "now",
      ],
      "start_time must be written as 2024-03-18T23:00:00",
    ],
    ["end_time", ["2024-03-18T24:00:01", "1710806400000"], "end_time must be written as 2024-03-18T24:00:00"],
  ])) {
    test(`refuses an invalid ${name} with 400`, async () => {
      for (const value of values) {
        const response = await list(createEmulator(), undefined, { [name]: value });
        assert.deepEqual(
          [response.status, await response.text()],
          [400, `{"errCode":"SFS.TURBO.0001","errMsg":"parameter error: ${sentence}"}`],
          value,
        );
      }
    });
  }
});
