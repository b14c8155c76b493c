// The start of the core by the first call: where it cannot start at once, starts too late, or not at all.
// @ts-check
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { replacing } from "./replacing.mjs";
import { rejection, row, scriptService } from "./scripted-service.mjs";
import { installTarball } from "./tarball.mjs";

/** @type {URL} */
let entry;
let copies = 0;

before(async () => {
  entry = pathToFileURL(join(await installTarball(), "node_modules/sfs-turbo-tasks/dist/index.js"));
});

/** A copy of the package whose core has not started, and a call of it. */
async function fresh() {
  // The query makes it another module, with its own core.
  const { getTask } = await import(`${entry}?copy=${++copies}`);
  const service = scriptService(() => ({ body: row() }));
  const call = (/** @type {object} */ options = {}) =>
    getTask({ ...service.options, shareId: "s", taskId: "t", ...options });
  return { call, requests: service.requests };
}

/** WebAssembly that compiles nothing at once, as in a page that allows only small modules. @param {object} members */
const asynchronous = (members) => {
  let modules = 0;
  /** The first module, which decodes the core, is small. */
  class Module extends WebAssembly.Module {
    /** @param {BufferSource} bytes */
    constructor(bytes) {
      modules += 1;
      if (modules % 2 === 0) throw new RangeError("too large to compile at once");
      super(bytes);
    }
  }
  // Node's own fetch uses the other members.
  return Object.assign(Object.create(WebAssembly), { Module, ...members });
};

test("a core that does not start at once serves the calls that wait for it, and later ones", async () => {
  const { call } = await fresh();
  const tasks = await replacing("WebAssembly", asynchronous({}), () => Promise.all([call(), call()]));
  tasks.push(await call());
  assert.deepEqual(
    tasks.map(({ status }) => status),
    ["DOING", "DOING", "DOING"],
  );
});

test("a core that cannot start fails the call with its cause, sends nothing, and the next call starts it again", async () => {
  const { call, requests } = await fresh();
  const broken = asynchronous({ instantiate: () => Promise.reject(new RangeError("out of memory")) });
  const error = await replacing("WebAssembly", broken, () => rejection(call()));
  assert.equal(error.kind, "runtime");
  assert.equal(error.errCode, "CLIENT.RUNTIME");
  assert.equal(
    error.message,
    "getTask: WebAssembly could not start: see cause; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src",
  );
  assert.equal(String(error.cause), "RangeError: out of memory");
  assert.deepEqual(requests, []);
  assert.equal((await call()).status, "DOING");
});

test("a core that a policy forbids fails the call at once, without a second attempt", async () => {
  const { call } = await fresh();
  let attempts = 0;
  const members = {
    Module: class {
      constructor() {
        throw new WebAssembly.CompileError("violates the policy");
      }
    },
    async instantiate() {
      attempts += 1;
      throw new WebAssembly.CompileError("violates the policy");
    },
  };
  const error = await replacing("WebAssembly", asynchronous(members), () => rejection(call()));
  assert.deepEqual(
    [error.kind, String(error.cause), attempts],
    ["runtime", "CompileError: violates the policy", 0],
  );
});

test("a core that never starts ends the call at its timeout, and sends nothing", async () => {
  const { call, requests } = await fresh();
  const silent = asynchronous({ instantiate: () => new Promise(() => {}) });
  const { signal } = new AbortController();
  const error = await replacing("WebAssembly", silent, () => rejection(call({ timeout: 20, signal })));
  assert.deepEqual(
    [error.kind, error.errCode, error.message],
    ["timeout", "CLIENT.TIMEOUT", "getTask: WebAssembly did not start in time (timeout)"],
  );
  assert.deepEqual(requests, []);
  assert.deepEqual(getEventListeners(signal, "abort"), []);
});

test("a call that is cancelled while the core starts rejects with the reason, and sends nothing", async () => {
  const { call, requests } = await fresh();
  const controller = new AbortController();
  const silent = asynchronous({ instantiate: () => new Promise(() => {}) });
  await replacing("WebAssembly", silent, async () => {
    const promise = rejection(call({ signal: controller.signal }));
    const reason = new Error("no longer needed");
    controller.abort(reason);
    assert.equal(await promise, reason);
  });
  assert.deepEqual(requests, []);
});
