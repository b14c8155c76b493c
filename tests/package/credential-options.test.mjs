// The option `credentials`: which keys are refused before anything is sent, and which results of a key function.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { rejection, row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const KEY = { accessKeyId: "AKID", secretAccessKey: "secret-of-the-test" };
const ASCII = "must be visible ASCII without spaces or line breaks";
const EMPTY = "is empty: pass a non-empty string";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** The error of a call that sends nothing. @param {object} options */
async function refused(options) {
  const service = scriptService(() => ({ body: row() }));
  const { token: _, ...others } = service.options;
  const error = await rejection(sfsTurboTasks.getTask({ ...others, shareId: "s", taskId: "t", ...options }));
  assert.deepEqual(service.requests, []);
  return error;
}

const unreadable = {
  get accessKeyId() {
    throw new Error("not now");
  },
};

/** @type {[name: string, credentials: unknown, field: string, words: string][]} */
const KEYS = [
  ["a number", 5, "credentials", "must be { accessKeyId, secretAccessKey }, or a function that gives it"],
  [
    "a string",
    "AKID",
    "credentials",
    "must be { accessKeyId, secretAccessKey }, or a function that gives it",
  ],
  ["an empty object", {}, "credentials.accessKeyId", "is missing: pass a string"],
  [
    "a key without a secret",
    { accessKeyId: "AKID" },
    "credentials.secretAccessKey",
    "is missing: pass a string",
  ],
  [
    "a secret that is null",
    { ...KEY, secretAccessKey: null },
    "credentials.secretAccessKey",
    "is missing: pass a string",
  ],
  [
    "a secret that is a number",
    { ...KEY, secretAccessKey: 5 },
    "credentials.secretAccessKey",
    "must be a string",
  ],
  ["an empty secret", { ...KEY, secretAccessKey: "" }, "credentials.secretAccessKey", EMPTY],
  [
    "a secret with whitespace after it",
    { ...KEY, secretAccessKey: "abc " },
    "credentials.secretAccessKey",
    ASCII,
  ],
  ["an id beyond ASCII", { ...KEY, accessKeyId: "AK\u00e9" }, "credentials.accessKeyId", ASCII],
  ["an empty security token", { ...KEY, securityToken: "" }, "credentials.securityToken", EMPTY],
  ["a key that cannot be read", unreadable, "credentials", "cannot be read: a getter throws"],
];
for (const [name, credentials, field, words] of KEYS) {
  test(`credentials that are ${name} are refused, and nothing is sent`, async () => {
    const error = await refused({ credentials });
    assert.deepEqual(
      [error.kind, error.field, error.message],
      ["invalid-request", field, `getTask: ${field} ${words}`],
    );
  });
}

test("credentials together with a token are refused, also if one of them is a function", async () => {
  const message = "getTask: credentials must not be given together with token: pass one of the two";
  for (const options of [
    { credentials: KEY, token: "MIIEtoken" },
    { credentials: () => KEY, token: "MIIEtoken" },
    { credentials: KEY, token: () => "MIIEtoken" },
  ]) {
    const error = await refused(options);
    assert.deepEqual([error.kind, error.field, error.message], ["invalid-request", "credentials", message]);
  }
});

/** @type {[name: string, given: unknown, words: string][]} */
const GIVEN = [
  ["nothing", undefined, "it must be { accessKeyId, secretAccessKey }"],
  ["null", null, "it must be { accessKeyId, secretAccessKey }"],
  ["a key with an empty secret", { ...KEY, secretAccessKey: "" }, `secretAccessKey ${EMPTY}`],
  ["a key with a line break in its token", { ...KEY, securityToken: "a\nb" }, `securityToken ${ASCII}`],
];
for (const [name, given, words] of GIVEN) {
  test(`a key function that gives ${name} fails the call, and nothing is sent`, async () => {
    const error = await refused({ credentials: async () => given });
    assert.deepEqual(
      [error.kind, error.errCode, error.message],
      [
        "no-credentials",
        "CLIENT.NO_CREDENTIALS",
        `getTask: the credentials function gave no access key: ${words}`,
      ],
    );
  });
}

test("without a fetch of the platform or of the caller, the error says to pass one", async () => {
  const { fetch } = globalThis;
  Reflect.set(globalThis, "fetch", undefined);
  try {
    const error = await refused({ token: "MIIEtoken", fetch: undefined });
    assert.deepEqual(
      [error.kind, error.field, error.message],
      ["invalid-request", "fetch", "getTask: fetch is missing: this runtime has no fetch, so pass one"],
    );
  } finally {
    globalThis.fetch = fetch;
  }
});
