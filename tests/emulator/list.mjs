// Lists: their content, their order, and their pages.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  createEmulator,
  documentedTask,
  headersOf,
  JSON_TYPE,
  list,
  listIds,
  readTask,
  START,
  withClock,
} from "./known.mjs";

describe("list", () => {
  test("answers 200 with tasks and count, each task as in its own answer", async () => {
    const { emulator } = withClock();
    const shareId = emulator.addFileSystem();
    const tasks = [
      emulator.addTask({ shareId }),
      emulator.addTask({ shareId, duration: 0, outcome: "FAIL" }),
    ];
    const response = await list(emulator, shareId);
    assert.equal(response.status, 200);
    assert.deepEqual(headersOf(response), {
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "X-request-id, Retry-After",
      "content-type": JSON_TYPE,
      "x-request-id": emulator.requests[0].requestId,
    });
    const shown = [await readTask(emulator, tasks[1]), await readTask(emulator, tasks[0])];
    assert.equal(await response.text(), JSON.stringify({ tasks: shown, count: 2 }));
  });

  test("of a file system without tasks is empty", async () => {
    const emulator = createEmulator();
    const response = await list(emulator, emulator.addFileSystem());
    assert.equal(await response.text(), '{"tasks":[],"count":0}');
  });

  test("has the documented example under its requested id", async () => {
    const { tasks, count } = await (await list(createEmulator())).json();
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
    for (const [taskId, startTime] of [
      ["old", START - 60_000],
      ["new", START],
      ["older", START - 61_000],
      ["new too", START],
    ]) {
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
    for (const [query, ids] of [
      [{ limit: "2" }, ["a", "b"]],
      [{ offset: "3" }, ["d", "e"]],
      [{ offset: "1", limit: "3" }, ["b", "c", "d"]],
      [{ offset: "4", limit: "100" }, ["e"]],
      [{ offset: "5" }, []],
      [{ offset: "", limit: "", unknown: "1" }, ["a", "b", "c", "d", "e"]],
    ]) {
      const { tasks, count } = await (await list(emulator, shareId, query)).json();
      assert.deepEqual([tasks.map(({ task_id }) => task_id), count], [ids, 5]);
    }
  });

  test("has at most 1000 tasks unless a limit is given", async () => {
    const { emulator } = withClock();
    const shareId = emulator.addFileSystem();
    for (let count = 0; count < 1001; count += 1) emulator.addTask({ shareId });
    const { tasks, count } = await (await list(emulator, shareId)).json();
    assert.deepEqual([tasks.length, count], [1000, 1001]);
    assert.equal((await listIds(emulator, shareId, { limit: "2000" })).length, 1001);
  });

  test("filters by type and status, and count counts the filtered tasks", async () => {
    const { emulator } = withClock();
    const shareId = emulator.addFileSystem();
    for (const [taskId, type, duration, outcome] of [
      ["a", "export", 0, "SUCCESS"],
      ["b", "export", 0, "FAIL"],
      ["c", "import", 0, "FAIL"],
      ["d", "export", 1000, "SUCCESS"],
      ["e", "export", 1000, "SUCCESS"],
    ]) {
      emulator.addTask({ shareId, taskId, type, duration, outcome });
    }
    emulator.deleteTask(shareId, "e");
    for (const [query, ids] of [
      [{ type: "export" }, ["e", "d", "b", "a"]],
      [{ status: "FAIL" }, ["c", "b"]],
      [{ type: "export", status: "FAIL" }, ["b"]],
      [{ status: "DELETING" }, ["e"]],
      [{ status: "doing" }, []],
      [{ type: "", status: "DOING" }, ["d"]],
    ]) {
      const { tasks, count } = await (await list(emulator, shareId, { ...query, limit: "1" })).json();
      assert.deepEqual([tasks.map(({ task_id }) => task_id), count], [ids.slice(0, 1), ids.length]);
      assert.deepEqual(await listIds(emulator, shareId, query), ids);
    }
  });

  test("filters by start time, from start_time to end_time inclusive, and knows hour 24", async () => {
    const { emulator } = withClock();
    const shareId = emulator.addFileSystem();
    for (const [taskId, startTime] of [
      ["before", Date.UTC(2024, 2, 18, 22, 59, 59)],
      ["first", Date.UTC(2024, 2, 18, 23, 0, 0)],
      ["last", Date.UTC(2024, 2, 19, 0, 0, 0, 999)],
      ["after", Date.UTC(2024, 2, 19, 0, 0, 1)],
    ]) {
      emulator.addTask({ shareId, taskId, startTime });
    }
    for (const [query, ids] of [
      [{ start_time: "2024-03-18T23:00:00" }, ["after", "last", "first"]],
      [{ end_time: "2024-03-18T24:00:00" }, ["last", "first", "before"]],
      [{ start_time: "2024-03-18T23:00:00", end_time: "2024-03-18T24:00:00" }, ["last", "first"]],
      [{ start_time: "2024-03-19T00:00:01", end_time: "2024-03-18T23:00:00" }, []],
      [{ start_time: "", end_time: "" }, ["after", "last", "first", "before"]],
    ]) {
      assert.deepEqual(await listIds(emulator, shareId, query), ids);
    }
  });

  for (const [name, values, sentence] of [
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
  ]) {
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
