// Keys of a caller's own function: a chain accepts and refuses the same values as the client.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, noon, setVariables } from "./credential-services/scene.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const client = await importInstalled(await installTarball());

const key = { accessKeyId: "AK", secretAccessKey: "secret" };

class VaultKey {
  get accessKeyId() {
    return "AK";
  }
  get secretAccessKey() {
    return "secret";
  }
  get expiration() {
    return new Date(noon);
  }
  get projectId() {
    return "project";
  }
}

/** Whether the client signs with the value that a function returns. @param {unknown} given */
async function signs(given) {
  const answer = { status: 200, headers: { "content-type": "application/json" } };
  let sent = 0;
  const fetch = async () => {
    sent += 1;
    return new Response("{}", answer);
  };
  const options = { endpoint: "https://sfs.example", projectId: "p", shareId: "s", taskId: "t", fetch };
  await client.getTask({ ...options, credentials: async () => given, maxRetries: 0 }).catch(() => undefined);
  return sent === 1;
}

/** What is given, and what a chain makes of it. @type {Record<string, [given: unknown, taken: unknown]>} */
const taken = {
  "an object": [
    { ...key, securityToken: "token", other: 7 },
    { ...key, securityToken: "token" },
  ],
  "an instance of a class with getters": [
    new VaultKey(),
    { ...key, projectId: "project", expiration: new Date(noon) },
  ],
  "an object without a prototype": [Object.assign(Object.create(null), key), key],
  "members that are null": [{ ...key, securityToken: null, projectId: null, expiration: null }, key],
  "an end as a text": [
    { ...key, expiration: "2026-11-26T12:00:00Z" },
    { ...key, expiration: new Date(noon) },
  ],
  "an end as a text with microseconds and a zone": [
    { ...key, expiration: "2026-11-26T20:00:00.000000+08:00" },
    { ...key, expiration: new Date(noon) },
  ],
  "an end of another realm": [
    { ...key, expiration: runInNewContext(`new Date(${noon})`) },
    { ...key, expiration: new Date(noon) },
  ],
};

for (const [what, [given, expected]] of Object.entries(taken)) {
  test(`a chain accepts ${what}, as the client does`, async () => {
    const got = await credentials.fromChain(() => given)();
    assert.deepEqual(got, expected);
    assert.ok(Object.isFrozen(got));
    assert.ok(await signs(given));
  });
}

test("an expiration date is copied, since the caller may change it", async () => {
  const expiration = new Date(noon);
  const got = await credentials.fromChain(() => ({ ...key, expiration }))();
  expiration.setTime(0);
  assert.deepEqual(got.expiration, new Date(noon));
});

/** What is given, and why a chain refuses it. @type {Record<string, [given: unknown, reason: string]>} */
const refused = {
  nothing: [undefined, "what it gave must be { accessKeyId, secretAccessKey }."],
  "a text": ["AK", "what it gave must be { accessKeyId, secretAccessKey }."],
  "half a key": [{ accessKeyId: "AK" }, "`secretAccessKey` of what it gave is missing: pass a string."],
  "a secret that is no text": [
    { ...key, secretAccessKey: 7 },
    "`secretAccessKey` of what it gave must be a string.",
  ],
  "an empty token": [
    { ...key, securityToken: "" },
    "`securityToken` of what it gave is empty: pass a non-empty string.",
  ],
  "a secret with a line break": [
    { ...key, secretAccessKey: "secret\n" },
    "`secretAccessKey` of what it gave must be visible ASCII without spaces or line breaks.",
  ],
  "a getter that throws with the secret": [
    {
      ...key,
      get securityToken() {
        throw new Error("secret-0123456789");
      },
    },
    "what it gave cannot be read: a getter throws.",
  ],
};

for (const [what, [given, reason]] of Object.entries(refused)) {
  test(`a chain refuses ${what}, as the client does`, async () => {
    assert.deepEqual(
      await failure(credentials.fromChain(() => given)()),
      failed("fromChain", `a source is configured but does not work:\n- source 1: ${reason}`),
    );
    assert.equal(await signs(given), false);
  });

  test(`fromTemporaryKeys refuses ${what}`, async (t) => {
    setVariables(t);
    if (typeof given === "string") return;
    const { message, name } = await failure(credentials.fromTemporaryKeys(() => given)());
    assert.deepEqual(
      [name, message],
      ["CredentialsError", `fromTemporaryKeys: ${reason.replace("what it gave", "its source")}`],
    );
  });
}

for (const expiration of ["soon", "", 1_900_000_000_000, new Date(Number.NaN), {}, "2026-13-40T00:00:00Z"]) {
  test(`an expiration of ${JSON.stringify(expiration)} is refused`, async () => {
    const reason = '`expiration` of what it gave must be a Date or a string such as "2030-01-01T00:00:00Z".';
    assert.deepEqual(
      await failure(credentials.fromChain(() => ({ ...key, expiration }))()),
      failed("fromChain", `a source is configured but does not work:\n- source 1: ${reason}`),
    );
  });
}
