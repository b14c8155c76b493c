// The time of a signature: a wrong clock, a service that sends a wrong time, and the time of each attempt.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { rejection, scriptService } from "./scripted-service.mjs";
import {
  dateOf,
  expired,
  ids,
  keyed,
  mockDate,
  START,
  sfsTurboTasks,
  signatureOf,
  stamp,
  TASK,
} from "./signed-calls.mjs";
import { startClock } from "./virtual-clock.mjs";

describe("a clock that is wrong", () => {
  const AHEAD = 16 * 60_000;

  /** A gateway whose clock is ahead, and that accepts signatures within a minute of it. */
  const strict = () =>
    scriptService((asked) => {
      const isRight = dateOf(asked) === stamp(Date.now() + AHEAD);
      return isRight ? { body: TASK } : expired(asked, AHEAD);
    });

  for (const [name, ahead] of Object.entries({ behind: AHEAD, ahead: -AHEAD })) {
    test(`that is 16 minutes ${name} is corrected once, and the request is signed again with the right date`, async (t) => {
      mockDate(t);
      const { options, requests } = scriptService((asked, index) =>
        index === 0 ? expired(asked, ahead) : { body: TASK },
      );
      /** @type {any[]} */
      const retried = [];
      await sfsTurboTasks.getTask({
        ...keyed(options),
        ...ids,
        maxRetries: 0,
        onRetry: (/** @type {any} */ details) => retried.push(details),
      });
      assert.deepEqual(requests.map(dateOf), [stamp(START), stamp(START + ahead)]);
      const [first, second] = requests.map(signatureOf);
      assert.notEqual(first, second);
      const [{ error, ...rest }] = retried;
      assert.equal(retried.length, 1);
      assert.deepEqual(rest, { attempt: 2, delay: 0 });
      assert.deepEqual([error.kind, error.attempts], ["unauthenticated", 1]);
      const direction = ahead > 0 ? "behind" : "ahead of";
      assert.ok(error.message.includes(`960 s ${direction} the service's`), error.message);
    });
  }

  test("is remembered by its client for later calls, and by no other client", async (t) => {
    mockDate(t);
    const { options, requests } = strict();
    const client = sfsTurboTasks.createClient(keyed(options));
    await client.getTask(ids);
    await client.getTask(ids);
    await client.createTask({ shareId: ids.shareId, type: "export", srcTarget: "d" });
    const right = stamp(START + AHEAD);
    assert.deepEqual(requests.map(dateOf), [stamp(START), right, right, right]);
    await sfsTurboTasks.createClient(keyed(options)).getTask(ids);
    await sfsTurboTasks.getTask({ ...keyed(options), ...ids });
    const again = [stamp(START), right, stamp(START), right];
    assert.deepEqual(requests.slice(4).map(dateOf), again);
  });

  test("is corrected from the date that the request itself was signed with, also for two calls at once", async (t) => {
    mockDate(t);
    const { options, requests } = scriptService(async (asked, index) => {
      // The second call is answered when the first one has been signed again.
      if (index === 1) while (requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
      const isRight = dateOf(asked) === stamp(START + AHEAD);
      return isRight ? { body: TASK } : expired(asked, AHEAD);
    });
    const client = sfsTurboTasks.createClient(keyed(options));
    await Promise.all([client.getTask(ids), client.getTask(ids)]);
    const [wrong, right] = [stamp(START), stamp(START + AHEAD)];
    assert.deepEqual(requests.map(dateOf), [wrong, wrong, right, right]);
    await client.getTask(ids);
    assert.equal(dateOf(requests[4] ?? assert.fail()), right);
  });

  test("is not corrected a second time", async (t) => {
    mockDate(t);
    const { options, requests } = scriptService((asked) => expired(asked, AHEAD));
    const { kind, attempts } = await rejection(sfsTurboTasks.getTask({ ...keyed(options), ...ids }));
    assert.deepEqual([kind, attempts, requests.length], ["unauthenticated", 2, 2]);
  });

  test("by four minutes causes no second signature", async (t) => {
    mockDate(t);
    const { options, requests } = scriptService((asked) => expired(asked, 4 * 60_000));
    const { kind, attempts } = await rejection(sfsTurboTasks.getTask({ ...keyed(options), ...ids }));
    assert.deepEqual([kind, attempts, requests.length], ["unauthenticated", 1, 1]);
  });

  test("that is reported between other failures costs no retry, and is corrected once in the call", async (t) => {
    const clock = startClock(t);
    const { options, requests } = scriptService((asked, index) =>
      index === 0 || index === 2 ? { status: 503 } : index === 1 ? expired(asked, AHEAD) : { body: TASK },
    );
    /** @type {unknown[]} */
    const retried = [];
    const onRetry = (/** @type {any} */ { error, attempt }) => retried.push([error.kind, attempt]);
    const call = sfsTurboTasks.getTask({ ...keyed(options), ...ids, maxRetries: 2, onRetry });
    await clock.until(call);
    assert.equal(requests.length, 4);
    assert.deepEqual(retried, [
      ["unavailable", 2],
      ["unauthenticated", 3],
      ["unavailable", 4],
    ]);
  });
});

test("a request that is sent again is signed with its new time", async (t) => {
  const clock = startClock(t);
  const { options, requests } = scriptService((_, index) =>
    index < 2 ? { status: 503, headers: { "retry-after": "2" } } : { body: TASK },
  );
  const first = Date.now();
  await clock.until(sfsTurboTasks.getTask({ ...keyed(options), ...ids }));
  assert.deepEqual(
    requests.map(dateOf),
    [0, 2_000, 4_000].map((later) => stamp(first + later)),
  );
  assert.equal(new Set(requests.map(signatureOf)).size, 3);
});

describe("a service that sends a wrong time", () => {
  /** @param {string} serverTime @param {(signed: string) => string} [signatureTime] */
  async function afterLie(serverTime, signatureTime = (signed) => signed) {
    const { options, requests } = scriptService((asked, index) => {
      if (index > 0) return { body: TASK };
      const signed = dateOf(asked) ?? "";
      const error_msg = `signature expired, signature time:${signatureTime(signed)},server time:${serverTime}`;
      return { status: 401, body: { error_code: "APIGW.0301", error_msg } };
    });
    const client = sfsTurboTasks.createClient(keyed(options));
    await assert.rejects(client.getTask(ids), { kind: "unauthenticated", attempts: 1 });
    await client.getTask(ids);
    return dateOf(/** @type {any} */ (requests[1]));
  }

  for (const time of [
    "99999999T999999Z",
    "00000000T000000Z",
    "21000101T000000Z",
    "soon",
    "20261126T9999999999Z",
  ]) {
    test(`is not believed: ${time}`, async (t) => {
      mockDate(t);
      assert.equal(await afterLie(time), stamp(Date.now()));
    });
  }

  test("is not believed if its words are about another signature", async (t) => {
    mockDate(t);
    assert.equal(await afterLie("20300101T000000Z", () => "20200101T000000Z"), stamp(Date.now()));
  });
});

describe("a clock that the service reports as wrong", () => {
  for (const [seconds, attempts] of [
    [300, 1],
    [301, 2],
    [-300, 1],
    [-301, 2],
  ]) {
    test(`by ${seconds} s, in each of its answers, leads to ${attempts} attempts`, async (t) => {
      mockDate(t);
      const { options, requests } = scriptService((asked) => expired(asked, Number(seconds) * 1_000));
      const error = await rejection(sfsTurboTasks.getTask({ ...keyed(options), ...ids }));
      assert.deepEqual(
        [error.kind, error.attempts, requests.length],
        ["unauthenticated", attempts, attempts],
      );
    });
  }
});
