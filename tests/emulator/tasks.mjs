// Tasks change with the clock of the test.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  ask,
  create,
  createEmulator,
  DOCUMENTED_TASK,
  documentedTask,
  readTask,
  replaceGlobal,
  START,
  TASK_MISSING,
  withClock,
} from "./known.mjs";

describe("tasks", () => {
  test("a task is DOING until its duration is over, then SUCCESS", async () => {
    const { clock, emulator } = withClock();
    const task = emulator.addTask({
      taskId: "t1",
      type: "export",
      srcTarget: "dir",
      srcPrefix: "a/",
      duration: 20_000,
    });
    assert.deepEqual(task, {
      shareId: documentedTask.shareId,
      taskId: "t1",
      startTime: START,
      endTime: START + 20_000,
    });
    const running = {
      task_id: "t1",
      type: "export",
      status: "DOING",
      src_target: "dir",
      src_prefix: "a/",
      dest_target: "dir",
      dest_prefix: "a/",
      start_time: "2026-01-31T23:59:50",
      end_time: "",
      message: "",
    };
    assert.deepEqual(await readTask(emulator, task), running);
    clock.time = START + 19_999;
    assert.deepEqual(await readTask(emulator, task), running);
    clock.time = START + 20_000;
    const ended = { ...running, status: "SUCCESS", end_time: "2026-02-01T00:00:10" };
    assert.deepEqual(await readTask(emulator, task), ended);
    assert.deepEqual(Object.keys(await readTask(emulator, task)), Object.keys(JSON.parse(DOCUMENTED_TASK)));
    clock.time = START + 1e9;
    assert.deepEqual(await readTask(emulator, task), ended);
  });

  test("a failed task has its reason, but only once it has failed", async () => {
    const { clock, emulator } = withClock();
    const message = 'bucket "b" is gone\n';
    const task = emulator.addTask({ duration: 1000, outcome: "FAIL", message });
    assert.equal((await readTask(emulator, task)).message, "");
    clock.time += 1000;
    const { status, message: told } = await readTask(emulator, task);
    assert.deepEqual([status, told], ["FAIL", message]);
    const silent = emulator.addTask({ duration: 0, outcome: "FAIL" });
    assert.equal(
      (await readTask(emulator, silent)).message,
      "The OBS bucket does not exist or cannot be accessed.",
    );
  });

  test("a task with duration 0 has ended at once, with Infinity never, and the default is 5 s", async () => {
    const { clock, emulator } = withClock();
    const [atOnce, never, usual] = [
      emulator.addTask({ duration: 0 }),
      emulator.addTask({ duration: Infinity }),
      emulator.addTask(),
    ];
    assert.equal((await readTask(emulator, atOnce)).status, "SUCCESS");
    assert.equal((await readTask(emulator, usual)).status, "DOING");
    clock.time += 5000;
    assert.equal((await readTask(emulator, usual)).status, "SUCCESS");
    clock.time += 1e12;
    assert.equal((await readTask(emulator, never)).status, "DOING");
  });

  test("a task may have started in the past", async () => {
    const { emulator } = withClock();
    const task = emulator.addTask({ startTime: START - 60_000, duration: 30_000 });
    const { status, start_time, end_time } = await readTask(emulator, task);
    assert.deepEqual(
      [status, start_time, end_time],
      ["SUCCESS", "2026-01-31T23:58:50", "2026-01-31T23:59:20"],
    );
  });

  test("a deleted task is DELETING for a while and then missing", async () => {
    const { clock, emulator } = withClock();
    const task = emulator.addTask({ duration: 1000 });
    emulator.deleteTask(task.shareId, task.taskId, { duration: 3000 });
    assert.equal((await readTask(emulator, task)).status, "DELETING");
    clock.time += 2999;
    const { status, end_time } = await readTask(emulator, task);
    assert.deepEqual([status, end_time], ["DELETING", ""]);
    clock.time += 1;
    const response = await ask(emulator, task);
    assert.deepEqual([response.status, await response.text()], [400, TASK_MISSING]);
    emulator.addTask({ taskId: task.taskId, duration: 0 });
    assert.equal((await readTask(emulator, task)).status, "SUCCESS");
  });

  test("a task deleted after its end keeps its end time and its message while it is DELETING", async () => {
    const { clock, emulator } = withClock();
    const task = emulator.addTask({ duration: 1000, outcome: "FAIL", message: "why" });
    clock.time += 1000;
    emulator.deleteTask(task.shareId, task.taskId, { duration: Infinity });
    clock.time += 1e9;
    const { status, end_time, message } = await readTask(emulator, task);
    assert.deepEqual([status, end_time, message], ["DELETING", "2026-01-31T23:59:51", "why"]);
    emulator.deleteTask(task.shareId, task.taskId, { duration: 0 });
    assert.equal((await ask(emulator, task)).status, 400);
  });

  test("taskDuration is the duration of a task without its own", async () => {
    const { clock, emulator } = withClock({ taskDuration: 100 });
    const { startTime, endTime } = emulator.addTask();
    assert.equal(endTime - startTime, 100);
    const { task_id: taskId } = await (await create(emulator)).json();
    const ids = { ...documentedTask, taskId };
    clock.time += 99;
    assert.equal((await readTask(emulator, ids)).status, "DOING");
    clock.time += 1;
    assert.equal((await readTask(emulator, ids)).status, "SUCCESS");
  });

  test("a task belongs to its file system", async () => {
    const emulator = createEmulator();
    const shareId = emulator.addFileSystem();
    const { taskId } = emulator.addTask({ shareId });
    assert.equal((await ask(emulator, { shareId, taskId })).status, 200);
    assert.equal((await ask(emulator, { ...documentedTask, taskId })).status, 400);
    assert.equal((await ask(emulator, { ...documentedTask, shareId })).status, 400);
  });

  test("reset clears requests, faults and added tasks, and restores the documented example", async () => {
    const emulator = createEmulator();
    const { requests } = emulator;
    const shareId = emulator.addFileSystem();
    const task = emulator.addTask({ shareId });
    emulator.deleteTask(documentedTask.shareId, documentedTask.taskId, { duration: 0 });
    assert.equal((await ask(emulator)).status, 400);
    emulator.misbehave({ status: 500 }, { times: Infinity });
    assert.equal((await ask(emulator)).status, 500);
    emulator.reset();
    assert.equal(requests.length, 0);
    assert.equal((await ask(emulator, task)).status, 403);
    assert.equal(await (await ask(emulator)).text(), DOCUMENTED_TASK);
    assert.equal(requests, emulator.requests);
    assert.equal(requests.length, 2);
    assert.notEqual(emulator.addFileSystem(), shareId);
  });
});

describe("without its own clock", () => {
  test("the emulator answers under fake timers, and its tasks end with them", async ({ mock }) => {
    // Node mocks all its timers if none is named.
    mock.timers.enable(/** @type {import("node:test").MockTimersOptions} */ ({ now: START }));
    const emulator = createEmulator();
    const task = emulator.addTask({ duration: 5000 });
    assert.equal((await readTask(emulator, task)).status, "DOING");
    mock.timers.tick(5000);
    const { status, start_time, end_time } = await readTask(emulator, task);
    assert.deepEqual(
      [status, start_time, end_time],
      ["SUCCESS", "2026-01-31T23:59:50", "2026-01-31T23:59:55"],
    );
  });

  test("the emulator reads the time from a mocked Date, and formats it itself", async (context) => {
    const moment = new Date(START);
    // It has neither `now` nor `UTC`.
    replaceGlobal(context, "Date", function OneDate() {
      return moment;
    });
    const emulator = createEmulator();
    assert.equal(await (await ask(emulator)).text(), DOCUMENTED_TASK);
    const task = emulator.addTask({ startTime: START - 1000 });
    const { status, start_time } = await readTask(emulator, task);
    assert.deepEqual([status, start_time], ["DOING", "2026-01-31T23:59:49"]);
    assert.equal(emulator.addTask().startTime, START);
  });
});
