// Tasks, statuses, types and durations in words.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { documentedTask } from "sfs-turbo-tasks/emulator";
import { messages, scene } from "./message-scene.mjs";

test("a running task is described with the time since its start", async () => {
  const { client } = scene();
  const task = await client.getTask(documentedTask);
  const now = Number(task.startTime) + 7_505_000;
  assert.deepEqual(messages.describeTask(task, "zh-CN", now), {
    title: "快速导入：sfs-link-directory/input/datasets/",
    type: "快速导入",
    status: "进行中",
    path: "sfs-link-directory/input/datasets/",
    explanation: "任务已进行 2 小时 5 分钟。",
    actions: [],
    duration: "2 小时 5 分钟",
    serviceMessage: null,
    requestId: task.requestId,
    language: "zh-CN",
  });
  assert.deepEqual(messages.describeTask(JSON.parse(JSON.stringify(task)), "en", now), {
    title: "Quick import: sfs-link-directory/input/datasets/",
    type: "Quick import",
    status: "In progress",
    path: "sfs-link-directory/input/datasets/",
    explanation: "The task has been running for 2 h 5 min.",
    actions: [],
    duration: "2 h 5 min",
    serviceMessage: null,
    requestId: task.requestId,
    language: "en",
  });
  assert.equal(
    messages.describeTask(task, "en").explanation.startsWith("The task has been running for "),
    true,
  );
});

test("a task that has ended is described with its duration, and after a failure with advice", () => {
  const times = { startTime: new Date(0), endTime: new Date(60_000) };
  const task = { taskId: "t", type: "export", srcTarget: "results", srcPrefix: "", message: "", ...times };
  const told = (/** @type {object} */ more, locale = "en") => {
    const { title, status, explanation, actions } = messages.describeTask({ ...task, ...more }, locale);
    return [title, status, explanation, ...actions];
  };
  assert.deepEqual(told({ status: "SUCCESS" }), [
    "Export: results",
    "Successful",
    "The task ended successfully after 1 min.",
  ]);
  assert.deepEqual(told({ status: "FAIL" }, "es"), [
    "Exportación: results",
    "Fallida",
    "La tarea terminó con un error después de 1 min.",
    "Elimine la causa que indica el servicio y cree la tarea de nuevo.",
  ]);
  assert.deepEqual(told({ status: "SUCCESS", endTime: null }, "zh-CN").slice(1), ["成功", "任务执行成功。"]);
  assert.deepEqual(told({ status: "DELETING" }), [
    "Export: results",
    "Being deleted",
    "The task is being deleted.",
  ]);
  assert.deepEqual(told({ status: "PAUSED", type: "copy" }), ["copy: results", "PAUSED", ""]);
  assert.deepEqual(told({ status: "DOING", type: "", srcTarget: "", startTime: null }), [
    ...["t", "In progress", "The task is running."],
  ]);
});

test("statuses and types have the words of the console, and unknown ones are unchanged", () => {
  const titles = (/** @type {string} */ locale) => [
    ...["DOING", "SUCCESS", "FAIL", "DELETING"].map(
      (status) => messages.describeStatus(status, locale).title,
    ),
    ...["import", "import_metadata", "preload", "export"].map(
      (type) => messages.describeType(type, locale).title,
    ),
  ];
  assert.deepEqual(titles("zh"), [
    ...["进行中", "成功", "失败", "删除中"],
    ...["附加元数据导入", "快速导入", "数据预热", "导出"],
  ]);
  assert.deepEqual(titles("en"), [
    ...["In progress", "Successful", "Failed", "Being deleted"],
    ...["Additional metadata import", "Quick import", "Data preload", "Export"],
  ]);
  assert.equal(
    messages.describeType("export", "zh").explanation,
    "将联动目录中新增和修改的文件导出到OBS桶。",
  );
  for (const describe of [messages.describeStatus, messages.describeType]) {
    assert.deepEqual(describe("ARCHIVED", "es"), { title: "ARCHIVED", explanation: "" });
    assert.deepEqual(describe("constructor", "es"), { title: "constructor", explanation: "" });
  }
});

test("a duration has its two largest units that count", () => {
  const cases = /** @type {const} */ ([
    [0, "0 s"],
    [999, "0 s"],
    [1_000, "1 s"],
    [59_999, "59 s"],
    [60_000, "1 min"],
    [65_000, "1 min 5 s"],
    [3_600_000, "1 h"],
    [3_605_000, "1 h"],
    [7_500_000, "2 h 5 min"],
    [86_400_000, "1 d"],
    [90_061_000, "1 d 1 h"],
    [86_400_000 * 1_234, "1,234 d"],
    [-1, ""],
    [Number.POSITIVE_INFINITY, ""],
  ]);
  for (const [milliseconds, expected] of cases)
    assert.equal(messages.formatDuration(milliseconds, "en"), expected);
  assert.equal(messages.formatDuration(7_500_000, "zh-CN"), "2 小时 5 分钟");
  assert.equal(messages.formatDuration(90_061_000, "zh"), "1 天 1 小时");
  assert.equal(messages.formatDuration(65_000, "es"), "1 min 5 s");
});
