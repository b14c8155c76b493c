// The emulator's access key: its options, its clock, its lock, and a temporary one.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, createEmulator, documentedTask, pathOf, START, unauthenticated, withClock } from "./known.mjs";
import { signedRequest } from "./signer.mjs";

const MINUTE = 60_000;
const LOCKED = "AK access failed to reach the limit,forbidden.";

/** @typedef {ReturnType<typeof withClock>} Clocked */

/**
 * Requests the documented task, signed with the time of the emulator's clock.
 * @param {Clocked} of
 * @param {Partial<import("./signer.mjs").SigningOptions> & { credentials?: Clocked["emulator"]["credentials"] }} [options]
 */
function askSigned({ emulator, clock }, { credentials = emulator.credentials, ...request } = {}) {
  const path = pathOf(documentedTask, emulator.projectId);
  return emulator.fetch(
    ...signedRequest({ ...emulator, credentials }, { path, time: clock.time, ...request }),
  );
}

const failSigned = (/** @type {Clocked} */ of) =>
  askSigned(of, { credentials: { ...of.emulator.credentials, secretAccessKey: "wrong" } });

/** The content of an answer: its status if it is not a refusal. @param {Response} response */
async function said(response) {
  if (response.status !== 401) return response.status;
  const text = await response.text();
  const [, reason = ""] =
    /^\{"error_msg":"Incorrect IAM authentication information: (.*)","error_code"/.exec(text) ?? [];
  assert.equal(text, unauthenticated(response.headers.get("x-request-id"), reason));
  return reason.replace(/, canonicalRequest:.*/, "");
}

/**
 * @param {Response} response
 * @param {string} reason
 */
async function expectRefusal(response, reason) {
  assert.equal(response.status, 401);
  assert.equal(await response.text(), unauthenticated(response.headers.get("x-request-id"), reason));
}

describe("the access key", () => {
  test("is an option, and is the one that is accepted", async () => {
    const given = { accessKeyId: "AK.1/x=", secretAccessKey: "ключ, with blanks" };
    const of = withClock(given);
    assert.deepEqual(of.emulator.credentials, given);
    assert.ok(Object.isFrozen(of.emulator.credentials));
    assert.equal((await askSigned(of)).status, 200);
    const usual = createEmulator().credentials;
    assert.equal(
      await said(await askSigned(of, { credentials: usual })),
      "ak EMULATORACCESSKEY000 not exist",
    );
  });

  test("is refused as unknown if it is another key", async () => {
    const of = withClock();
    const credentials = { ...of.emulator.credentials, accessKeyId: "LTAI5t" };
    await expectRefusal(await askSigned(of, { credentials }), "ak LTAI5t not exist");
  });

  test("signs within 15 minutes of the emulator's clock, in both directions", async () => {
    const of = withClock();
    const { clock } = of;
    for (const apart of [15 * MINUTE, -15 * MINUTE])
      assert.equal((await askSigned(of, { time: clock.time + apart })).status, 200);
    const expired = (/** @type {string} */ signatureTime, /** @type {string} */ serverTime) =>
      `calc aksk signature fail:signature expired, signature time:${signatureTime},server time:${serverTime}`;
    const [time, late, early] = ["20260131T235950Z", "20260201T001451Z", "20260131T234449Z"];
    clock.time = START + 15 * MINUTE + 1000;
    await expectRefusal(await askSigned(of, { time: START }), expired(time, late));
    clock.time = START - 15 * MINUTE - 1000;
    await expectRefusal(await askSigned(of, { time: START }), expired(time, early));
    // One thousandth is enough.
    clock.time = START + 15 * MINUTE + 1;
    await expectRefusal(await askSigned(of, { time: START }), expired(time, "20260201T001450Z"));
  });

  test("with another secret and another time is refused because of the time", async () => {
    const of = withClock();
    const credentials = { ...of.emulator.credentials, secretAccessKey: "wrong" };
    assert.match(
      String(await said(await askSigned(of, { credentials, time: START - 16 * MINUTE }))),
      /^calc aksk signature fail:signature expired, /,
    );
  });
});

describe("failures in a row", () => {
  const WRONG = "verify aksk signature fail";

  test("are reset by a success after five failures", async () => {
    const of = withClock();
    for (let round = 0; round < 3; round += 1) {
      for (let failure = 0; failure < 5; failure += 1) assert.equal(await said(await failSigned(of)), WRONG);
      assert.equal(await said(await askSigned(of)), 200);
    }
  });

  test("lock the key for five minutes of the emulator's clock after the sixth", async () => {
    const of = withClock();
    const { clock, emulator } = of;
    for (let failure = 0; failure < 6; failure += 1) assert.equal(await said(await failSigned(of)), WRONG);
    await expectRefusal(await askSigned(of), LOCKED);
    clock.time += 5 * MINUTE - 1;
    // Requests that are refused meanwhile do not extend it.
    assert.equal(await said(await failSigned(of)), LOCKED);
    assert.equal(await said(await askSigned(of)), LOCKED);
    assert.equal(await said(await ask(emulator)), 200, "a token has no lock");
    clock.time += 1;
    for (let failure = 0; failure < 5; failure += 1) assert.equal(await said(await failSigned(of)), WRONG);
    assert.equal(await said(await askSigned(of)), 200);
  });

  test("may be of any kind, but need an existing key", async () => {
    const of = withClock({ securityToken: "session" });
    const { emulator } = of;
    const headers = { "X-Security-Token": "session" };
    const late = () => askSigned(of, { headers, time: START - 16 * MINUTE });
    const wrongToken = () => askSigned(of, { headers: { "X-Security-Token": "another" } });
    const unknown = () => askSigned(of, { credentials: { ...emulator.credentials, accessKeyId: "X" } });
    for (const fail of [late, wrongToken, unknown, late, wrongToken, unknown, late])
      assert.notEqual(await said(await fail()), LOCKED);
    assert.equal(await said(await askSigned(of, { headers })), 200);
    for (const fail of [late, wrongToken, late, wrongToken, late, wrongToken])
      assert.notEqual(await said(await fail()), LOCKED);
    assert.equal(await said(await askSigned(of, { headers })), LOCKED);
  });

  test("are counted one after the other if they are sent together", async () => {
    const of = withClock();
    const answers = await Promise.all(Array.from({ length: 9 }, () => failSigned(of)));
    const reasons = await Promise.all(answers.map(said));
    assert.deepEqual(reasons.sort(), [...Array(3).fill(LOCKED), ...Array(6).fill(WRONG)]);
  });

  test("count only if they reach the gateway: a fault stops a request unless it is carried out", async () => {
    const of = withClock();
    const { emulator } = of;
    emulator.misbehave({ status: 503 }, { times: 9 });
    for (let failure = 0; failure < 9; failure += 1) assert.equal((await failSigned(of)).status, 503);
    assert.equal(await said(await askSigned(of)), 200);
    emulator.misbehave({ status: 503, carryOut: true }, { times: 6 });
    for (let failure = 0; failure < 6; failure += 1) assert.equal((await failSigned(of)).status, 503);
    assert.equal(await said(await askSigned(of)), LOCKED);
  });

  test("are reset by reset, and so is a lock", async () => {
    const of = withClock();
    for (let failure = 0; failure < 6; failure += 1) await failSigned(of);
    of.emulator.reset();
    for (let failure = 0; failure < 5; failure += 1) assert.equal(await said(await failSigned(of)), WRONG);
    of.emulator.reset();
    for (let failure = 0; failure < 5; failure += 1) assert.equal(await said(await failSigned(of)), WRONG);
    assert.equal(await said(await askSigned(of)), 200);
  });
});

describe("a temporary key", () => {
  const of = withClock({ securityToken: "session==" });
  const { emulator } = of;

  test("has a token, which each request needs, signed or not", async () => {
    assert.deepEqual(emulator.credentials, {
      accessKeyId: "EMULATORACCESSKEY000",
      secretAccessKey: "emulator-secret-key",
      securityToken: "session==",
    });
    const headers = { "X-Security-Token": "session==" };
    const signedHeaders = ["host", "x-sdk-date", "x-security-token"];
    assert.equal((await askSigned(of, { headers, signedHeaders })).status, 200);
    assert.equal((await askSigned(of, { headers })).status, 200);
  });

  test("does not exist without its token", async () => {
    await expectRefusal(await askSigned(of), "ak EMULATORACCESSKEY000 not exist");
  });

  test("with another token is refused, and so is a permanent key with any", async () => {
    const headers = { "X-Security-Token": "another" };
    await expectRefusal(await askSigned(of, { headers }), "decrypt token fail");
    await expectRefusal(await askSigned(withClock(), { headers }), "decrypt token fail");
  });
});
