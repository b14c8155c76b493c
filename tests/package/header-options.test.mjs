// The options `headers` and `fetchOptions`: what is added to a request, and what is refused, with the sentence of the refusal.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const KEY = { accessKeyId: "AKID", secretAccessKey: "secret-of-the-test" };
const LONG = "x".repeat(70);

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/**
 * A call with these options: what was sent, or the refusal.
 * @param {Record<string, unknown>} options
 */
async function call(options) {
  const service = scriptService(() => ({ body: row() }));
  /** @type {any} */
  let init;
  const fetch = (/** @type {string} */ url, /** @type {any} */ given) => {
    init = given;
    return service.options.fetch(url, given);
  };
  const given = { ...service.options, shareId: "s", taskId: "t", fetch, ...options };
  const error = await sfsTurboTasks.getTask(given).then(
    () => undefined,
    (/** @type {any} */ thrown) => thrown,
  );
  assert.equal(service.requests.length, error === undefined ? 1 : 0);
  return error === undefined ? init : { field: error.field, message: error.message };
}

/** @param {string} field @param {string} words */
const refusal = (field, words) => ({ field, message: `getTask: ${field} ${words}` });

describe("headers", () => {
  const usual = { "Content-Type": "application/json", "X-Auth-Token": "MIIEtoken-of-the-test" };

  /** @type {[name: string, headers: object, sent: Record<string, string>][]} */
  const sent = [
    ["an object", { "X-Trace": "1" }, { "X-Trace": "1" }],
    ["a Headers", new Headers({ "X-Trace": "1" }), { "x-trace": "1" }],
    ["a Map", new Map([["X-Trace", "1"]]), { "X-Trace": "1" }],
    ["an object whose forEach is not a function", { forEach: "1" }, { forEach: "1" }],
    ["an empty value", { "X-Trace": "" }, { "X-Trace": "" }],
    ["a value of one character", { "X-Trace": "!" }, { "X-Trace": "!" }],
    ["a value with a space and a tab in it", { "X-Trace": "a\tb c~" }, { "X-Trace": "a\tb c~" }],
    ["every character of a name", { "azAZ09_!#$%&'*+.^`|~-": "1" }, { "azAZ09_!#$%&'*+.^`|~-": "1" }],
    ["Authorization beside a token", { Authorization: "Basic abc" }, { Authorization: "Basic abc" }],
    ["no headers", {}, {}],
  ];
  for (const [name, headers, expected] of sent) {
    test(`are sent with the package's own: ${name}`, async () => {
      assert.deepEqual((await call({ headers })).headers, { ...usual, ...expected });
    });
  }

  const throwing = Object.defineProperty({}, "X-Trace", {
    enumerable: true,
    get() {
      throw new Error("not now");
    },
  });
  const named = "is not a valid header name";
  const valued = "is not a valid header value: it must be ASCII";
  /** @type {[headers: unknown, field: string, words: string, options?: object][]} */
  const refused = [
    ["X-Trace: 1", "headers", "must be an object of strings"],
    [() => {}, "headers", "must be an object of strings"],
    [throwing, "headers", "cannot be read: it throws an error"],
    [new Map([[{}, "1"]]), "headers", "must have only strings as names"],
    [[["X-Trace", "1"]], "headers.0", "must be a string"],
    [{ "content-TYPE": "text/plain" }, "headers.content-TYPE", "must not be given: the package sets it"],
    [{ "X-Auth-Token": "a" }, "headers.X-Auth-Token", "must not be given: pass it as token"],
    [{ "X-Sdk-Date": "a" }, "headers.X-Sdk-Date", "must not be given: credentials set it"],
    [
      { "X-Security-Token": "a" },
      "headers.X-Security-Token",
      "must not be given: pass it as securityToken of credentials",
    ],
    [{ "X-Project-Id": "a" }, "headers.X-Project-Id", "must not be given: credentials set it"],
    [
      { "X-Sdk-Content-Sha256": "a" },
      "headers.X-Sdk-Content-Sha256",
      "must not be given: credentials sign the body itself",
    ],
    [{ Host: "a" }, "headers.Host", "must not be given: fetch sets it"],
    [
      { Authorization: "Basic abc" },
      "headers.Authorization",
      "must not be given: credentials set it",
      { token: undefined, credentials: KEY },
    ],
    [{ "": "1" }, "headers.", named],
    [{ "two words": "1" }, "headers.two words", named],
    [{ " X-Trace": "1" }, "headers. X-Trace", named],
    [{ "X-Trace:": "1" }, "headers.X-Trace:", named],
    [{ [`${LONG} `]: "1" }, `headers.${LONG.slice(0, 64)}`, named],
    [{ "X-Trace": 1 }, "headers.X-Trace", "must be a string"],
    [{ "X-Trace": undefined }, "headers.X-Trace", "must be a string"],
    [{ "X-Trace": " 1" }, "headers.X-Trace", valued],
    [{ "X-Trace": "1 " }, "headers.X-Trace", valued],
    [{ "X-Trace": "1\n2" }, "headers.X-Trace", valued],
    [{ "X-Trace": "\u00e9" }, "headers.X-Trace", valued],
    [{ "X-Trace": "1\u00e92" }, "headers.X-Trace", valued],
  ];
  for (const [headers, field, words, options] of refused) {
    test(`are refused, and nothing is sent: ${field} ${words}`, async () => {
      assert.deepEqual(await call({ headers, ...options }), refusal(field, words));
    });
  }
});

describe("fetchOptions", () => {
  test("are added to what fetch gets, and undefined ones are left out", async () => {
    const init = await call({ fetchOptions: { keepalive: true, cache: "no-cache", priority: undefined } });
    assert.equal(init.keepalive, true);
    assert.equal(init.cache, "no-cache");
    assert.equal("priority" in init, false);
    assert.equal(init.credentials, "omit");
  });

  for (const credentials of ["omit", "same-origin", "include"]) {
    test(`may send cookies as credentials say: ${credentials}`, async () => {
      assert.equal((await call({ fetchOptions: { credentials } })).credentials, credentials);
    });
  }

  const throwing = {
    get cache() {
      throw new Error("not now");
    },
  };
  const own = "must not be given: the package sets it";
  /** @type {[options: unknown, field: string, words: string][]} */
  const refused = [
    ["include", "fetchOptions", "must be an object of options for fetch"],
    [[], "fetchOptions", "must be an object of options for fetch"],
    [throwing, "fetchOptions", "cannot be read: it throws an error"],
    ...["method", "headers", "body", "signal", "redirect"].map(
      (name) => /** @type {[unknown, string, string]} */ ([{ [name]: "a" }, `fetchOptions.${name}`, own]),
    ),
    [{ credentials: "always" }, "fetchOptions.credentials", "must be omit, same-origin or include"],
    [{ credentials: null }, "fetchOptions.credentials", "must be omit, same-origin or include"],
  ];
  for (const [fetchOptions, field, words] of refused) {
    test(`are refused, and nothing is sent: ${field} ${words}`, async () => {
      assert.deepEqual(await call({ fetchOptions }), refusal(field, words));
    });
  }
});
