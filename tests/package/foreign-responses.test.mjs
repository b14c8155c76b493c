// Responses that a caller's own fetch gives: bodies at their limit, in pieces, and objects that are not quite a Response.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { replacing } from "./replacing.mjs";
import { rejection } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const TASK = '{"task_id":"t","status":"DOING","message":"\u00e9"}';
const BYTES = new TextEncoder().encode(TASK);
const good = {
  endpoint: "https://sfs.example",
  projectId: "p",
  shareId: "s",
  taskId: "t",
  token: "MIIEtoken",
};
const NOT_A_TASK = "getTask: the answer for task t is not a task:";
const UNREADABLE = `${NOT_A_TASK} the function passed as fetch (fetch) gave no readable response`;

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** @param {unknown} response @param {object} [options] */
function get(response, options) {
  const fetch = async () => response;
  return sfsTurboTasks.getTask({ ...good, maxRetries: 0, fetch, ...options });
}

/** @param {unknown} response @param {object} [options] */
async function refusal(response, options) {
  const { kind, httpStatus, message } = await rejection(get(response, options));
  return { kind, httpStatus, message };
}

/** A stream of a foreign library: it gives these results one after the other. @param {readonly unknown[]} results */
function reading(results) {
  const left = [...results];
  const state = { cancelled: 0 };
  const reader = {
    read: async () => left.shift(),
    async cancel() {
      state.cancelled += 1;
      throw new Error("cannot be cancelled");
    },
  };
  return { state, response: { status: 200, body: { getReader: () => reader } } };
}

describe("a body", () => {
  const whole = () => ({ status: 200, text: async () => TASK });
  /** @type {[name: string, make: () => unknown, length: number][]} */
  const FORMS = [
    ["of a Response", () => new Response(TASK), BYTES.length],
    ["of an object with only text()", whole, TASK.length],
  ];
  for (const [name, make, length] of FORMS) {
    test(`may be as long as maxResponseBytes, and no longer: ${name}`, async () => {
      assert.equal((await get(make(), { maxResponseBytes: length })).status, "DOING");
      assert.deepEqual(await refusal(make(), { maxResponseBytes: length - 1 }), {
        kind: "invalid-response",
        httpStatus: 200,
        message: `${NOT_A_TASK} it is larger than maxResponseBytes (HTTP 200, request id none)`,
      });
    });
  }

  test("may come in pieces, also empty ones, that divide a character", async () => {
    // One byte before the end of the message's only character beyond ASCII.
    const middle = BYTES.indexOf(0xc3) + 1;
    const pieces = [BYTES.slice(0, 5), new Uint8Array(), BYTES.slice(5, middle), BYTES.slice(middle)];
    const values = pieces.map((value) => ({ done: false, value }));
    const { response, state } = reading([...values, { done: true, value: undefined }]);
    assert.equal((await get(response)).message, "\u00e9");
    assert.equal(state.cancelled, 0);
  });

  test("may come as views of one buffer", async () => {
    const { buffer } = Uint8Array.from([0, 0, 0, 0, ...BYTES, 0]);
    const values = [new DataView(buffer, 4, 8), new Uint8Array(buffer, 12, BYTES.length - 8)];
    const { response } = reading([...values.map((value) => ({ done: false, value })), { done: true }]);
    assert.deepEqual((await get(response)).raw, JSON.parse(TASK));
  });

  test("that is too long is not read further, even if its stream refuses to be cancelled", async () => {
    const { response, state } = reading([
      { done: false, value: new Uint8Array(8) },
      { done: false, value: new Uint8Array(8) },
    ]);
    const { kind, message } = await refusal(response, { maxResponseBytes: 15 });
    assert.equal(kind, "invalid-response");
    assert.equal(message, `${NOT_A_TASK} it is larger than maxResponseBytes (HTTP 200, request id none)`);
    assert.equal(state.cancelled, 1);
  });

  for (const [name, result] of Object.entries({
    "a text": { done: false, value: TASK },
    nothing: undefined,
  })) {
    test(`whose stream gives ${name} is not readable`, async () => {
      const { response } = reading([result]);
      assert.deepEqual(await refusal(response), {
        kind: "invalid-response",
        httpStatus: null,
        message: UNREADABLE,
      });
    });
  }

  test("of more pieces than the event loop waits for is read whole", async () => {
    const values = [...BYTES, ...Array(600).fill(32)].map((byte) => ({
      done: false,
      value: Uint8Array.of(byte),
    }));
    const { response } = reading([...values, { done: true }]);
    assert.equal((await get(response)).status, "DOING");
  });
});

describe("an object that is not a response", () => {
  const text = async () => TASK;
  const throwing = {
    get status() {
      throw new Error("not now");
    },
  };
  /** @type {Record<string, unknown>} */
  const OBJECTS = {
    undefined: undefined,
    null: null,
    "without a status": { text },
    "whose status is a text": { status: "200", text },
    "whose status is negative": { status: -1, text },
    "whose status has four digits": { status: 1000, text },
    "whose status is 0": { status: 0, type: "basic", text },
    "whose status cannot be read": throwing,
    "whose body was read": { status: 200, bodyUsed: true, text },
    "whose body is being read": { status: 200, body: { locked: true }, text },
    "without a body or text()": { status: 200 },
    "whose text() gives a number": { status: 200, text: async () => 5 },
  };
  for (const [name, response] of Object.entries(OBJECTS)) {
    test(`is named in the error: ${name}`, async () => {
      assert.deepEqual(await refusal(response), {
        kind: "invalid-response",
        httpStatus: null,
        message: UNREADABLE,
      });
    });
  }

  test("may have the least and the greatest status", async () => {
    assert.equal((await refusal({ status: 999, text: async () => "" })).httpStatus, 999);
    assert.equal((await refusal({ status: 1, text: async () => "" })).httpStatus, 1);
  });

  test("may be a redirect whose status a browser hides", async () => {
    assert.deepEqual(await refusal({ status: 0, type: "opaqueredirect", text: async () => "" }), {
      kind: "invalid-response",
      httpStatus: null,
      message: `${NOT_A_TASK} it is a redirect, and redirects are not followed (HTTP 0, request id none)`,
    });
  });

  /** @type {Record<string, unknown>} */
  const HEADERS = {
    "no headers": undefined,
    "headers that give a number": { get: () => 5 },
    "headers that throw": {
      get() {
        throw new Error("not now");
      },
    },
  };
  for (const [name, headers] of Object.entries(HEADERS)) {
    test(`gives no request id if it has ${name}`, async () => {
      assert.equal((await get({ status: 200, headers, text })).requestId, null);
      assert.deepEqual(await refusal({ status: 500, headers, text: async () => "" }), {
        kind: "unavailable",
        httpStatus: 500,
        message: "getTask: the service is unavailable for task t: HTTP.500 (HTTP 500, request id none)",
      });
    });
  }
});

test("the text of a refusal that is not JSON is in the error; JSON without a field for it is not", async () => {
  const needs = "the user needs the IAM action sfsturbo:shares:getDataRepositoryTask";
  const said = async (/** @type {string} */ body) =>
    (await refusal(new Response(body, { status: 403 }))).message;
  const none = "getTask: no permission for task t of file system s: HTTP.403";
  assert.equal(
    await said("Ask the operator"),
    `${none} Ask the operator; ${needs} (HTTP 403, request id none)`,
  );
  assert.equal(await said('["Ask the operator"]'), `${none}; ${needs} (HTTP 403, request id none)`);
});

test("a failed connection speaks of CORS only in a page and in its workers", async () => {
  const fetch = async () => {
    throw new TypeError("Failed to fetch");
  };
  const says = async () => (await refusal(undefined, { fetch })).message;
  const plain = "getTask: no answer for task t: the connection failed (Failed to fetch)";
  const inPage = `${plain}; in a browser CORS may be the cause: use a proxy on the page's own origin (pass endpoint: "/path")`;
  assert.equal(await says(), plain);
  assert.equal(await replacing("document", {}, says), inPage);
  assert.equal(await replacing("WorkerGlobalScope", class {}, says), inPage);
  assert.equal(await replacing("document", "text", says), plain);
});
