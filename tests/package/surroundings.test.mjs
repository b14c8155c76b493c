// What other code does to the page or process around a call: nothing of it moves a token or keeps a call from settling.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createRecorder } from "./recorder.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const good = { projectId: "p", shareId: "s", taskId: "t", token: "MIIEtoken" };

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

describe("a page's own origin", () => {
  const ORIGIN = "https://console.example";

  /** Where a call goes that is made on a page, or why it goes nowhere. @param {string} endpoint */
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
    test(`is where a path goes, whatever is in it: ${path}`, async () => {
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
    ["fetch", () => assert.fail("the stranger's fetch was called")],
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

  test("does not make up for an option that is missing", async () => {
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

  test("does not hide what an object inherits from a class of the caller's", async () => {
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
