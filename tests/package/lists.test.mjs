// listTasks through the installed package: the exact query, and lists that are long, broken or unusual.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { rejection, row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const PATH = "/v1/p/sfs-turbo/s/hpc-cache/tasks";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** What is answered with some rows. @param {unknown[]} rows @param {unknown} [count] */
const list = (rows, count = rows.length) => ({ status: 200, body: { tasks: rows, count } });

/** The tasks that a service gives. @param {unknown} body @param {object} [options] */
async function listOf(body, options) {
  const service = scriptService(() => ({ body }));
  return sfsTurboTasks.listTasks({ ...service.options, shareId: "s", ...options });
}

describe("the query", () => {
  const time = new Date("2026-11-26T09:30:00.999Z");
  /** @type {[name: string, options: object, query: string][]} */
  const QUERIES = [
    ["nothing is asked for", {}, "offset=0&limit=100"],
    ["a page is asked for", { offset: 200, limit: 1_000 }, "offset=200&limit=1000"],
    ["a single task is", { limit: 1 }, "offset=0&limit=1"],
    ["a filter is given", { type: "export", status: "FAIL" }, "type=export&status=FAIL&offset=0&limit=100"],
    [
      "a filter has other characters",
      { type: "a&limit=5#", status: "\u00fc +/" },
      "type=a%26limit%3D5%23&status=%C3%BC%20%2B%2F&offset=0&limit=100",
    ],
    [
      "times are dates, which are sent as UTC",
      { startTime: time, endTime: new Date(0) },
      "start_time=2026-11-26T09%3A30%3A00&end_time=1970-01-01T00%3A00%3A00&offset=0&limit=100",
    ],
    [
      "a time is the service's text, also with hour 24",
      { startTime: "2024-03-18T24:00:00" },
      "start_time=2024-03-18T24%3A00%3A00&offset=0&limit=100",
    ],
    [
      "a time is a date of another realm",
      { endTime: runInContext("new Date(Date.UTC(2026, 0, 2, 3, 4, 5))", createContext()) },
      "end_time=2026-01-02T03%3A04%3A05&offset=0&limit=100",
    ],
    ["null and undefined stand for nothing", { type: null, endTime: undefined }, "offset=0&limit=100"],
  ];

  for (const [name, options, query] of QUERIES) {
    test(`always has the limit: ${name}`, async () => {
      const { requests, options: usual } = scriptService(() => list([]));
      await sfsTurboTasks.listTasks({ ...usual, shareId: "s", ...options });
      const [request] = requests;
      assert.deepEqual([request?.method, request?.path, request?.query], ["GET", PATH, query]);
      assert.equal(request?.body, undefined);
    });
  }

  test("does not follow the time zone of the process", async (t) => {
    const { TZ } = process.env;
    t.after(() => {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    });
    process.env.TZ = "Asia/Shanghai";
    const { requests, options } = scriptService(() => list([row({ start_time: "2026-01-02T03:04:05" })]));
    const { tasks } = await sfsTurboTasks.listTasks({ ...options, shareId: "s", startTime: time });
    assert.equal(requests[0]?.parameters.get("start_time"), "2026-11-26T09:30:00");
    assert.equal(tasks[0].startTime.toISOString(), "2026-01-02T03:04:05.000Z");
  });

  const TIME = "must be a valid Date or a string such as 2026-11-26T09:30:00";
  /** @type {[field: string, value: unknown, says: string][]} */
  const REFUSED = [
    ["startTime", new Date(Number.NaN), TIME],
    ["endTime", 1_700_000_000_000, TIME],
    ["endTime", {}, TIME],
    ["startTime", "", "is empty: pass a non-empty string"],
    ["offset", -1, "must be a whole number from 0 to 4294967295"],
    ["offset", "5", "must be a whole number from 0 to 4294967295"],
    ["limit", 0, "must be a whole number from 1 to 1000"],
    ["limit", 1_001, "must be a whole number from 1 to 1000"],
    ["limit", 1.5, "must be a whole number from 1 to 1000"],
    ["type", 5, "must be a string, not a number"],
    ["status", "", "is empty: pass a non-empty string"],
  ];

  for (const [field, value, says] of REFUSED) {
    test(`does not contain ${field} for ${Array.isArray(value) ? "a list" : String(value) || '""'}`, async () => {
      const { requests, options } = scriptService(() => list([]));
      const error = await rejection(sfsTurboTasks.listTasks({ ...options, shareId: "s", [field]: value }));
      assert.deepEqual([error.kind, error.field], ["invalid-request", field]);
      assert.equal(error.message, `listTasks: ${field} ${says}`);
      assert.deepEqual(requests, []);
    });
  }
});

describe("a list", () => {
  test("of 1,000 tasks is complete except an entry that is not a task, which is in raw", async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => row({ task_id: `t${index}` }));
    for (const entry of [null, 5, [], { task_id: 5, status: "DOING" }, { task_id: "no status" }]) {
      const body = { tasks: rows.with(500, /** @type {any} */ (entry)), count: 1_234, more: true };
      const answer = await listOf(body, { limit: 1_000 });
      const ids = rows.map(({ task_id }) => task_id).filter((_, index) => index !== 500);
      assert.deepEqual(
        answer.tasks.map((/** @type {any} */ task) => task.taskId),
        ids,
      );
      assert.deepEqual([answer.count, answer.requestId], [1_234, "r1"]);
      assert.deepEqual(answer.raw, body);
      assert.equal(answer.tasks[998].raw, answer.raw.tasks[999]);
    }
  });

  test("gives each task as getTask does", async () => {
    const fields = row({ start_time: "2026-01-02 03:04:05", src_target: "link", new_field: 1 });
    const [listed] = (await listOf({ tasks: [fields], count: 1 })).tasks;
    const { options } = scriptService(() => ({ body: fields }));
    assert.deepEqual(listed, await sfsTurboTasks.getTask({ ...options, shareId: "s", taskId: "t" }));
  });

  for (const count of [undefined, null, "7", 1.5, {}]) {
    test(`with a count of ${JSON.stringify(count)} counts its entries instead`, async () => {
      const answer = await listOf({ tasks: [row(), null, row()], count });
      assert.deepEqual([answer.count, answer.tasks.length], [3, 2]);
    });
  }

  test("that is empty has no tasks", async () => {
    const { tasks, count } = await listOf({ tasks: [], count: 0 });
    assert.deepEqual([tasks, count], [[], 0]);
  });

  const NO_LIST = "listTasks: the answer for the tasks of file system s is not a list of tasks:";
  for (const [name, body, says] of /** @type {[string, unknown, string][]} */ ([
    ["no tasks", { count: 0 }, "it has no tasks"],
    ["tasks that are null", { tasks: null, count: 0 }, "it has no tasks"],
    ["tasks that are an object", { tasks: { 0: row() }, count: 1 }, "it has no tasks"],
    ["nothing but a task", row(), "it has no tasks"],
    ["a list at its top", [row()], "it is JSON, but not an object"],
    ["no JSON", "tasks", "it is not valid JSON"],
  ])) {
    test(`with ${name} is refused`, async () => {
      const error = await rejection(listOf(body));
      assert.deepEqual([error.kind, error.retryable], ["invalid-response", false]);
      assert.equal(error.message, `${NO_LIST} ${says} (HTTP 200, request id r1)`);
    });
  }

  test("may be 8 MiB long, and no byte more", async () => {
    const empty = JSON.stringify({ tasks: [], count: 0 });
    const most = empty + " ".repeat(8_388_608 - empty.length);
    assert.equal((await listOf(most)).count, 0);
    const error = await rejection(listOf(`${most} `));
    assert.deepEqual([error.kind, error.httpStatus], ["invalid-response", 200]);
    assert.match(error.message, / it is larger than maxResponseBytes \(/);
    assert.equal((await listOf(`${most} `, { maxResponseBytes: 8_388_609 })).count, 0);
  });
});

test("of the emulator follows its filters", async () => {
  const emulator = createEmulator({ now: () => Date.UTC(2026, 10, 26) });
  const { endpoint, projectId, token, fetch } = emulator;
  const shareId = emulator.addFileSystem();
  for (const type of ["import", "export", "export"]) emulator.addTask({ shareId, type });
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
  const { tasks, count } = await client.listTasks({
    shareId,
    type: "export",
    offset: 1,
    startTime: "2026-11-25T24:00:00",
  });
  assert.deepEqual([tasks.length, count], [1, 2]);
});

for (const name of ["tasks", "count", "status", "task_id", "taskId", "raw", "requestId", "changed"]) {
  test(`a polluted Object.prototype neither creates a list nor changes one: ${name}`, async () => {
    const polluted = { value: "polluted", configurable: true, writable: true };
    const { requests, options } = scriptService(() => list([row(), { task_id: "t" }], 2));
    const missing = scriptService(() => ({ status: 200, body: {} }));
    const client = sfsTurboTasks.createClient(options);
    Reflect.defineProperty(Object.prototype, name, polluted);
    let answer;
    let error;
    try {
      answer = await client.listTasks({ shareId: "s" });
      error = await rejection(sfsTurboTasks.listTasks({ ...missing.options, shareId: "s" }));
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
    assert.deepEqual(
      answer.tasks.map((/** @type {any} */ task) => [task.taskId, task.status]),
      [["t", "DOING"]],
    );
    assert.deepEqual([answer.count, answer.requestId, error.kind], [2, "r1", "invalid-response"]);
    assert.equal(requests[0]?.query, "offset=0&limit=100");
  });
}
