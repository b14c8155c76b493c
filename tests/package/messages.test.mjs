// Errors, tasks and durations in words: the texts of each language, and the fallback for a missing text.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import { createEmulator, documentedAnswers, documentedTask } from "sfs-turbo-tasks/emulator";
import { gatewayCodes, serviceCodes } from "./message-codes.mjs";
import { checkout, runProgram } from "./program.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const LANGUAGES = ["en", "zh-CN", "es"];

/** @type {string} */
let folder;
/** @type {any} */
let sfsTurboTasks;
/** @type {any} */
let messages;

before(async () => {
  folder = await installTarball();
  sfsTurboTasks = await importInstalled(folder);
  messages = await importInstalled(folder, "sfs-turbo-tasks/messages");
});

/** @param {object} [options] */
function scene(options) {
  const emulator = createEmulator();
  const { endpoint, projectId, token, fetch } = emulator;
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch, maxRetries: 0, ...options });
  return { emulator, client };
}

/** @param {Promise<unknown>} promise @returns {Promise<any>} */
function rejection(promise) {
  return promise.then(
    () => assert.fail("the call was to fail"),
    (error) => error,
  );
}

/** What people read of an error. @param {unknown} error @param {string} [locale] */
function said(error, locale) {
  const { title, explanation, actions } = messages.describeError(error, locale);
  return [title, explanation, ...actions];
}

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

test("a missing permission names the IAM action, which depends on the operation", async () => {
  const { client } = scene();
  const ids = { ...documentedTask, shareId: "another" };
  const error = await rejection(client.getTask(ids));
  assert.deepEqual(said(error, "en"), [
    "No permission",
    "The file system does not exist, or you may not use it.",
    "Check the project and the file system.",
    "Ask an administrator for the permission.",
    "The IAM action that is needed: sfsturbo:shares:getDataRepositoryTask",
  ]);
  assert.equal(said(error, "zh-CN").at(-1), "所需IAM授权项：sfsturbo:shares:getDataRepositoryTask");
  assert.equal(said(error, "es").at(-1), "Acción de IAM necesaria: sfsturbo:shares:getDataRepositoryTask");
  const listed = await rejection(client.listTasks(ids));
  assert.equal(messages.describeError(listed, "en").iamAction, "sfsturbo:shares:getAllDataRepositoryTasks");
  const unnamed = new sfsTurboTasks.SfsTurboError({ kind: "forbidden" });
  assert.deepEqual(said(unnamed, "en").slice(1), [
    "You have no permission for this operation.",
    "Check the project and the file system.",
    "Ask an administrator for the permission.",
  ]);
});

test("the IAM actions are those of the operations' tables", () => {
  const files = readdirSync(join(checkout, "src/operation"));
  const tables = files.map((file) => readFileSync(join(checkout, "src/operation", file), "utf8"));
  let operations = 0;
  for (const table of tables) {
    const [, name] = table.match(/: Operation = Operation \{\n\s+name: "(\w+)",/) ?? [];
    const [, action] = table.match(/iam_action: "([^"]+)"/) ?? [];
    if (name === undefined || action === undefined) continue;
    operations += 1;
    const error = new sfsTurboTasks.SfsTurboError({ kind: "forbidden", operation: name });
    const told = messages.describeError(error).iamAction;
    assert.equal(told, action, `js/messages/topics.ts has the action of ${name}`);
  }
  assert.ok(operations >= 4, `${operations} operations`);
  const following = {
    waitForTask: "getTask",
    watchTask: "getTask",
    listAllTasks: "listTasks",
    watchTasks: "listTasks",
  };
  for (const [name, look] of Object.entries(following)) {
    const [whole, one] = [name, look].map((operation) => {
      return messages.describeError({ name: "SfsTurboError", kind: "forbidden", operation }).iamAction;
    });
    assert.equal(whole, one, name);
  }
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
  const task = { ...documentedTask, type: "export", srcTarget: "results" };
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

test("an unknown code has the texts of its kind, and the service's own words verbatim", async () => {
  const { client, emulator } = scene();
  const errMsg = "Neuer Fehler: <b>Platte voll</b> \u202e100 %";
  emulator.misbehave({ status: 400, body: JSON.stringify({ errCode: "SFS.TURBO.4711", errMsg }) });
  const { title, explanation, actions, code, serviceMessage } = messages.describeError(
    await rejection(client.getTask(documentedTask)),
    "zh-CN",
  );
  assert.deepEqual(
    [title, explanation, ...actions],
    ["请求被拒绝", "服务未接受该请求。", "请修改参数后重试。"],
  );
  assert.deepEqual([code, serviceMessage], ["SFS.TURBO.4711", errMsg]);
});

test("every code of the service, and of the gateway under each prefix, has its own explanation in each language", async () => {
  for (const tag of LANGUAGES) {
    const { codes } = (await importInstalled(folder, `sfs-turbo-tasks/messages/${tag}`)).messages;
    const explain = (/** @type {string} */ errCode) =>
      messages.describeError({ name: "SfsTurboError", kind: "rejected", errCode, httpStatus: 400 }, tag)
        .explanation;
    assert.deepEqual(
      serviceCodes.map(explain),
      serviceCodes.map((code) => codes[code]),
    );
    const [canonical = []] = gatewayCodes;
    for (const prefixed of gatewayCodes) {
      assert.deepEqual(
        prefixed.map(explain),
        canonical.map((code) => codes[code]),
        prefixed[0],
      );
    }
  }
});

test("the status decides between several meanings of one gateway code", () => {
  const explain = (/** @type {number} */ httpStatus, kind = "rejected") =>
    messages.describeError({ name: "SfsTurboError", kind, errCode: "APIG.0201", httpStatus }, "en")
      .explanation;
  assert.deepEqual(
    [400, 413, 414, 494, 499].map((status) => explain(status)),
    ["The request is malformed.", ...Array(3).fill("The request is too large."), "The request is malformed."],
  );
  assert.equal(explain(504, "unavailable"), "The service did not answer in time.");
});

test("every kind has its own title in each language", () => {
  const { SfsTurboError } = sfsTurboTasks;
  const kinds = [
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
  ];
  for (const tag of LANGUAGES) {
    const titles = kinds.map((kind) => messages.describeError(new SfsTurboError({ kind }), tag).title);
    assert.equal(new Set(titles).size, kinds.length, tag);
  }
});

test("an error that a test creates with only its kind has no words of the service", () => {
  const { SfsTurboError } = sfsTurboTasks;
  for (const kind of ["forbidden", "not-found", "unavailable"]) {
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

const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const throwing = () => {
  throw new Error("never to be seen");
};
const HOSTILE = {
  nothing: undefined,
  null: null,
  "not a number": Number.NaN,
  "a symbol": Symbol("secret"),
  "a big integer": 10n,
  "a function": () => {},
  "a proxy that was revoked": revoked,
  "a proxy that refuses everything": new Proxy(
    {},
    { get: throwing, has: throwing, getPrototypeOf: throwing },
  ),
  "a proxy that is its own every field": new Proxy({}, { get: (_, __, self) => self }),
  "a proxy whose fields are all text": new Proxy({}, { get: () => "SfsTurboError" }),
  "getters that throw": Object.defineProperties(
    {},
    {
      name: { get: throwing },
      kind: { get: throwing },
      message: { get: throwing },
    },
  ),
  "an object without a prototype": Object.create(null),
  "an object without a text": { toString: throwing, valueOf: throwing, message: { toString: throwing } },
  "a kind that every object has": { name: "SfsTurboError", kind: "constructor", errCode: "toString" },
  "a name that every object has": { name: "constructor", message: "" },
  "an operation that every object has": {
    name: "SfsTurboError",
    kind: "forbidden",
    operation: "constructor",
  },
  "a kind that is a prototype": { name: "SfsTurboError", kind: "__proto__", errCode: "__proto__" },
  "fields of other types": {
    ...{ name: "SfsTurboError", kind: "forbidden", errCode: 7, errMsg: {}, requestId: [], operation: null },
    ...{ httpStatus: { toString: throwing }, field: Symbol("f"), task: 5 },
  },
  "a code of a million characters": {
    name: "SfsTurboError",
    kind: "rejected",
    errCode: "APIG.".repeat(200_000),
  },
  "a task with getters that throw": {
    status: "FAIL",
    get startTime() {
      return throwing();
    },
    get message() {
      return throwing();
    },
  },
  "a task with strange times": { status: "FAIL", startTime: { toString: throwing }, endTime: Symbol("t") },
};

for (const [name, value] of Object.entries(HOSTILE)) {
  test(`nothing throws, and there is always text, for ${name}`, () => {
    for (const locale of LANGUAGES) {
      const error = messages.describeError(value, locale);
      for (const text of [error.title, error.explanation, ...error.actions]) assert.ok(text.length > 0);
      for (const text of [error.details, error.kind]) assert.equal(typeof text, "string");
      for (const text of [error.code, error.requestId, error.iamAction, error.serviceMessage]) {
        assert.ok(text === null || (typeof text === "string" && text !== ""));
      }
      assert.doesNotMatch(
        `${[error.title, error.explanation, ...error.actions]}`,
        /[{}]|undefined|never to be seen/,
      );
      const task = messages.describeTask(value, locale);
      for (const text of [task.title, task.type, task.status, task.path, task.explanation]) {
        assert.equal(typeof text, "string");
      }
      assert.equal(task.duration, null);
      for (const describe of [messages.describeStatus, messages.describeType]) {
        const { title, explanation } = describe(value, locale);
        assert.deepEqual([typeof title, explanation], ["string", ""]);
      }
      assert.match(messages.formatDuration(value, locale), /^$/);
    }
    assert.equal(messages.describeError(new Error("x"), value).title.length > 0, true);
  });
}

test("a running task is described with the time since its start", async () => {
  const { client } = scene();
  const task = await client.getTask(documentedTask);
  const now = task.startTime.getTime() + 7_505_000;
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

test("a locale is accepted in any spelling, and an unknown language becomes English", () => {
  const language = (/** @type {unknown} */ locale) => messages.describeError(1, locale).language;
  const spellings = {
    "zh-CN": ["zh-CN", "zh", "ZH_cn", "zh_CN.UTF-8", "zh-Hans-CN", "zh-Hans", "zh-TW", "zh-SG-u-nu-hanidec"],
    es: ["es", "ES-mx", "es_ES@euro", "es-419", " es "],
    en: ["en", "en-GB", "EN_us", "de", "C", "POSIX", "x", "-", "not a tag", "eng", "constructor"],
  };
  for (const [tag, locales] of Object.entries(spellings)) {
    for (const locale of locales) assert.equal(language(locale), tag, locale);
  }
});

test("without a locale the page's language decides, then its reader's, then the process's", async () => {
  const language = () => messages.describeError(1).language;
  const names = /** @type {const} */ (["document", "navigator"]);
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  const set = (/** @type {string} */ name, /** @type {unknown} */ value) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    set("document", { documentElement: { lang: "" } });
    set("navigator", { language: "es-AR" });
    assert.equal(language(), "es");
    set("document", { documentElement: { lang: "zh-Hans" } });
    assert.equal(language(), "zh-CN");
    set("document", new Proxy({}, { get: throwing }));
    assert.equal(language(), "en");
  } finally {
    for (const [index, name] of names.entries()) {
      const descriptor = before[index];
      if (descriptor === undefined) delete (/** @type {any} */ (globalThis)[name]);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  }
  const program =
    'import { describeError } from "sfs-turbo-tasks/messages"; console.log(describeError(1).title);';
  for (const [locale, title] of [
    ["zh_CN.UTF-8", "未知错误"],
    ["es_ES.UTF-8", "Error desconocido"],
  ]) {
    const args = ["--input-type=module", "--eval", program];
    const { stdout } = await runProgram(process.execPath, args, { cwd: folder, env: { LC_ALL: locale } });
    assert.equal(stdout, `${title}\n`);
  }
});

test("each language is an entry of its own, also for require, and gives the same texts", async () => {
  const require = createRequire(join(folder, "entry.cjs"));
  const error = new sfsTurboTasks.SfsTurboError({ kind: "forbidden", operation: "listTasks" });
  const task = { type: "export", status: "DOING", srcTarget: "results", startTime: new Date(0) };
  for (const tag of LANGUAGES) {
    const name = `sfs-turbo-tasks/messages/${tag}`;
    for (const alone of [await importInstalled(folder, name), require(name)]) {
      assert.deepEqual(alone.describeError(error), messages.describeError(error, tag));
      assert.deepEqual(alone.describeTask(task, 5_000), messages.describeTask(task, tag, 5_000));
      assert.deepEqual(alone.describeStatus("FAIL"), messages.describeStatus("FAIL", tag));
      assert.deepEqual(alone.describeType("preload"), messages.describeType("preload", tag));
      assert.equal(alone.formatDuration(65_000), messages.formatDuration(65_000, tag));
    }
  }
  assert.equal(require("sfs-turbo-tasks/messages").describeStatus("FAIL", "zh").title, "失败");
});

test("a new language has some texts of its own, and the others from English", async () => {
  const { addMessages, describeError, describeStatus, formatDuration, describeTask } = await importInstalled(
    await installTarball(),
    "sfs-turbo-tasks/messages",
  );
  const table = { statuses: { DOING: { title: "Läuft" } }, units: { hour: "Std." }, task: "{path} ({type})" };
  addMessages("de", table);
  table.statuses.DOING.title = "changed later";
  assert.deepEqual(describeStatus("DOING", "de-AT"), { title: "Läuft", explanation: "The task is running." });
  assert.equal(formatDuration(86_400_000 * 1_234 + 3_600_000, "de"), "1.234 d 1 Std.");
  assert.equal(describeTask({ type: "export", srcTarget: "a" }, "de").title, "a (Export)");
  assert.deepEqual([describeError(1, "de").title, describeError(1, "de").language], ["Unknown error", "de"]);
  addMessages("DE", { topics: { unknown: { title: "Unbekannt", actions: [] } }, codes: { "OBS.1": "Neu." } });
  const { title, explanation, actions, language } = describeError(1, "de");
  assert.deepEqual(
    [title, explanation, actions, language],
    ["Unbekannt", "Something unexpected went wrong.", [], "de"],
  );
  assert.equal(describeStatus("DOING", "de").title, "Läuft");
  const coded = { name: "SfsTurboError", kind: "rejected", errCode: "OBS.1" };
  assert.equal(describeError(coded, "de").explanation, "Neu.");
  assert.equal(describeError(coded, "en").explanation, "The service did not accept the request.");
});

test("a region of a language uses its own texts first, then the language's, then English", async () => {
  const { addMessages, describeStatus } = await importInstalled(
    await installTarball(),
    "sfs-turbo-tasks/messages",
  );
  addMessages("es-MX", { statuses: { DOING: { title: "Corriendo" }, PAUSED: { title: "En pausa" } } });
  addMessages("en", { statuses: { HELD: { title: "Held" } } });
  assert.deepEqual(describeStatus("DOING", "es_mx"), {
    title: "Corriendo",
    explanation: "La tarea está en curso.",
  });
  assert.equal(describeStatus("PAUSED", "es-MX").title, "En pausa");
  assert.equal(describeStatus("PAUSED", "es").title, "PAUSED");
  assert.equal(describeStatus("HELD", "es-MX").title, "Held");
  assert.equal(describeStatus("DOING", "en").title, "In progress");
});

test("an invalid table is refused, and changes nothing", () => {
  const { addMessages, describeStatus } = messages;
  const refused = /** @type {const} */ ([
    [[undefined, {}], "addMessages: locale must be a tag such as de or pt-BR"],
    [["", {}], "addMessages: locale must be a tag such as de or pt-BR"],
    [["en", undefined], "addMessages: the table must be an object of texts"],
    [["en", "text"], "addMessages: the table must be an object of texts"],
    [["en", { status: {} }], "addMessages: the table has no section status"],
    [["en", { constructor: {} }], "addMessages: the table has no section constructor"],
    [
      ["en", JSON.parse('{"__proto__":{"task":"polluted"}}')],
      "addMessages: the table has no section __proto__",
    ],
    [["en", { codes: { X: 5 } }], "addMessages: X must be text"],
    // Text in the place of an object would hide all texts of that place.
    [["en", { topics: "text" }], "addMessages: topics must be an object of texts"],
    [["en", { statuses: { DOING: "Running" } }], "addMessages: DOING must be an object of texts"],
    [["en", { statuses: { NEW: "New" } }], "addMessages: NEW must be an object of texts"],
    [["en", { task: { a: "b" } }], "addMessages: task must be text"],
    [["en", { units: { day: ["d"] } }], "addMessages: day must be text"],
    [["en", { topics: { unknown: { title: ["a"] } } }], "addMessages: title must be text"],
    [["en", { topics: { unknown: { actions: "a" } } }], "addMessages: actions must be a list of texts"],
    [["en", { topics: { unknown: { title: { a: "b" } } } }], "addMessages: title must be text"],
    [["en", { topics: { unknown: { actions: [5] } } }], "addMessages: actions must be a list of texts"],
  ]);
  for (const [args, message] of refused) {
    assert.throws(() => addMessages(...args), { name: "TypeError", message });
  }
  addMessages("en", JSON.parse('{"codes":{"__proto__":"polluted"}}'));
  assert.equal(said(1, "en")[0], "Unknown error");
  assert.equal(describeStatus("DOING", "en").title, "In progress");
  assert.equal(/** @type {any} */ ({}).task, undefined);
});

test("an added language has a tag that pages and Intl accept, in whatever spelling it was added", () => {
  const { addMessages, describeError, formatDuration } = messages;
  addMessages("it_IT.UTF-8", { units: { day: "g" } });
  assert.equal(describeError(1, "it-it").language, "it-IT");
  assert.equal(formatDuration(86_400_000 * 12_345, "it"), "12.345 g");
});

test("a locale of any number of parts costs no more time than a short one", () => {
  const { describeStatus } = messages;
  // With work that grows with the square of the parts, this would take hours.
  assert.equal(describeStatus("DOING", `es${"-a".repeat(1_000_000)}`).title, "En curso");
});

test("only the kinds of errors are kinds, and a current time that is none leaves out the duration", () => {
  const { describeError, describeTask } = messages;
  const kindOf = (/** @type {string} */ kind) => describeError({ name: "SfsTurboError", kind }, "en").kind;
  assert.deepEqual(["busy", "aborted", "lost-answer", "timeout"].map(kindOf), [
    ...["unknown", "unknown", "unknown", "timeout"],
  ]);
  const task = { status: "DOING", startTime: new Date(0) };
  for (const now of [5n, Symbol("now"), Number.NaN, null, {}]) {
    const { duration, explanation } = describeTask(task, "en", /** @type {any} */ (now));
    assert.deepEqual([duration, explanation], [null, "The task is running."]);
  }
  assert.equal(describeTask(task, "en", 60_000).duration, "1 min");
});
