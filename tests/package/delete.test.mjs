// deleteTask through the installed package: an empty answer is a good one, and a lost answer does no harm.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import {
  brokenConnection,
  MISSING,
  rejection,
  SILENCE,
  scriptService,
  UNAVAILABLE,
} from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const ids = { shareId: "s", taskId: "t" };

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

test("a task is deleted with one DELETE that has no body", async () => {
  const { requests, options } = scriptService(() => ({ status: 202 }));
  assert.deepEqual(await sfsTurboTasks.deleteTask({ ...options, ...ids }), { requestId: "r1" });
  const [request, ...others] = requests;
  assert.deepEqual(others, []);
  assert.deepEqual(
    [request?.method, request?.path, request?.query, request?.body],
    ["DELETE", "/v1/p/sfs-turbo/s/hpc-cache/task/t", "", undefined],
  );
  assert.deepEqual(request?.headers, {
    "Content-Type": "application/json",
    "X-Auth-Token": options.token,
  });
});

test("a line break as the body confirms the deletion too", async () => {
  const { options } = scriptService(() => ({ status: 202, body: "\r\n" }));
  assert.deepEqual(await sfsTurboTasks.deleteTask({ ...options, ...ids }), { requestId: "r1" });
});

test("an error in the body under a success status is ignored", async () => {
  const { options } = scriptService(() => ({
    status: 200,
    body: { errCode: "SFS.TURBO.0106", errMsg: "no" },
  }));
  const error = await rejection(sfsTurboTasks.deleteTask({ ...options, ...ids }));
  assert.equal(error.kind, "invalid-response");
  assert.equal(
    error.errMsg,
    "the answer for task t is not the confirmation of a deletion: it is not empty, but says SFS.TURBO.0106 no",
  );
});

for (const [name, answer] of Object.entries({
  "a 204, which has no body at all": () => new Response(null, { status: 204 }),
  "a 200 with a JSON object, of which nothing is read": () => new Response('{"task_id":5}'),
})) {
  test(`${name} confirms the deletion too`, async () => {
    const { options } = scriptService(() => ({}));
    const fetch = async () => answer();
    assert.deepEqual(await sfsTurboTasks.deleteTask({ ...options, ...ids, fetch }), { requestId: null });
  });
}

for (const [name, answer] of Object.entries({
  "a page": { body: "<!doctype html><title>Sign in</title>", headers: { "content-type": "text/html" } },
  "a JSON text": { body: '"deleted"' },
  "a JSON list": { body: "[]" },
})) {
  test(`a 200 with ${name} is not the confirmation of a deletion`, async () => {
    const { requests, options } = scriptService(() => answer);
    const error = await rejection(sfsTurboTasks.deleteTask({ ...options, ...ids }));
    assert.deepEqual(
      [error.kind, error.errCode, error.httpStatus, error.attempts],
      ["invalid-response", "CLIENT.INVALID_RESPONSE", 200, 1],
    );
    assert.ok(
      error.message.startsWith("deleteTask: the answer for task t is not the confirmation of a deletion: "),
    );
    assert.equal(requests.length, 1);
  });
}

test("a task that does not exist at the first request rejects as not-found", async () => {
  const { options } = scriptService(() => MISSING);
  const error = await rejection(sfsTurboTasks.deleteTask({ ...options, ...ids }));
  assert.deepEqual(
    [error.kind, error.errCode, error.message],
    [
      "not-found",
      "SFS.TURBO.0106",
      "deleteTask: found no task t of file system s: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id r1)",
    ],
  );
});

/** Answers that may be lost, and then it is not known whether the task was deleted. @type {Record<string, () => any>} */
const LOST = {
  "a 503": () => UNAVAILABLE,
  "a reset": () => {
    throw brokenConnection("ECONNRESET");
  },
  "an attemptTimeout": () => SILENCE,
};

for (const [name, answer] of Object.entries(LOST)) {
  test(`a task that no longer exists after ${name} counts as deleted`, async (t) => {
    t.mock.method(Math, "random", () => 0);
    const { requests, options } = scriptService((_, index) => (index === 0 ? answer() : MISSING));
    const given = await sfsTurboTasks.deleteTask({ ...options, ...ids, attemptTimeout: 50 });
    assert.deepEqual(given, { requestId: "r2" });
    assert.deepEqual(
      requests.map(({ method }) => method),
      ["DELETE", "DELETE"],
    );
  });
}

for (const [name, answer] of Object.entries({
  "a 429": () => ({ status: 429 }),
  "a refused connection": () => {
    throw brokenConnection("ECONNREFUSED");
  },
})) {
  test(`a task that does not exist after ${name} rejects as not-found, since no deletion had arrived`, async (t) => {
    t.mock.method(Math, "random", () => 0);
    const { options } = scriptService((_, index) => (index === 0 ? answer() : MISSING));
    const error = await rejection(sfsTurboTasks.deleteTask({ ...options, ...ids }));
    assert.deepEqual([error.kind, error.attempts], ["not-found", 2]);
  });
}

test("a file system that does not exist is not-found, even after a lost answer", async (t) => {
  t.mock.method(Math, "random", () => 0);
  const gone = { status: 404, body: { errCode: "SFS.TURBO.0002", errMsg: "cluster not found" } };
  const { options } = scriptService((_, index) => (index === 0 ? UNAVAILABLE : gone));
  const error = await rejection(sfsTurboTasks.deleteTask({ ...options, ...ids }));
  assert.deepEqual([error.kind, error.errCode, error.attempts], ["not-found", "SFS.TURBO.0002", 2]);
});

test("a deletion whose answer is lost has happened in the emulator too", async (t) => {
  t.mock.method(Math, "random", () => 0);
  const emulator = createEmulator({ now: () => 1_700_000_000_000 });
  const { endpoint, projectId, token, fetch } = emulator;
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
  const { shareId, taskId } = emulator.addTask({ duration: Infinity });
  emulator.misbehave({ reject: "network", carryOut: true });
  await client.deleteTask({ shareId, taskId });
  assert.equal(emulator.requests.length, 2);
  assert.equal((await client.getTask({ shareId, taskId })).status, "DELETING");
});
