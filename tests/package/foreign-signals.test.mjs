// Signals that `fetch` refuses, such as jsdom's signals with Node's own `fetch`: calls are made, end in time, and can be aborted.
// @ts-check
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { createRecorder } from "./recorder.mjs";
import { replacing } from "./replacing.mjs";
import { startService } from "./service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

class ForeignSignal extends EventTarget {
  aborted = false;
  /** @type {unknown} */
  reason;
}

class ForeignController {
  signal = new ForeignSignal();

  /** @param {unknown} reason */
  abort(reason) {
    this.signal.aborted = true;
    this.signal.reason = reason;
    this.signal.dispatchEvent(new Event("abort"));
  }
}

/** As Node 22 and later have it: Node 20 accepts everything that looks like a signal. @param {RequestInit | undefined} init */
function refuseForeign(init) {
  const signal = init?.signal ?? undefined;
  if (signal === undefined || signal instanceof AbortSignal) return;
  throw new TypeError("Expected signal to be an instance of AbortSignal.");
}

class StrictRequest extends Request {
  /** @param {string} url @param {RequestInit} [init] */
  constructor(url, init) {
    refuseForeign(init);
    super(url, init);
  }
}

const own = fetch;
/** @type {typeof fetch} */
const strictFetch = async (url, init) => {
  refuseForeign(init);
  return own(url, init);
};

const silent = createServer(() => {});
/** @type {import("./service.mjs").Service} */
let service;
/** @type {any} */
let getTask;
/** An address without an answer. */
let nowhere = {};

before(async () => {
  ({ getTask } = await importInstalled(await installTarball()));
  service = await startService();
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (silent.address());
  nowhere = { ...usual(), endpoint: `http://127.0.0.1:${port}` };
});

after(async () => {
  silent.closeAllConnections();
  silent.close();
  await service.close();
});

function usual() {
  const { endpoint, projectId, token, running } = service.place;
  return { endpoint, projectId, token, ...running };
}

/**
 * @template T
 * @param {() => Promise<T>} use
 */
function withForeignSignals(use) {
  const inside = () => replacing("AbortController", ForeignController, use);
  return replacing("fetch", strictFetch, () => replacing("Request", StrictRequest, inside));
}

test("a call gets its task", async () => {
  const task = await withForeignSignals(() => getTask(usual()));
  assert.equal(task.status, "DOING");
});

test("a call without an answer ends in time", async () => {
  const options = { ...nowhere, timeout: 60, maxRetries: 0 };
  const error = await withForeignSignals(() => getTask(options).catch((/** @type {any} */ thrown) => thrown));
  assert.deepEqual([error.kind, error.errCode], ["timeout", "CLIENT.TIMEOUT"]);
});

test("a call is aborted with the reason of the signal that it was given", async () => {
  const reason = new Error("not wanted any more");
  const controller = new ForeignController();
  const asked = once(silent, "request");
  const call = withForeignSignals(async () => {
    const promise = getTask({ ...nowhere, signal: controller.signal });
    promise.catch(() => {});
    await asked;
    controller.abort(reason);
    return promise.catch((/** @type {unknown} */ thrown) => thrown);
  });
  assert.equal(await call, reason);
});

test("a request has no signal then, and has one again after fetch accepts it", async () => {
  const { calls, fetch } = createRecorder();
  const ask = () => getTask({ ...usual(), fetch });
  await withForeignSignals(ask);
  await ask();
  assert.deepEqual(
    calls.map(({ init = {} }) => [Object.hasOwn(init, "signal"), init.signal instanceof AbortSignal]),
    [
      [false, false],
      [true, true],
    ],
  );
});

test("a Request that was replaced for a while takes the signal of no later call", async () => {
  const { calls, fetch } = createRecorder();
  const ask = () => getTask({ ...usual(), fetch });
  const refusing = class {
    constructor() {
      throw new TypeError("no requests in this test");
    }
  };
  await replacing("Request", refusing, ask);
  await ask();
  assert.deepEqual(
    calls.map(({ init = {} }) => Object.hasOwn(init, "signal")),
    [false, true],
  );
});
