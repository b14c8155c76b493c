// The error class: what follows from a kind, what remains of an error after it was sent elsewhere, and where it was thrown.
// @ts-check
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer as createTlsServer } from "node:https";
import { before, describe, test } from "node:test";
import { inspect } from "node:util";
import { MessageChannel } from "node:worker_threads";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { selfSigned } from "./certificates.mjs";
import { freePort } from "./free-port.mjs";
import { listen } from "./listen.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** @param {object} [options] @returns {Promise<any>} */
async function rejection(options) {
  const { fetch, endpoint, projectId, token } = createEmulator();
  const usual = { fetch, endpoint, projectId, token, ...documentedTask, maxRetries: 0 };
  return sfsTurboTasks.getTask({ ...usual, ...options }).then(
    () => assert.fail("the call was to fail"),
    (/** @type {any} */ error) => error,
  );
}

const USUAL = {
  "invalid-request": ["CLIENT.INVALID_REQUEST", null, false],
  "no-credentials": ["CLIENT.NO_CREDENTIALS", null, false],
  unauthenticated: ["HTTP.401", 401, false],
  forbidden: ["HTTP.403", 403, false],
  "not-found": ["HTTP.400", 400, false],
  throttled: ["HTTP.429", 429, true],
  rejected: ["HTTP.400", 400, false],
  unavailable: ["HTTP.503", 503, true],
  network: ["CLIENT.NETWORK", null, true],
  timeout: ["CLIENT.TIMEOUT", null, true],
  "invalid-response": ["CLIENT.INVALID_RESPONSE", null, false],
  runtime: ["CLIENT.RUNTIME", null, false],
};

for (const [kind, [errCode, httpStatus, retryable]] of Object.entries(USUAL)) {
  test(`an error that is created with only its kind has the values that follow from it: ${kind}`, () => {
    const error = new sfsTurboTasks.SfsTurboError({ kind });
    const words = kind.replace("-", " ");
    assert.deepEqual(error.toJSON(), {
      ...{ name: "SfsTurboError", kind, operation: "", errCode, errMsg: words, message: words, httpStatus },
      ...{
        requestId: null,
        retryable,
        attempts: 0,
        field: kind === "invalid-request" ? "" : null,
        encodedAuthorizationMessage: null,
        task: null,
        cause: null,
      },
    });
  });
}

test("a created error has the given values, and the sentence of its operation", () => {
  const { SfsTurboError } = sfsTurboTasks;
  const given = {
    operation: "getTask",
    errMsg: "Invalid task id.",
    errCode: "SFS.TURBO.0106",
    httpStatus: 404,
  };
  const { message, ...error } = new SfsTurboError({ kind: "not-found", ...given, attempts: 2 }).toJSON();
  assert.equal(message, "getTask: Invalid task id.");
  assert.deepEqual({ ...error, ...given, kind: "not-found", attempts: 2 }, error);
  assert.equal(new SfsTurboError({ kind: "unavailable", httpStatus: 502 }).errCode, "HTTP.502");
  assert.equal(new SfsTurboError({ kind: "throttled", retryable: false }).retryable, false);
});

test("the class and its errors have the name SfsTurboError in every output", async () => {
  const error = await rejection({ taskId: "gone" });
  assert.equal(error.constructor.name, "SfsTurboError");
  assert.equal(sfsTurboTasks.SfsTurboError.name, "SfsTurboError");
  assert.equal(error.name, "SfsTurboError");
  assert.match(inspect(error), /^SfsTurboError: getTask: found no task gone /);
  assert.equal(Object.prototype.toString.call(error), "[object Error]");
});

test("an error names the operation that failed", async () => {
  assert.equal((await rejection({ taskId: "gone" })).operation, "getTask");
  assert.equal((await rejection({ taskId: "" })).operation, "getTask");
  assert.throws(() => sfsTurboTasks.createClient(), { operation: "createClient" });
});

describe("the stack", () => {
  const WAYS = {
    "a refusal": { taskId: "gone" },
    "a wrong argument": { taskId: "" },
    "an option that is none": { regoin: "x" },
    "a missing token": { token: undefined },
    "a token function that fails": { token: () => Promise.reject(new Error("signed out")) },
    "a failed connection": { fetch: () => Promise.reject(new Error("lost")) },
    "a timeout": { timeout: 20, fetch: () => new Promise(() => {}) },
    "an attempt's timeout": { attemptTimeout: 20, fetch: () => new Promise(() => {}) },
  };

  for (const [name, options] of Object.entries(WAYS)) {
    test(`shows the line of the caller after ${name}`, async () => {
      async function theCaller() {
        await rejectionOf(options);
      }
      /** @param {object} options */
      async function rejectionOf(options) {
        const { fetch, endpoint, projectId, token } = createEmulator();
        const usual = { fetch, endpoint, projectId, token, ...documentedTask, maxRetries: 0 };
        return await sfsTurboTasks.getTask({ ...usual, ...options });
      }
      const error = await theCaller().catch((/** @type {any} */ error) => error);
      assert.match(error.stack, /at (async )?theCaller /);
    });
  }
});

describe("plain data", () => {
  const WAYS = {
    JSON: async (/** @type {any} */ error) => JSON.parse(JSON.stringify(error)),
    structuredClone: async (/** @type {any} */ error) => structuredClone(error.toJSON()),
    async postMessage(/** @type {any} */ error) {
      const { port1, port2 } = new MessageChannel();
      port1.postMessage(error.toJSON());
      const [message] = await once(port2, "message");
      port1.close();
      return message;
    },
  };
  const ERRORS = {
    "a refusal": { taskId: "gone" },
    "a wrong argument": { taskId: "" },
    "a failed connection with causes": {
      fetch: () => {
        const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", errno: -104 });
        return Promise.reject(new TypeError("fetch failed", { cause }));
      },
    },
  };

  for (const [way, send] of Object.entries(WAYS)) {
    for (const [name, options] of Object.entries(ERRORS)) {
      test(`restores ${name} through ${way}, with everything but the stack`, async () => {
        /** @type {any} */
        const error = await rejection(options);
        const data = await send(error);
        const restored = sfsTurboTasks.SfsTurboError.fromJSON(data);
        assert.equal(sfsTurboTasks.isSfsTurboError(data), false);
        assert.equal(sfsTurboTasks.isSfsTurboError(restored), true);
        assert.deepEqual(
          [restored instanceof sfsTurboTasks.SfsTurboError, restored instanceof Error],
          [true, true],
        );
        assert.deepEqual(restored.toJSON(), error.toJSON());
        assert.deepEqual(restored.cause, error.cause);
      });
    }
  }

  test("contains the name, message, code and cause of a cause, and nothing else", async () => {
    const { cause } = JSON.parse(JSON.stringify(await rejection(ERRORS["a failed connection with causes"])));
    const inner = { name: "Error", message: "read ECONNRESET", code: "ECONNRESET" };
    assert.deepEqual(cause, { name: "TypeError", message: "fetch failed", cause: inner });
  });

  test("that is not an error gives undefined", () => {
    const { fromJSON } = sfsTurboTasks.SfsTurboError;
    const untouchable = new Proxy(
      {},
      {
        get() {
          throw new Error("no");
        },
      },
    );
    const untold = {
      name: "SfsTurboError",
      kind: "timeout",
      operation: "",
      errCode: 5,
      errMsg: "",
      message: "",
    };
    for (const value of [
      untold,
      undefined,
      null,
      5,
      "x",
      {},
      [],
      { name: "Error" },
      { name: "SfsTurboError" },
      untouchable,
    ]) {
      assert.equal(fromJSON(value), undefined);
    }
  });

  test("is not needed for a value that is an error already", async () => {
    const error = await rejection({ taskId: "gone" });
    assert.equal(sfsTurboTasks.SfsTurboError.fromJSON(error), error);
  });
});

describe("a connection that fails in Node", () => {
  const own = { fetch: undefined };

  test("has the reason in its sentence and in its JSON, and nothing about CORS", async () => {
    const port = await freePort();
    const error = await rejection({ ...own, endpoint: `http://127.0.0.1:${port}` });
    const reason = `connect ECONNREFUSED 127.0.0.1:${port}`;
    const { taskId } = documentedTask;
    assert.equal(error.message, `getTask: no answer for task ${taskId}: the connection failed (${reason})`);
    assert.equal(error.retryable, true);
    assert.equal(JSON.parse(JSON.stringify(error)).cause.cause.code, "ECONNREFUSED");
  });

  test("because of its certificate says so, and is not retried", async (t) => {
    let requests = 0;
    const server = createTlsServer(selfSigned(), () => {});
    server.on("connection", () => {
      requests += 1;
    });
    server.on("tlsClientError", () => {});
    const port = await listen(server);
    t.after(() => server.close());
    const error = await rejection({ ...own, endpoint: `https://127.0.0.1:${port}`, maxRetries: 2 });
    assert.deepEqual([error.kind, error.retryable, error.attempts, requests], ["network", false, 1, 1]);
    const { taskId } = documentedTask;
    // The text after the code is OpenSSL's, and newer versions of Node add to it.
    const start = `getTask: no answer for task ${taskId}: the certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT`;
    assert.ok(error.message.startsWith(start), error.message);
  });
});

describe("a function passed as fetch that gives no response", () => {
  for (const [name, value] of Object.entries({
    nothing: undefined,
    "parsed JSON": { task_id: "t" },
    text: "{}",
  })) {
    test(`is named: ${name}`, async () => {
      const error = await rejection({
        fetch: async function ownFetch() {
          return value;
        },
      });
      const { taskId } = documentedTask;
      const start = `getTask: the answer for task ${taskId} is not a task: `;
      assert.equal(
        error.message,
        `${start}the function passed as fetch (ownFetch) gave no readable response`,
      );
    });
  }
});

test("a token is removed from the answer, also after characters that equal its own beginning", async () => {
  for (const token of [
    "00000000-1111-2222-3333-444444444444",
    "AAAAAAAAB0123456789",
    "MIIMIIMIIQx7Kp2VnR9",
  ]) {
    for (const before of ["", token.slice(0, 1), token.slice(0, 3), token.slice(0, 8)]) {
      const fetch = async () =>
        new Response(JSON.stringify({ error_code: "APIGW.0301", error_msg: `bad ${before}${token} here` }), {
          status: 400,
        });
      const options = { endpoint: "https://sfs.example", projectId: "p", token, shareId: "s", taskId: "t" };
      const error = await sfsTurboTasks
        .getTask({ ...options, fetch })
        .catch((/** @type {any} */ thrown) => thrown);
      assert.ok(
        !`${error.message} ${error.errMsg} ${JSON.stringify(error)}`.includes(token.slice(-10)),
        error.errMsg,
      );
      assert.match(error.errMsg, /^bad .{0,8}\[token\].{0,8} here$/);
    }
  }
});
