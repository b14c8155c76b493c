// Errors in words: what happened and what to do, in each language.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { documentedAnswers, documentedTask } from "sfs-turbo-tasks/emulator";
import { LANGUAGES, messages, rejection, said, scene, sfsTurboTasks } from "./message-scene.mjs";

test("a task that is gone is described in each language, with the service's words beside the package's", async () => {
  const { client } = scene();
  const error = await rejection(client.getTask({ ...documentedTask, taskId: "gone" }));
  assert.deepEqual(messages.describeError(error, "en"), {
    kind: "not-found",
    title: "Not found",
    explanation: "The task does not exist. It may have been deleted.",
    actions: ["Refresh the list and check the ID."],
    code: "SFS.TURBO.0106",
    requestId: error.requestId,
    iamAction: null,
    serviceMessage: "Invalid task id.",
    details: error.message,
    retryable: false,
    language: "en",
  });
  assert.deepEqual(said(error, "zh-CN"), ["不存在", "任务不存在，可能已被删除。", "请刷新列表并检查ID。"]);
  assert.deepEqual(said(error, "es"), [
    "No encontrado",
    "La tarea no existe. Es posible que se haya eliminado.",
    "Actualice la lista y compruebe el ID.",
  ]);
});

test("a wrong argument is named", async () => {
  const error = await rejection(scene().client.getTask({ ...documentedTask, taskId: "" }));
  assert.deepEqual(said(error, "en"), [
    "Invalid value",
    "A value is missing or not valid. Nothing was sent.",
    "Check taskId.",
    "Correct the value and try again.",
  ]);
  assert.equal(said(error, "zh-CN")[2], "请检查 taskId。");
  assert.equal(messages.describeError(error, "en").serviceMessage, null);
});

test("a creation whose answer was lost says to check the list first, whatever the code", async () => {
  const { client, emulator } = scene();
  const task = { ...documentedTask, type: /** @type {const} */ ("export"), srcTarget: "results" };
  for (const body of ["", documentedAnswers.internalServerError.body]) {
    emulator.misbehave({ status: 500, body });
    const error = await rejection(client.createTask(task));
    assert.deepEqual(said(error, "en"), [
      "Answer lost",
      "The answer was lost. The task may have been created.",
      "Look at the list of tasks before you create it again.",
    ]);
  }
  emulator.misbehave(documentedAnswers.internalServerError);
  assert.equal(said(await rejection(client.getTask(documentedTask)), "en")[0], "Service error");
});

test("a busy file system is described as busy, even if the service reports it as a refusal", async () => {
  const { client, emulator } = scene();
  emulator.misbehave(documentedAnswers.fileSystemBusy);
  const busy = ["文件系统忙", "文件系统正在进行其他操作。", "请等待其他操作完成后重试。"];
  assert.deepEqual(said(await rejection(client.getTask(documentedTask)), "zh-CN"), busy);
  emulator.misbehave({
    status: 403,
    body: '{"errCode":"SFS.TURBO.0011","errMsg":"Cluster is doing something"}',
  });
  const error = await rejection(client.getTask(documentedTask));
  assert.deepEqual(said(error, "zh-CN"), busy);
  assert.equal(messages.describeError(error, "zh-CN").serviceMessage, "Cluster is doing something");
});

test("a 404 that is not an answer of the service means a wrong address, and shows no words as the service's", async () => {
  const { client, emulator } = scene();
  emulator.misbehave({ status: 404 });
  const error = await rejection(client.getTask(documentedTask));
  assert.deepEqual(said(error, "es"), [
    "Dirección incorrecta",
    "El servicio no está en esta dirección.",
    "Compruebe la dirección, la región y el proxy.",
  ]);
  assert.equal(messages.describeError(error, "es").serviceMessage, null);
});

test("every kind has its own title in each language", () => {
  const { SfsTurboError } = sfsTurboTasks;
  const kinds = /** @type {const} */ ([
    ...[
      "invalid-request",
      "no-credentials",
      "unauthenticated",
      "forbidden",
      "not-found",
      "throttled",
      "rejected",
    ],
    ...["unavailable", "network", "timeout", "invalid-response", "task-failed", "runtime"],
  ]);
  for (const tag of LANGUAGES) {
    const titles = kinds.map((kind) => messages.describeError(new SfsTurboError({ kind }), tag).title);
    assert.equal(new Set(titles).size, kinds.length, tag);
  }
});

test("an error that a test creates with only its kind has no words of the service", () => {
  const { SfsTurboError } = sfsTurboTasks;
  for (const kind of /** @type {const} */ (["forbidden", "not-found", "unavailable"])) {
    assert.equal(messages.describeError(new SfsTurboError({ kind })).serviceMessage, null);
  }
  const double = new SfsTurboError({
    kind: "not-found",
    errCode: "SFS.TURBO.0106",
    errMsg: "Invalid task id.",
  });
  assert.equal(messages.describeError(double).serviceMessage, "Invalid task id.");
});

test("the reason of a failed task is passed on verbatim", async () => {
  const { client, emulator } = scene();
  const { taskId } = emulator.addTask({ duration: 0, outcome: "FAIL", message: "桶 <data> 不存在" });
  const ids = { ...documentedTask, taskId };
  const error = await rejection(client.waitForTask(ids));
  const { title, serviceMessage } = messages.describeError(error, "en");
  assert.deepEqual([title, serviceMessage], ["Task failed", "桶 <data> 不存在"]);
  assert.equal(messages.describeTask(await client.getTask(ids), "en").serviceMessage, "桶 <data> 不存在");
});

test("an error is described in the same way after toJSON and JSON", async () => {
  const { client } = scene();
  const error = await rejection(client.getTask({ ...documentedTask, taskId: "gone" }));
  const expected = messages.describeError(error, "es");
  assert.deepEqual(messages.describeError(error.toJSON(), "es"), expected);
  assert.deepEqual(messages.describeError(JSON.parse(JSON.stringify(error)), "es"), expected);
  assert.deepEqual(messages.describeError(structuredClone(error.toJSON()), "es"), expected);
});

test("a cancelled call, a timeout and a failed source of keys have their own texts", () => {
  assert.deepEqual(said(AbortSignal.abort().reason, "en"), ["Cancelled", "The request was cancelled."]);
  assert.equal(messages.describeError(AbortSignal.abort().reason).kind, "aborted");
  const late = messages.describeError(new DOMException("too late", "TimeoutError"), "en");
  assert.deepEqual([late.kind, late.title, late.retryable], ["timeout", "Time is up", true]);
  const keys = Object.assign(new Error("fromEnv: not set up"), { name: "CredentialsError" });
  const { kind, title, details } = messages.describeError(keys, "en");
  assert.deepEqual([kind, title, details], ["no-credentials", "Not signed in", "fromEnv: not set up"]);
});

test("a value that is not an error of this package is unknown, and its own message is kept apart", () => {
  assert.deepEqual(messages.describeError(new RangeError("<i>no</i>"), "en"), {
    kind: "unknown",
    title: "Unknown error",
    explanation: "Something unexpected went wrong.",
    actions: ["Try again.", "If the problem continues, contact technical support."],
    ...{ code: null, requestId: null, iamAction: null, serviceMessage: null },
    details: "<i>no</i>",
    retryable: false,
    language: "en",
  });
  assert.equal(messages.describeError("a text", "en").details, "a text");
});
