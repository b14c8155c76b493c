// Other code in the page or process around a call: it neither gets a token nor keeps a call from settling.
// @ts-check
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { mustRun } from "./program.mjs";
import { createRecorder } from "./recorder.mjs";
import { replacing } from "./replacing.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const good = { projectId: "p", shareId: "s", taskId: "t", token: "MIIEtoken" };

/** @type {string} */
let folder;
/** @type {any} */
let sfsTurboTasks;

before(async () => {
  folder = await installTarball();
  sfsTurboTasks = await importInstalled(folder);
});

/** A client of its own emulator. */
function emulated() {
  const emulator = createEmulator({ now: () => 1_700_000_000_000 });
  const { fetch, endpoint, projectId, token } = emulator;
  return { emulator, client: sfsTurboTasks.createClient({ fetch, endpoint, projectId, token }) };
}

describe("a page's own origin", () => {
  const ORIGIN = "https://console.example";

  /** The target of a call on a page, or why it has none. @param {string} endpoint */
  async function urlFor(endpoint) {
    const { calls, fetch } = createRecorder();
    Reflect.set(globalThis, "location", { origin: ORIGIN });
    try {
      await sfsTurboTasks.getTask({ ...good, endpoint, fetch });
      return calls[0]?.input;
    } catch (error) {
      assert.deepEqual(calls, []);
      return /** @type {any} */ (error).field;
    } finally {
      Reflect.deleteProperty(globalThis, "location");
    }
  }

  for (const path of ["/proxy", "/.//evil.example", "/proxy/../..//evil.example", "/%2e%2e/x"]) {
    test(`is the target of a path, whatever the path contains: ${path}`, async () => {
      const url = new URL(`${await urlFor(path)}`);
      assert.equal(url.origin, ORIGIN);
    });
  }

  for (const path of [
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n\\evil.example",
    "/\r/a",
  ]) {
    test(`is not left by a path that a URL parser reads as a host: ${JSON.stringify(path)}`, async () => {
      assert.equal(await urlFor(path), "endpoint");
    });
  }
});

describe("a polluted Object.prototype", () => {
  const POLLUTION = /** @type {const} */ ([
    ["endpoint", "https://evil.example"],
    ["region", "eu-west-101"],
    ["token", "MIIEother"],
    ["projectId", "other"],
    ["taskId", "other"],
    ["allowInsecure", true],
    ["maxRetries", 5.5],
    ["fetch", () => assert.fail("the foreign fetch was called")],
  ]);

  for (const [name, value] of POLLUTION) {
    test(`changes no option: ${name}`, async () => {
      const { calls, fetch } = createRecorder();
      const client = sfsTurboTasks.createClient({ region: "cn-north-4", ...good, fetch });
      Reflect.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
      try {
        await client.getTask({ shareId: "s", taskId: "t" });
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
      const url = "https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/p/sfs-turbo/s/hpc-cache/task/t";
      assert.equal(calls[0]?.input, url);
      assert.equal(new Headers(calls[0]?.init?.headers).get("x-auth-token"), good.token);
    });
  }

  for (const name of [
    "token",
    "taskId",
    "fetch",
    "host",
    "operation",
    "raw",
    "requestId",
    "status",
    "cause",
    "get",
    "set",
  ]) {
    test(`gets no value by a setter, and changes neither task nor error: ${name}`, async () => {
      const { emulator, client } = emulated();
      /** @type {unknown[]} */
      const told = [];
      const descriptor = { get: () => undefined, set: (/** @type {unknown} */ value) => told.push(value) };
      const fetch = async (/** @type {string} */ url) => ({
        status: url.endsWith("/gone") ? 400 : 200,
        text: async () => '{"task_id":"t","status":"DOING","errCode":"SFS.TURBO.0106","errMsg":"gone"}',
      });
      Object.defineProperty(
        Object.prototype,
        name,
        Object.assign(Object.create(null), descriptor, { configurable: true }),
      );
      /** @type {any} */
      let task;
      /** @type {any} */
      let error;
      try {
        task = await client.getTask({ ...documentedTask, fetch });
        error = await client
          .getTask({ ...documentedTask, taskId: "gone", fetch })
          .catch((/** @type {any} */ e) => e);
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
      assert.equal(
        told.some((value) => String(value).includes(emulator.token)),
        false,
      );
      assert.deepEqual([task.taskId, task.status, task.requestId], ["t", "DOING", null]);
      assert.deepEqual(
        [error.kind, error.errCode, error.operation],
        ["not-found", "SFS.TURBO.0106", "getTask"],
      );
    });
  }

  test("does not replace a missing option", async () => {
    Reflect.defineProperty(Object.prototype, "token", { value: "MIIE", configurable: true, writable: true });
    try {
      const { token: _, ...others } = good;
      const error = await sfsTurboTasks
        .getTask({ region: "cn-north-4", ...others })
        .catch((/** @type {any} */ e) => e);
      assert.equal(error.field, "token");
    } finally {
      Reflect.deleteProperty(Object.prototype, "token");
    }
  });

  test("does not hide values that an object inherits from a class of the caller's", async () => {
    class Settings {
      get region() {
        return "cn-north-4";
      }
    }
    const { calls, fetch } = createRecorder();
    Reflect.defineProperty(Object.prototype, "region", { value: "x", configurable: true, writable: true });
    try {
      await sfsTurboTasks.getTask(Object.assign(new Settings(), good, { fetch }));
    } finally {
      Reflect.deleteProperty(Object.prototype, "region");
    }
    assert.match(String(calls[0]?.input), /^https:\/\/sfs-turbo\.cn-north-4\./);
  });
});

test("microtasks that are lost end no call, neither then nor later", async () => {
  const { client } = emulated();
  // The platform's own bodies wait for such a microtask, so this answer does not use the platform's body.
  const fetch = async () => ({
    status: 200,
    headers: new Headers(),
    text: async () => '{"task_id":"t","status":"FAIL"}',
  });
  const lost = () => {};
  const meanwhile = await replacing("queueMicrotask", lost, () =>
    client.getTask({ ...documentedTask, fetch }),
  );
  assert.equal(meanwhile.status, "FAIL");
  await replacing("queueMicrotask", lost, async () => {
    await client.getTask({ ...documentedTask, timeout: 50 }).catch(() => {});
  });
  assert.equal((await client.getTask(documentedTask)).status, "DOING");
});

describe("a `Date` that is replaced", () => {
  const RealDate = Date;
  const FIXED = 1_700_000_000_000;
  const REPLACED = {
    "by a function that gives one date": () =>
      function FixedDate() {
        return new RealDate(FIXED);
      },
    "by a class that stands still": () =>
      class Still extends RealDate {
        static now() {
          return 0;
        }
      },
    "by something that cannot be used at all": () => ({}),
  };
  const STARTS = [new RealDate(FIXED), new RealDate("2023-09-02T15:04:05Z"), null];

  for (const [index, [name, make]] of Object.entries(REPLACED).entries()) {
    test(`${name} causes no failure, and may make startTime`, async () => {
      const { client } = emulated();
      const task = await replacing("Date", make(), () => client.getTask(documentedTask));
      assert.deepEqual([task.status, task.startTime?.getTime()], ["DOING", STARTS[index]?.getTime()]);
    });

    test(`${name} causes no failure if a refusal has a Retry-After`, async () => {
      const { emulator, client } = emulated();
      const date = new RealDate(FIXED).toUTCString();
      emulator.misbehave({ status: 503, headers: { "retry-after": date, date } });
      const task = await replacing("Date", make(), () =>
        client.getTask({ ...documentedTask, maxRetries: 1 }),
      );
      assert.equal(task.status, "DOING");
    });
  }
});

describe("a missing part of the platform", () => {
  const NEEDED = ["WebAssembly", "AbortController", "TextDecoder", "TextEncoder", "performance"];
  const words = (/** @type {string} */ name) =>
    `getTask: this page or process has no ${name}, which the package needs`;

  for (const name of NEEDED) {
    test(`is named in an error of kind runtime, and no listener is left: ${name}`, async () => {
      const { client } = emulated();
      const { signal } = new AbortController();
      const error = await replacing(name, undefined, () =>
        client.getTask({ ...documentedTask, signal }).catch((/** @type {any} */ error) => error),
      );
      assert.deepEqual(
        [error.kind, error.errCode, error.message],
        ["runtime", "CLIENT.RUNTIME", words(name)],
      );
      assert.deepEqual(getEventListeners(signal, "abort"), []);
      assert.equal((await client.getTask(documentedTask)).status, "DOING");
    });
  }

  test("is named if the engine runs no WebAssembly, and the error does not mention a policy", async () => {
    const script = `import { getTask } from "sfs-turbo-tasks";
      const ids = { shareId: "s", taskId: "t" };
      await getTask({ region: "cn-north-4", projectId: "p", token: "t", ...ids }).catch(({ kind, message }) =>
        console.log(JSON.stringify({ kind, message })));`;
    const args = ["--jitless", "--input-type=module", "--eval", script];
    const { stdout } = await mustRun(process.execPath, args, { cwd: folder });
    assert.deepEqual(JSON.parse(stdout), { kind: "runtime", message: words("WebAssembly") });
  });

  test("is named even if it is URL, which only an endpoint needs", async () => {
    const { emulator } = emulated();
    const { fetch, endpoint, projectId, token } = emulator;
    const usual = { projectId, token, ...documentedTask };
    // The emulator itself needs it, so the emulator must get no request.
    const own = async () => new Response('{"task_id":"t","status":"DOING"}');
    const [error, task] = await replacing("URL", undefined, async () => [
      await sfsTurboTasks.getTask({ ...usual, fetch, endpoint }).catch((/** @type {any} */ error) => error),
      await sfsTurboTasks.getTask({ ...usual, fetch: own, region: "cn-north-4" }),
    ]);
    assert.deepEqual([error.kind, error.message, task.status], ["runtime", words("URL"), "DOING"]);
  });

  /** Runs the package in a context with only these globals. @param {object} globals */
  async function inContext(globals) {
    const file = join(folder, "node_modules/sfs-turbo-tasks/dist/index.cjs");
    const module = { exports: /** @type {any} */ ({}) };
    const context = createContext({ ...globals });
    runInContext(`(function (module, exports) {${readFileSync(file, "utf8")}\n})`, context)(
      module,
      module.exports,
    );
    const { fetch, projectId, token } = createEmulator();
    const options = { region: "cn-north-4", projectId, token, fetch, timeout: 5_000, ...documentedTask };
    return module.exports.getTask(options).then(
      (/** @type {any} */ task) => task.status,
      (/** @type {any} */ error) => `${error.kind}: ${error.message}`,
    );
  }

  const LEAST = { AbortController, TextDecoder, TextEncoder, performance, setTimeout, clearTimeout };

  test("does not occur with the globals that the README lists, and no others", async () => {
    assert.equal(await inContext(LEAST), "DOING");
  });

  for (const name of Object.keys(LEAST)) {
    test(`is named in a context without ${name}`, async () => {
      const { [name]: _, ...others } = /** @type {Record<string, unknown>} */ (LEAST);
      assert.equal(await inContext(others), `runtime: ${words(name)}`);
    });
  }
});

describe("a global that is replaced by one that throws", () => {
  const raise = () => {
    throw new Error("replaced");
  };
  /** The result of each call. @type {Record<string, { value?: unknown, outcome: string }>} */
  const GLOBALS = {
    clearTimeout: { outcome: "DOING" },
    setTimeout: { outcome: "runtime" },
    AbortController: { outcome: "runtime" },
    performance: { value: { now: raise }, outcome: "runtime" },
  };

  for (const [name, { value = raise, outcome }] of Object.entries(GLOBALS)) {
    test(`fails only the calls of its time, with a typed error: ${name}`, async () => {
      const { client } = emulated();
      const answer = () => ({ status: 200, text: async () => '{"task_id":"t","status":"DOING"}' });
      const fetch = async () => answer();
      await client.getTask({ ...documentedTask, fetch });
      const ended = await replacing(name, value, () =>
        client.getTask({ ...documentedTask, fetch }).then(
          (/** @type {any} */ task) => task.status,
          (/** @type {any} */ error) => error.kind,
        ),
      );
      assert.equal(ended, outcome);
      assert.equal((await client.getTask({ ...documentedTask, fetch })).status, "DOING");
    });
  }

  test("without String.prototype.split the core's words are lost, and the call still ends", async () => {
    const { client } = emulated();
    await client.getTask(documentedTask);
    const { split } = String.prototype;
    String.prototype.split = () => [];
    const call = client.getTask(documentedTask).catch((/** @type {any} */ error) => error);
    await undefined;
    await undefined;
    String.prototype.split = split;
    assert.equal((await call).kind, "runtime");
  });
});
