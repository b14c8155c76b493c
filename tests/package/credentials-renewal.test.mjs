// How long keys are kept: one renewal at a time, old keys while they are valid, no failure kept.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, noon, setVariables, stopClock } from "./credential-services/scene.mjs";
import { givenKey, json, keyBody, startServer } from "./credential-services/server.mjs";

const minute = 60_000;
const hour = 60 * minute;

/**
 * An IAM that answers on request, and a source that uses it.
 * @param {import("node:test").TestContext} t
 */
async function scene(t) {
  setVariables(t);
  const clock = stopClock(t);
  /** @type {((answer: any) => void)[]} */
  const waiting = [];
  const { origin } = await startServer(t, () => new Promise((resolve) => waiting.push(resolve)));
  let renewals = 0;
  // Called at once when a renewal starts, before any request is sent.
  const token = () => {
    renewals += 1;
    return "token-0123456789";
  };
  const source = credentials.fromTemporaryKeys(token, { iamEndpoint: origin });
  const arrived = async () => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    return /** @type {(answer: any) => void} */ (waiting.shift());
  };
  /** Answers the next request with a key of this lifetime. @param {string} name @param {number} [life] */
  const give = async (name, life = hour) => (await arrived())(json(201, keyBody(name, Date.now() + life)));
  const refuse = async () => (await arrived())(json(500, {}));
  /** The first key. */
  const begin = async (life = hour) => {
    const key = source();
    await give("1", life);
    return key;
  };
  return { source, renewals: () => renewals, give, refuse, begin, origin, ...clock };
}

/** What the source gives after a renewal in the background has ended. @param {() => Promise<any>} source @param {string} id */
async function comes(source, id) {
  while ((await source()).accessKeyId !== id) await new Promise((resolve) => setImmediate(resolve));
}

test("calls at the same time share one request, and all later calls share the key", async (t) => {
  const { source, renewals, give } = await scene(t);
  const calls = [source(), source(), source()];
  await give("1");
  const [one, two, three] = await Promise.all(calls);
  assert.deepEqual(one, givenKey("1", noon + hour));
  assert.equal(two, one);
  assert.equal(three, one);
  assert.equal(await source(), one);
  assert.equal(renewals(), 1);
});

test("the given key is frozen, since all calls share it", async (t) => {
  const { begin } = await scene(t);
  assert.ok(Object.isFrozen(await begin()));
});

test("two sources share no state", async (t) => {
  setVariables(t);
  const { origin, seen } = await startServer(t, () => json(201, keyBody("1", Date.now() + hour)));
  const make = () => credentials.fromTemporaryKeys(() => "token-0123456789", { iamEndpoint: origin });
  await Promise.all([make()(), make()()]);
  assert.equal(seen.length, 2);
});

test("keys are renewed five minutes before they expire, and the old keys serve meanwhile", async (t) => {
  const { source, renewals, give, begin, pass } = await scene(t);
  await begin();
  pass(55 * minute - 1);
  await source();
  assert.equal(renewals(), 1);
  pass(1);
  const during = await Promise.all([source(), source(), source()]);
  assert.deepEqual(
    during.map(({ accessKeyId }) => accessKeyId),
    ["AK1", "AK1", "AK1"],
  );
  await give("2");
  await comes(source, "AK2");
  assert.equal(renewals(), 2);
});

test("keys that live less than ten minutes are renewed after half of their life", async (t) => {
  const { source, renewals, give, begin, pass } = await scene(t);
  await begin(4 * minute);
  pass(2 * minute - 1);
  await source();
  assert.equal(renewals(), 1);
  pass(1);
  await source();
  await give("2");
  await comes(source, "AK2");
});

test("after the old keys have expired, calls wait for the new ones", async (t) => {
  const { source, renewals, give, begin, pass } = await scene(t);
  await begin();
  pass(hour);
  const calls = [source(), source()];
  await give("2");
  const keys = await Promise.all(calls);
  assert.deepEqual(keys, [givenKey("2", noon + 2 * hour), givenKey("2", noon + 2 * hour)]);
  assert.equal(renewals(), 2);
});

test("a renewal that fails is tried again a minute later, while the old keys serve", async (t) => {
  const { source, renewals, give, refuse, begin, pass } = await scene(t);
  await begin();
  pass(55 * minute);
  await source();
  await refuse();
  // Nothing waits for the renewal in the background: it is over when no call joins it any more.
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  pass(minute - 1);
  assert.equal((await source()).accessKeyId, "AK1");
  assert.equal(renewals(), 2);
  pass(1);
  assert.equal((await source()).accessKeyId, "AK1");
  await give("2");
  await comes(source, "AK2");
  assert.equal(renewals(), 3);
});

test("old keys never serve after they expire, even if a renewal has failed within the last minute", async (t) => {
  const { source, give, refuse, begin, pass } = await scene(t);
  await begin();
  pass(hour - 1);
  assert.equal((await source()).accessKeyId, "AK1");
  await refuse();
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  pass(1);
  const next = source();
  await give("2");
  assert.equal((await next).accessKeyId, "AK2");
});

test("after the old keys have expired, calls reject with the failure, and the next call tries again", async (t) => {
  const { source, give, refuse, begin, pass, origin } = await scene(t);
  await begin();
  pass(hour);
  const calls = [failure(source()), failure(source())];
  await refuse();
  const reason = `POST ${origin}/v3.0/OS-CREDENTIAL/securitytokens was refused: HTTP 500.`;
  assert.deepEqual(await Promise.all(calls), [
    failed("fromTemporaryKeys", reason),
    failed("fromTemporaryKeys", reason),
  ]);
  const next = source();
  await give("2");
  assert.equal((await next).accessKeyId, "AK2");
});

test("a key that has already expired when it arrives is refused, and the error names the clock", async (t) => {
  const { source, give, origin } = await scene(t);
  const key = failure(source());
  await give("1", -1000);
  const reason = `the key in the answer of ${origin}/v3.0/OS-CREDENTIAL/securitytokens expired at 2026-11-26T11:59:59.000Z: check the clock of this machine.`;
  assert.deepEqual(await key, failed("fromTemporaryKeys", reason));
});

test("a function of the user's own that never settles is given up after a minute", async (t) => {
  setVariables(t);
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const source = credentials.fromTemporaryKeys(() => new Promise(() => {}));
  const key = failure(source());
  await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(60_000);
  assert.deepEqual(await key, failed("fromTemporaryKeys", "its source gave nothing within 60000 ms."));
});
