// What a function of the caller's throws: any value becomes a CredentialsError, and none makes a chain skip a source.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, setVariables } from "./credential-services/scene.mjs";
import { json, startServer } from "./credential-services/server.mjs";

const next = () => ({ accessKeyId: "SOMEBODY-ELSE", secretAccessKey: "secret" });
const unreadable = "the cause cannot be read";
const hostile = () => {
  throw new Error("no words");
};
const proxy = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** What is thrown, and its words. @type {Record<string, [make: () => unknown, words: string]>} */
const cases = {
  "an error": [() => new RangeError("the vault is sealed"), "the vault is sealed"],
  "an error without words": [() => new RangeError(), "RangeError"],
  "an error of two lines": [() => new Error("two\r\n\u001b[31mlines\u2028\n"), "two [31mlines"],
  "an error of many words": [() => new Error("x".repeat(1_000_000)), "x".repeat(300)],
  "a text": [() => "sealed", "sealed"],
  nothing: [() => undefined, "undefined"],
  null: [() => null, "null"],
  "a symbol": [() => Symbol("sealed"), "Symbol(sealed)"],
  "an object without a prototype": [() => Object.create(null), unreadable],
  "an object whose toString throws": [() => ({ toString: hostile }), unreadable],
  "an object whose toString gives an object": [
    () => ({ toString: () => ({}), valueOf: () => ({}) }),
    unreadable,
  ],
  "an error whose message throws": [
    () => Object.defineProperty(new Error(), "message", { get: hostile }),
    unreadable,
  ],
  "an error whose name throws": [
    () => Object.defineProperty(new Error(), "name", { get: hostile }),
    unreadable,
  ],
  "an error whose message is no text": [() => Object.assign(new Error(), { message: 7 }), "Error: 7"],
  "what cannot be looked at": [proxy, unreadable],
  "an error that only calls itself a CredentialsError": [
    () => Object.assign(new Error("sealed"), { name: "CredentialsError" }),
    "sealed",
  ],
  "such an error that is not configured, without words": [
    () => Object.assign(new Error(), { name: "CredentialsError", configured: false, message: undefined }),
    "CredentialsError",
  ],
};

for (const [what, [make, words]] of Object.entries(cases)) {
  const fail = () => {
    throw make();
  };

  test(`a source of a chain that throws ${what} ends the chain`, async () => {
    const reason = `a source is configured but does not work:\n- fail: ${words}`;
    for (const source of [fail, async () => fail()]) {
      Object.defineProperty(source, "name", { value: "fail" });
      assert.deepEqual(await failure(credentials.fromChain(source, next)()), failed("fromChain", reason));
    }
  });

  test(`the error of fromPassword and fromTemporaryKeys names the function that threw ${what}`, async (t) => {
    setVariables(t);
    const { fromPassword, fromTemporaryKeys } = credentials;
    const login = { userId: "u", projectId: "p" };
    for (const source of [fail, async () => fail()]) {
      assert.deepEqual(
        await failure(fromPassword({ ...login, password: source })()),
        failed("fromPassword", `\`password\` failed: ${words}`),
      );
      assert.deepEqual(
        await failure(fromPassword({ ...login, password: "other", passcode: source })()),
        failed("fromPassword", `\`passcode\` failed: ${words}`),
      );
      assert.deepEqual(
        await failure(fromTemporaryKeys(source)()),
        failed("fromTemporaryKeys", `its source failed: ${words}`),
      );
    }
  });
}

test("a CredentialsError of a user's function is passed on unchanged", async (t) => {
  setVariables(t);
  const error = new credentials.CredentialsError({
    source: "vault",
    reason: "not set up.",
    configured: false,
  });
  const fail = () => {
    throw error;
  };
  const same = (/** @type {unknown} */ thrown) => thrown === error;
  await assert.rejects(credentials.fromTemporaryKeys(fail)(), same);
  await assert.rejects(credentials.fromPassword({ userId: "u", projectId: "p", password: fail })(), same);
});

test("an error of a passcode function that contains the password is not repeated", async (t) => {
  setVariables(t);
  const password = "correct horse battery staple";
  const passcode = () => {
    throw new Error(`no code for ${password}`);
  };
  const login = { userId: "u", projectId: "p", password, passcode };
  const reason = "`passcode` failed: (its message is not shown, because it repeats a secret)";
  assert.deepEqual(await failure(credentials.fromPassword(login)()), failed("fromPassword", reason));
});

test("an error of a source that contains the refused token is not repeated", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => json(401, {}));
  const token = "token-0123456789-0123456789";
  const source = (/** @type {{ rejected?: string }} */ { rejected }) => {
    if (rejected !== undefined) throw new Error(`cannot renew ${rejected}`);
    return token;
  };
  const reason = "its source failed: (its message is not shown, because it repeats a secret)";
  assert.deepEqual(
    await failure(credentials.fromTemporaryKeys(source, { iamEndpoint: origin })()),
    failed("fromTemporaryKeys", reason),
  );
});

for (const [what, name] of /** @type {const} */ ([
  ["throws", { get: hostile }],
  ["is a number", { value: 7 }],
  ["is a symbol", { value: Symbol("name") }],
])) {
  test(`a source whose name ${what} is named by its number, and ends a chain like any other`, async () => {
    const source = Object.defineProperty(
      () => {
        throw new Error("sealed");
      },
      "name",
      name,
    );
    assert.deepEqual(
      await failure(credentials.fromChain(source, next)()),
      failed("fromChain", "a source is configured but does not work:\n- source 1: sealed"),
    );
  });
}
