// Functions that give access keys: when they are called, for which user, and in a wait; and the arguments of onRetry there.
// @ts-check
import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { describe, test } from "node:test";
import { rejection, scriptService } from "./scripted-service.mjs";
import { expired, ids, KEY, keyed, keyOf, mockDate, sfsTurboTasks, TASK } from "./signed-calls.mjs";
import { startClock } from "./virtual-clock.mjs";

describe("a key function", () => {
  /** @type {AsyncLocalStorage<string>} */
  const currentUser = new AsyncLocalStorage();
  const USERS = Array.from({ length: 50 }, (_, index) => `User${index}`);
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  /** Each user's own key, read from the context before or after it waits. */
  const KEYS = {
    "at once": () => keyOfUser(currentUser.getStore()),
    "after it waited": async () => {
      await turn();
      return keyOfUser(currentUser.getStore());
    },
  };

  /** @param {string | undefined} user */
  const keyOfUser = (user) => ({
    accessKeyId: `${user}`,
    secretAccessKey: `secret of ${user}`.replaceAll(" ", "-"),
  });

  for (const [when, credentials] of Object.entries(KEYS)) {
    test(`of one client serves every user by the values in its context, ${when}`, async () => {
      const { options, requests } = scriptService((_, index) =>
        index < 50 ? { status: 429 } : { body: TASK },
      );
      const client = sfsTurboTasks.createClient({ ...keyed(options), credentials });
      const calls = USERS.map((user) =>
        currentUser.run(user, async () => {
          await client.getTask({ shareId: "s", taskId: user });
          assert.equal(currentUser.getStore(), user);
        }),
      );
      await Promise.all(calls);
      assert.equal(requests.length, 100);
      for (const request of requests) assert.equal(keyOf(request), request.path.split("/").at(-1));
    });
  }

  test("is called once per call, and before each look of a wait", async (t) => {
    const clock = startClock(t);
    const { options, requests } = scriptService((_, index) => ({
      body: index < 2 ? TASK : '{"task_id":"t","status":"SUCCESS"}',
    }));
    let asked = 0;
    const credentials = () => {
      asked += 1;
      return { ...KEY, accessKeyId: `Key${asked}` };
    };
    await clock.until(sfsTurboTasks.waitForTask({ ...keyed(options), ...ids, credentials }));
    assert.deepEqual(requests.map(keyOf), ["Key1", "Key2", "Key3"]);
  });

  test("gets no arguments, and is not shared between calls at the same time", async () => {
    const { options, requests } = scriptService(() => ({ body: TASK }));
    /** @type {unknown[][]} */
    const told = [];
    const credentials = async (/** @type {unknown[]} */ ...values) => {
      told.push(values);
      await turn();
      return { ...KEY, accessKeyId: `Key${told.length}` };
    };
    const client = sfsTurboTasks.createClient({ ...keyed(options), credentials });
    await Promise.all(Array.from({ length: 5 }, () => client.getTask(ids)));
    assert.deepEqual(told, Array(5).fill([]));
    assert.equal(requests.length, 5);
  });

  test("that rejects with the key of an earlier look does not reveal it", async (t) => {
    const clock = startClock(t);
    const secret = {
      accessKeyId: "AccessKey",
      secretAccessKey: "sKearlierQ7xKp2VnR9sLw4Tz",
      securityToken: "gQearlierU5rGk8ZqA1mXe7Pv",
    };
    const { options } = scriptService(() => ({ body: TASK }));
    let asked = 0;
    const credentials = () => {
      asked += 1;
      if (asked === 1) return secret;
      throw new Error(`cannot renew ${secret.secretAccessKey} and ${secret.securityToken}`);
    };
    const error = await clock.until(
      rejection(sfsTurboTasks.waitForTask({ ...keyed(options), ...ids, credentials })),
    );
    assert.deepEqual(
      [error.kind, error.cause.message],
      ["no-credentials", "cannot renew [token] and [token]"],
    );
  });
});

describe("onRetry in a wait", () => {
  test("is called when a request is signed again, and onFault when a look has failed", async (t) => {
    const clock = startClock(t);
    const { options, requests } = scriptService((asked, index) => {
      if (index === 0) return expired(asked, 960_000);
      return index === 1 ? { status: 503 } : { body: '{"task_id":"t","status":"SUCCESS"}' };
    });
    /** @type {unknown[]} */
    const told = [];
    const call = sfsTurboTasks.waitForTask({
      ...keyed(options),
      ...ids,
      onRetry: (/** @type {any} */ { error, attempt, delay }) => told.push([error.kind, attempt, delay]),
      onFault: (/** @type {any} */ { error, consecutive }) => told.push([error.kind, consecutive]),
    });
    await clock.until(call);
    assert.deepEqual(told, [
      ["unauthenticated", 2, 0],
      ["unavailable", 1],
    ]);
    assert.equal(requests.length, 3);
  });

  test("that throws ends the wait with the thrown value", async (t) => {
    mockDate(t);
    const { options, requests } = scriptService((asked) => expired(asked, 960_000));
    const thrown = { why: "the caller's own" };
    const onRetry = () => {
      throw thrown;
    };
    assert.equal(await rejection(sfsTurboTasks.waitForTask({ ...keyed(options), ...ids, onRetry })), thrown);
    assert.equal(requests.length, 1);
  });
});
