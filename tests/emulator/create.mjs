// New tasks that a client creates.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import {
  create,
  createEmulator,
  documentedAnswers,
  documentedTask,
  headersOf,
  JSON_TYPE,
  listIds,
  NEW_TASK,
  readList,
  readTask,
  withClock,
} from "./known.mjs";

const refusal = (/** @type {string} */ errMsg, errCode = "SFS.TURBO.0001") =>
  JSON.stringify({ errCode, errMsg });
const PREFIX =
  'parameter error: src_prefix must have 1 to 1024 characters, none of \\ : * ? " < > |, and no . at its ends';

describe("create", () => {
  test("answers 202 with the id of a task that runs from now on", async () => {
    const { clock, emulator } = withClock();
    const shareId = emulator.addFileSystem();
    const response = await create(emulator, shareId);
    assert.equal(response.status, 202);
    assert.deepEqual(headersOf(response), {
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "X-request-id, Retry-After",
      "content-type": JSON_TYPE,
      "x-request-id": emulator.requests[0]?.requestId,
    });
    const body = await response.text();
    const taskId = "5f5bd2c4-0000-4000-8000-000000000002";
    assert.equal(body, `{"task_id":"${taskId}"}`);
    assert.equal(emulator.requests[0]?.body, JSON.stringify(NEW_TASK));
    const running = {
      task_id: taskId,
      type: "export",
      status: "DOING",
      src_target: "results",
      src_prefix: "2026/",
      dest_target: "results",
      dest_prefix: "2026/",
      start_time: "2026-01-31T23:59:50",
      end_time: "",
      message: "",
    };
    assert.deepEqual(await readTask(emulator, { shareId, taskId }), running);
    clock.time += 5000;
    const ended = { ...running, status: "SUCCESS", end_time: "2026-01-31T23:59:55" };
    assert.deepEqual(await readTask(emulator, { shareId, taskId }), ended);
  });

  test("followed by a wait and a list, is a complete cycle", async () => {
    const emulator = createEmulator({ taskDuration: 5 });
    const shareId = emulator.addFileSystem();
    const { task_id: taskId } = await (await create(emulator, shareId)).json();
    while ((await readTask(emulator, { shareId, taskId })).status === "DOING") await wait(1);
    const { tasks, count } = await readList(emulator, shareId);
    assert.deepEqual([tasks.map(({ status }) => status), count], [["SUCCESS"], 1]);
  });

  test("needs only type and target, and its prefix is empty then", async () => {
    const emulator = createEmulator();
    const { shareId } = documentedTask;
    for (const [body, prefix] of /** @type {const} */ ([
      [{ type: "import", src_target: "a", dest_target: "a" }, ""],
      [{ type: "import_metadata", src_target: "a", dest_target: "a", src_prefix: "b" }, "b"],
      [{ type: "preload", src_target: "a", dest_target: "a", attributes: {}, unknown: [null] }, ""],
      [{ ...NEW_TASK, attributes: { file_mode: 0, dir_mode: 777, uid: 0, gid: 0 } }, "2026/"],
    ])) {
      const response = await create(emulator, shareId, body);
      assert.equal(response.status, 202);
      const { task_id: taskId } = await response.json();
      const task = await readTask(emulator, { shareId, taskId });
      assert.deepEqual([task.type, task.src_prefix, task.dest_prefix], [body.type, prefix, prefix]);
    }
  });

  test("accepts application/json in any spelling, and no other Content-Type", async () => {
    const emulator = createEmulator();
    const token = { "X-Auth-Token": emulator.token };
    for (const type of ["application/json", "Application/JSON", "application/json;charset=UTF-8"]) {
      const headers = { ...token, "Content-Type": type };
      assert.equal((await create(emulator, undefined, NEW_TASK, { headers })).status, 202);
    }
    const body = new TextEncoder().encode(JSON.stringify(NEW_TASK));
    for (const headers of [
      token,
      { ...token, "Content-Type": "text/plain" },
      { ...token, "Content-Type": "application/json-patch" },
    ]) {
      const response = await create(emulator, undefined, NEW_TASK, { headers, body });
      assert.deepEqual(
        [response.status, await response.text()],
        [400, refusal("parameter error: Content-Type must be application/json")],
      );
    }
    assert.equal((await listIds(emulator)).length, 4);
  });

  /**
   * @param {string} what
   * @param {object | string} body
   * @param {string} text
   */
  const refused = (what, body, text) => /** @type {const} */ ([what, body, text]);

  const refusals = [
    refused("a body that is no JSON", "{", refusal("parameter error: the body must be a JSON object")),
    refused("no body", "", refusal("parameter error: the body must be a JSON object")),
    refused("a list", "[]", refusal("parameter error: the body must be a JSON object")),
    refused("null", "null", refusal("parameter error: the body must be a JSON object")),
    ...[undefined, "EXPORT", 1].map((type) =>
      refused(
        `the type ${type}`,
        { ...NEW_TASK, type },
        refusal("parameter error: type must be one of import, import_metadata, preload, export"),
      ),
    ),
    ...[undefined, "", null].map((target) =>
      refused(
        `the src_target ${JSON.stringify(target)}`,
        { ...NEW_TASK, src_target: target, dest_target: target },
        refusal("parameter error: src_target must be a name"),
      ),
    ),
    ...[undefined, "other"].map((target) =>
      refused(
        `the dest_target ${target}`,
        { ...NEW_TASK, dest_target: target },
        refusal("parameter error: dest_target must equal src_target"),
      ),
    ),
    ...["", null, "a:b", "a\\b", "a*", "?", '"', "<", ">", "|", ".a", "a.", ".", "x".repeat(1025)].map(
      (prefix) =>
        refused(
          `the src_prefix ${JSON.stringify(prefix).slice(0, 9)}`,
          { ...NEW_TASK, src_prefix: prefix, dest_prefix: prefix },
          refusal(PREFIX),
        ),
    ),
    ...["2026", "", null].map((prefix) =>
      refused(
        `the dest_prefix ${JSON.stringify(prefix)}`,
        { ...NEW_TASK, dest_prefix: prefix },
        refusal("parameter error: dest_prefix must equal src_prefix"),
      ),
    ),
    refused(
      "a dest_prefix without a src_prefix",
      { ...NEW_TASK, src_prefix: undefined },
      refusal("parameter error: dest_prefix must equal src_prefix"),
    ),
    ...[null, [], "640"].map((attributes) =>
      refused(
        `the attributes ${JSON.stringify(attributes)}`,
        { ...NEW_TASK, attributes },
        refusal("parameter error: attributes must be an object"),
      ),
    ),
    ...[778, 1000, 648, 809, -1, 6.4, "640", null].flatMap((mode) =>
      ["file_mode", "dir_mode"].map((name) =>
        refused(
          `the ${name} ${JSON.stringify(mode)}`,
          { ...NEW_TASK, attributes: { [name]: mode } },
          refusal("invalid mode", "SFS.TURBO.0122"),
        ),
      ),
    ),
    ...[4_294_967_295, -1, 0.5, "0", null].flatMap((id) =>
      ["uid", "gid"].map((name) =>
        refused(
          `the ${name} ${JSON.stringify(id)}`,
          { ...NEW_TASK, attributes: { [name]: id } },
          refusal(`parameter error: ${name} must be a whole number from 0 to 4294967294`),
        ),
      ),
    ),
  ];
  for (const [what, body, text] of refusals) {
    test(`refuses ${what} with 400, and starts nothing`, async () => {
      const emulator = createEmulator();
      const response = await create(emulator, undefined, body);
      assert.deepEqual([response.status, await response.text()], [400, text]);
      assert.equal(response.headers.get("content-type"), JSON_TYPE);
      assert.deepEqual(await listIds(emulator), [documentedTask.taskId]);
    });
  }

  test("accepts a prefix of 1024 characters of any kind", async () => {
    const prefix = "☃🐪./".repeat(256);
    const response = await create(createEmulator(), undefined, {
      ...NEW_TASK,
      src_prefix: prefix,
      dest_prefix: prefix,
    });
    assert.equal(response.status, 202);
  });

  test("is answered with a conflict while maxRunningTasks run in the file system", async () => {
    const { clock, emulator } = withClock({ maxRunningTasks: 2 });
    const [shareId, other] = [emulator.addFileSystem(), emulator.addFileSystem()];
    /** @type {number[]} */
    const statuses = [];
    const ask = async (/** @type {string} */ share) => statuses.push((await create(emulator, share)).status);
    await ask(shareId);
    clock.time += 1000;
    await ask(shareId);
    await ask(shareId);
    await ask(other);
    clock.time += 4000;
    await ask(shareId);
    const [running = ""] = await listIds(emulator, shareId, { status: "DOING" });
    const refused = await create(emulator, shareId);
    assert.deepEqual([refused.status, await refused.text()], [400, documentedAnswers.operationConflict.body]);
    emulator.deleteTask(shareId, running);
    await ask(shareId);
    assert.deepEqual(statuses, [202, 202, 400, 202, 202, 202]);
  });
});
