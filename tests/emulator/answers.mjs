// The answers of the emulator: documented bodies byte for byte, and the order of its checks.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  ask,
  create,
  createEmulator,
  DOCUMENTED_TASK,
  documentedAnswers,
  documentedTask,
  FORBIDDEN,
  headersOf,
  JSON_TYPE,
  list,
  listIds,
  pathOf,
  readTask,
  remove,
  TASK_MISSING,
  unauthenticated,
  unpublished,
} from "./known.mjs";

/**
 * @typedef {import("./known.mjs").Emulator} Emulator
 * @typedef {import("./known.mjs").Fault} Fault
 */

describe("answers", () => {
  test("the documented example is answered byte for byte, with the documented header", async () => {
    const emulator = createEmulator();
    const response = await ask(emulator);
    assert.equal(response.status, 200);
    assert.equal(await response.text(), DOCUMENTED_TASK);
    assert.deepEqual(headersOf(response), {
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "X-request-id, Retry-After",
      "content-type": JSON_TYPE,
      "x-request-id": emulator.requests[0]?.requestId,
    });
  });

  test("the documented errors are constants that misbehave accepts unchanged", async () => {
    const emulator = createEmulator();
    assert.deepEqual(documentedAnswers.task, { status: 200, body: DOCUMENTED_TASK });
    /** @type {[answer: Fault, status: number, body: string][]} */
    const documented = [
      [
        documentedAnswers.parameterError,
        400,
        '{\n  "errCode" : "SFS.TURBO.0001",\n  "errMsg" : "parameter error"\n}',
      ],
      [
        documentedAnswers.internalServerError,
        500,
        '{\n  "errCode" : "SFS.TURBO.0005",\n  "errMsg" : "Internal server error"\n}',
      ],
      [
        documentedAnswers.fileSystemBusy,
        400,
        '{"errCode":"SFS.TURBO.0103","errMsg":"The file system is being processed"}',
      ],
      [
        documentedAnswers.operationConflict,
        400,
        '{"errCode":"SFS.TURBO.0037","errMsg":"Operation conflict, client retry"}',
      ],
      [
        documentedAnswers.operationNotAllowed,
        400,
        '{"errCode":"SFS.TURBO.0041","errMsg":"Operation is not allowed"}',
      ],
      [
        documentedAnswers.bucketUnbound,
        400,
        '{"errCode":"SFS.TURBO.0111","errMsg":"The OBS configuration list is empty"}',
      ],
      [
        documentedAnswers.transferFailed,
        500,
        '{"errCode":"SFS.TURBO.0104","errMsg":"Failed to import or export OBS data"}',
      ],
      [
        documentedAnswers.accessKeyLocked,
        401,
        '{"error_msg":"Incorrect IAM authentication information: AK access failed to reach the limit,forbidden.","error_code":"APIGW.0301"}',
      ],
    ];
    for (const [answer, status, body] of documented) {
      emulator.misbehave(answer, { times: 2 });
      for (const response of [await ask(emulator), await create(emulator)]) {
        assert.equal(response.status, status);
        assert.equal(await response.text(), body);
        assert.equal(response.headers.get("content-type"), JSON_TYPE);
      }
    }
  });

  test("a missing task is a 400 with SFS.TURBO.0106", async () => {
    const response = await ask(createEmulator(), { ...documentedTask, taskId: "nothing" });
    assert.equal(response.status, 400);
    assert.equal(await response.text(), TASK_MISSING);
  });

  test("a foreign file system or project is a 403 with SFS.TURBO.9000", async () => {
    const emulator = createEmulator();
    const foreign = [
      await ask(emulator, { ...documentedTask, shareId: "another" }),
      await emulator.fetch(`${emulator.endpoint}${pathOf(documentedTask, "another")}`, {
        headers: { "X-Auth-Token": emulator.token },
      }),
    ];
    for (const response of foreign) {
      assert.equal(response.status, 403);
      assert.equal(await response.text(), FORBIDDEN);
    }
  });

  test("every operation refuses a foreign file system and a wrong token", async () => {
    const emulator = createEmulator();
    const refusedUser = { ...emulator, token: "bad" };
    /** @type {((emulator: Emulator, shareId: string) => Promise<Response>)[]} */
    const operations = [list, create, (of, shareId) => remove(of, { ...documentedTask, shareId })];
    for (const operation of operations) {
      const foreign = await operation(emulator, "another");
      assert.deepEqual([foreign.status, await foreign.text()], [403, FORBIDDEN]);
      const refused = await operation(refusedUser, documentedTask.shareId);
      const requestId = refused.headers.get("x-request-id");
      assert.deepEqual([refused.status, await refused.text()], [401, unauthenticated(requestId)]);
    }
    assert.equal(await (await ask(emulator)).text(), DOCUMENTED_TASK);
    assert.deepEqual(await listIds(emulator), [documentedTask.taskId]);
  });

  test("a wrong or missing token is the gateway's 401, before any other check", async () => {
    const emulator = createEmulator({ token: "good" });
    /** @type {Record<string, string>[]} */
    const refused = [{}, { "X-Auth-Token": "bad" }, { "X-Auth-Token": "goo" }, { "X-Auth-Token": "" }];
    for (const headers of refused) {
      const response = await ask(emulator, { shareId: "another", taskId: "nothing" }, { headers });
      assert.equal(response.status, 401);
      assert.equal(await response.text(), unauthenticated(response.headers.get("x-request-id")));
    }
  });

  test("a path or a method that is not published is the gateway's 404, before the token is checked", async () => {
    const emulator = createEmulator();
    const path = pathOf(documentedTask);
    for (const [method, wrong] of [
      ["GET", "/"],
      ["GET", `${path}/`],
      ["GET", `/proxy${path}`],
      ["GET", path.replace("/task/", "/tasks/")],
      ["GET", path.replace(/\/task\/.*/, "/task")],
      ["POST", path.replace(/\/task\/.*/, "/tasks")],
      ["DELETE", path.replace(/\/task\/.*/, "/tasks")],
      ["DELETE", path.replace(/\/task\/.*/, "/task")],
      ["GET", path.replace("/v1/", "/v2/")],
      ["GET", path.replace("11abef677ac40f46644d1d5cfc2424a4", "")],
      ["POST", path],
      ["PATCH", path],
      ["PUT", path],
    ]) {
      const response = await emulator.fetch(`${emulator.endpoint}${wrong}`, { method });
      assert.equal(response.status, 404, `${method} ${wrong}`);
      assert.equal(await response.text(), unpublished(response.headers.get("x-request-id")));
    }
  });

  test("a path with malformed escapes is answered like any other", async () => {
    const emulator = createEmulator();
    const headers = { "X-Auth-Token": emulator.token };
    const base = `${emulator.endpoint}/v1/${emulator.projectId}/sfs-turbo`;
    const share = await emulator.fetch(`${base}/%E0%A4%A/hpc-cache/task/1`, { headers });
    assert.equal(share.status, 403);
    const task = await emulator.fetch(`${base}/${documentedTask.shareId}/hpc-cache/task/%zz%`, { headers });
    assert.equal(task.status, 400);
    assert.equal(await task.text(), TASK_MISSING);
  });

  test("ids may hold any character, decoded segment by segment", async () => {
    const emulator = createEmulator({ projectId: "pro/ject ü" });
    const shareId = emulator.addFileSystem("a/b?c#d%2F ☃");
    const { taskId } = emulator.addTask({ shareId, taskId: "../x%" });
    const task = await readTask(emulator, { shareId, taskId });
    assert.equal(task.task_id, "../x%");
    assert.equal(
      emulator.requests[0]?.path,
      "/v1/pro%2Fject%20%C3%BC/sfs-turbo/a%2Fb%3Fc%23d%252F%20%E2%98%83/hpc-cache/task/..%2Fx%25",
    );
  });

  test("names of Object.prototype are ordinary ids, and unknown", async () => {
    const emulator = createEmulator();
    assert.equal((await ask(emulator, { shareId: "__proto__", taskId: "constructor" })).status, 403);
    assert.equal((await ask(emulator, { ...documentedTask, taskId: "__proto__" })).status, 400);
  });

  test("every answer has its own X-request-id of 32 hexadecimal digits, including faults and preflights", async () => {
    const emulator = createEmulator();
    emulator.misbehave({ status: 502, headers: { "content-type": "text/html" }, body: "<html>" });
    const answers = [
      await ask(emulator),
      await ask(emulator),
      await ask(emulator, { shareId: "x", taskId: "x" }),
      await ask(emulator, documentedTask, { method: "OPTIONS" }),
      await emulator.fetch(`${emulator.endpoint}/`),
    ];
    const ids = answers.map((answer) => answer.headers.get("x-request-id"));
    for (const id of ids) assert.match(id ?? "", /^[0-9a-f]{32}$/);
    assert.equal(new Set(ids).size, answers.length);
    assert.deepEqual(
      ids,
      emulator.requests.map(({ requestId }) => requestId),
    );
  });
});
