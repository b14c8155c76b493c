// createTask through the installed package: the request, the result, and that nothing is created twice.
// @ts-check
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { before, describe, test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { listen } from "./listen.mjs";
import { brokenConnection, rejection, SILENCE, scriptService, throttled } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const PATH = "/v1/p/sfs-turbo/s/hpc-cache/task";
const export_ = { shareId: "s", type: "export", srcTarget: "link" };
const MAY_EXIST = "; the task may exist: list the tasks before you create it again";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** @param {string} id @returns {import("./scripted-service.mjs").Answer} */
const created = (id) => ({ status: 202, body: { task_id: id } });

describe("what is sent", () => {
  const target = { src_target: "link", dest_target: "link" };
  const BODIES = [
    { name: "the least", options: {}, body: { type: "export", ...target } },
    ...["import", "import_metadata", "preload"].map((type) => ({
      name: `type ${type}`,
      options: { type },
      body: { type, ...target },
    })),
    {
      name: "a prefix, which its counterpart follows",
      options: { srcPrefix: "a b/\u4e2d\ud83d\ude00/" },
      body: {
        type: "export",
        src_target: "link",
        src_prefix: "a b/\u4e2d\ud83d\ude00/",
        dest_target: "link",
        dest_prefix: "a b/\u4e2d\ud83d\ude00/",
      },
    },
    {
      name: "a prefix that is empty, which means all",
      options: { srcPrefix: "", destPrefix: "" },
      body: { type: "export", ...target },
    },
    {
      name: "counterparts that are the same",
      options: { srcPrefix: "in/", destTarget: "link", destPrefix: "in/" },
      body: {
        type: "export",
        src_target: "link",
        src_prefix: "in/",
        dest_target: "link",
        dest_prefix: "in/",
      },
    },
    {
      name: "a directory whose name has quotes",
      options: { srcTarget: 'the "link"' },
      body: { type: "export", src_target: 'the "link"', dest_target: 'the "link"' },
    },
    {
      name: "all attributes",
      options: { attributes: { fileMode: 640, dirMode: 750, uid: 0, gid: 4_294_967_294 } },
      body: {
        type: "export",
        ...target,
        attributes: { file_mode: 640, dir_mode: 750, uid: 0, gid: 4_294_967_294 },
      },
    },
    {
      name: "one attribute",
      options: { attributes: { dirMode: 0, uid: undefined, gid: null } },
      body: { type: "export", ...target, attributes: { dir_mode: 0 } },
    },
    { name: "attributes that are empty", options: { attributes: {} }, body: { type: "export", ...target } },
  ];

  for (const { name, options, body } of BODIES) {
    test(`is a body with only the given fields: ${name}`, async () => {
      const { requests, options: usual } = scriptService(() => created("t"));
      await sfsTurboTasks.createTask({ ...usual, ...export_, ...options });
      const [request] = requests;
      assert.equal(requests.length, 1);
      assert.equal(request?.body, JSON.stringify(body));
    });
  }

  test("is a POST with JSON to the file system, as a real server sees it", async (t) => {
    /** @type {object[]} */
    const seen = [];
    const server = createServer(async ({ method, url, headers }, response) => {
      seen.push({ method, url, type: headers["content-type"], token: headers["x-auth-token"] });
      response.writeHead(202, { "x-request-id": "r1" }).end('{"task_id":"new","more":1}');
    });
    const port = await listen(server);
    t.after(() => server.close());
    const options = { endpoint: `http://127.0.0.1:${port}`, projectId: "p", token: "MIIEtoken" };
    const answer = await sfsTurboTasks.createClient(options).createTask(export_);
    assert.deepEqual(seen, [{ method: "POST", url: PATH, type: "application/json", token: "MIIEtoken" }]);
    assert.deepEqual(answer, { taskId: "new", requestId: "r1", raw: { task_id: "new", more: 1 } });
  });
});

describe("a creation that may have reached the service", () => {
  const cut = () => {
    const body = new ReadableStream({
      start(pieces) {
        pieces.enqueue(new TextEncoder().encode('{"task_'));
        pieces.error(brokenConnection("ECONNRESET"));
      },
    });
    return new Response(body, { status: 202 });
  };
  /** @type {Record<string, { answer?: () => any, fetch?: () => unknown, options?: object, kind: string }>} */
  const LOST = {
    "a 503": { answer: () => ({ status: 503 }), kind: "unavailable" },
    "a 500 with the service's code": {
      answer: () => ({ status: 500, body: { errCode: "SFS.TURBO.0104", errMsg: "x" } }),
      kind: "unavailable",
    },
    "a connection that is reset": {
      answer() {
        throw brokenConnection("ECONNRESET");
      },
      kind: "network",
    },
    "an attemptTimeout": { answer: () => SILENCE, options: { attemptTimeout: 5 }, kind: "timeout" },
    "a timeout": { answer: () => SILENCE, options: { timeout: 5 }, kind: "timeout" },
    "a body that is cut off": { fetch: cut, kind: "network" },
    "a 202 with a page in the place of JSON": {
      answer: () => ({ status: 202, body: "<!doctype html>" }),
      kind: "invalid-response",
    },
    "a 202 without an id": {
      answer: () => ({ status: 202, body: { id: "t" } }),
      kind: "invalid-response",
    },
    "a response that cannot be read": { fetch: () => ({}), kind: "invalid-response" },
  };

  for (const [name, { answer = () => created("t"), fetch, options, kind }] of Object.entries(LOST)) {
    test(`is not sent again, and the error says that the task may exist: ${name}`, async () => {
      const service = scriptService(answer);
      let calls = 0;
      const counted = async () => {
        calls += 1;
        return fetch?.();
      };
      const own = fetch ? { fetch: counted } : {};
      const call = sfsTurboTasks.createTask({
        ...service.options,
        ...own,
        ...export_,
        ...options,
        maxRetries: 10,
      });
      const error = await rejection(call);
      assert.deepEqual([error.kind, error.retryable, error.attempts], [kind, false, 1]);
      assert.ok(error.message.endsWith(MAY_EXIST), error.message);
      assert.equal(calls + service.requests.length, 1);
    });
  }

  test("exists and is listed if only its answer was lost", async () => {
    const emulator = createEmulator();
    const { endpoint, projectId, token, fetch } = emulator;
    const shareId = emulator.addFileSystem();
    const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
    emulator.misbehave({ reject: "network", carryOut: true });
    const error = await rejection(client.createTask({ ...export_, shareId }));
    assert.deepEqual([error.kind, error.retryable, error.attempts], ["network", false, 1]);
    const { tasks, count } = await client.listTasks({ shareId });
    assert.deepEqual([count, tasks[0].type, tasks[0].srcTarget], [1, "export", "link"]);
  });
});

describe("a creation that has not reached the service", () => {
  /** @type {Record<string, () => any>} */
  const KEPT = {
    "after a 429": () => throttled(),
    "after a refused connection": () => {
      throw brokenConnection("ECONNREFUSED");
    },
    "after a name that is not found": () => {
      throw brokenConnection("ENOTFOUND");
    },
  };

  for (const [name, answer] of Object.entries(KEPT)) {
    test(`is sent again with the same body: ${name}`, async (t) => {
      t.mock.method(Math, "random", () => 0);
      const { requests, options } = scriptService((_, index) => (index < 2 ? answer() : created("t")));
      const { taskId } = await sfsTurboTasks.createTask({ ...options, ...export_ });
      assert.equal(taskId, "t");
      const body = '{"type":"export","src_target":"link","dest_target":"link"}';
      assert.deepEqual(
        requests.map((request) => request.body),
        [body, body, body],
      );
    });

    test(`has an error without a word about a task that may exist: ${name}`, async () => {
      const { options } = scriptService(answer);
      const error = await rejection(sfsTurboTasks.createTask({ ...options, ...export_, maxRetries: 0 }));
      assert.equal(error.retryable, true);
      assert.ok(!error.message.includes("may exist"), error.message);
    });
  }

  test("is sent once more with a new token after a 401", async () => {
    const { requests, options } = scriptService((_, index) => (index === 0 ? { status: 401 } : created("t")));
    const token = (/** @type {{ rejected?: string }} */ { rejected }) => (rejected ? "MIIEnew" : "MIIEold");
    await sfsTurboTasks.createTask({ ...options, ...export_, token });
    assert.deepEqual(
      requests.map(({ headers }) => headers["X-Auth-Token"]),
      ["MIIEold", "MIIEnew"],
    );
  });
});

test("ends in an error that says the task may exist, if the answer has no task id", async () => {
  const { options, requests } = scriptService(() => ({ status: 202, body: { task_id: "" } }));
  const error = await rejection(
    sfsTurboTasks.createTask({ ...options, shareId: "s", type: "export", srcTarget: "link" }),
  );
  assert.deepEqual([error.kind, error.retryable, requests.length], ["invalid-response", false, 1]);
  assert.equal(
    error.message,
    `createTask: the answer for a new task of file system s is not the id of a new task: it has no task_id (HTTP 202, request id r1)${MAY_EXIST}`,
  );
});
