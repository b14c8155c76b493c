// A polluted Object.prototype changes neither what is sent nor what an answer or an error says.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { importInstalled, installTarball } from "./tarball.mjs";

const said = { errCode: "EVIL.1", errMsg: "evil", code: "EVIL.1", message: "evil" };

/** Values that other code may have written there. @type {[name: string, value: unknown][]} */
const POLLUTION = [
  ["error", said],
  ["details", [said]],
  ["errCode", "EVIL.1"],
  ["message", "evil"],
  ["requestId", "evil"],
  ["encodedAuthorizationMessage", "evil"],
  ["cause", said],
  ["code", "EVIL"],
  ["credentials", "evil"],
  ["forEach", () => {}],
  ["tasks", [said]],
];

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** @returns {Promise<string[]>} the requests and the outcomes, as JSON */
async function outcomes() {
  const good = { endpoint: "https://sfs.example", projectId: "p", shareId: "s", taskId: "t", maxRetries: 0 };
  /** @type {unknown[]} */
  const seen = [];
  /** @param {object} options @param {() => Response} answer */
  const call = async (options, answer, name = "getTask") => {
    const fetch = async (/** @type {string} */ url, /** @type {object} */ init) => {
      seen.push([url, { ...init, signal: null }]);
      return answer();
    };
    try {
      seen.push(await sfsTurboTasks[name]({ ...good, token: "MIIEtoken", fetch, ...options }));
    } catch (error) {
      const json = /** @type {any} */ (error).toJSON();
      const again = sfsTurboTasks.SfsTurboError.fromJSON(structuredClone(json));
      seen.push(json, Object.entries(again));
    }
  };
  const task = () => new Response('{"task_id":"t","status":"SUCCESS"}');
  await call({}, task);
  await call({}, task, "waitForTask");
  await call({ headers: { "X-Own": "b" }, fetchOptions: { keepalive: true } }, task);
  await call({ shareId: 5 }, task);
  await call({ signal: 5 }, task);
  await call({}, () => new Response("{}", { status: 401 }));
  await call({}, () => new Response("[]", { status: 503 }));
  await call({}, () => {
    throw new TypeError("fetch failed", { cause: new RangeError("refused") });
  });
  return seen.map((value) => JSON.stringify(value));
}

for (const [name, value] of POLLUTION) {
  test(`Object.prototype.${name} changes no request, answer or error`, async () => {
    const clean = await outcomes();
    const descriptor = { __proto__: null, value, configurable: true, writable: true };
    Object.defineProperty(Object.prototype, name, /** @type {PropertyDescriptor} */ (descriptor));
    /** @type {string[]} */
    let polluted;
    try {
      polluted = await outcomes();
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
    assert.deepEqual(polluted, clean);
  });
}
