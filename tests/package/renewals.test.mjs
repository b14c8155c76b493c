// A token function whose token is refused: it is called for another one, once for all calls that had the same token.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { rejection, row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const REFUSED = {
  status: 401,
  body: { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication" },
};

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/**
 * Calls with one token function, to a service that accepts only `good` tokens.
 * @param {(rejected: string | undefined, count: number) => unknown} give `count`: of the calls with this argument
 * @param {Promise<unknown>} [second] the second request is answered only after it
 */
function scene(give, second) {
  const service = scriptService(async ({ headers }, index) => {
    if (index === 1) await second;
    return headers["X-Auth-Token"]?.startsWith("good") ? { body: row() } : REFUSED;
  });
  /** @type {(string | undefined)[]} */
  const asked = [];
  /** @param {{ rejected: string | undefined }} context */
  const token = ({ rejected }) => {
    asked.push(rejected);
    return give(rejected, asked.filter((other) => other === rejected).length);
  };
  const call = (/** @type {object} */ options = {}) =>
    sfsTurboTasks.getTask({ ...service.options, token, shareId: "s", taskId: "t", ...options });
  const sent = () => service.requests.map(({ headers }) => headers["X-Auth-Token"]);
  return { call, asked, sent };
}

/** A promise that a test resolves. */
function held() {
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  const promise = new Promise((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

const statusOf = (/** @type {{ status: string }} */ { status }) => status;

test("calls with the same refused token share one renewal", async () => {
  const { call, asked, sent } = scene((rejected) => (rejected === undefined ? "old" : "good"));
  const tasks = await Promise.all([call(), call(), call()]);
  assert.deepEqual(tasks.map(statusOf), ["DOING", "DOING", "DOING"]);
  assert.deepEqual(asked, [undefined, undefined, undefined, "old"]);
  assert.deepEqual(sent(), ["old", "old", "old", "good", "good", "good"]);
});

test("onRetry gets the refusal before the request is sent with the new token", async () => {
  const { call } = scene((rejected) => (rejected === undefined ? "old" : "good"));
  /** @type {unknown[]} */
  const retries = [];
  const onRetry = (/** @type {any} */ { error, attempt, delay }) =>
    retries.push([error.kind, error.httpStatus, error.errCode, error.attempts, attempt, delay]);
  await call({ onRetry });
  assert.deepEqual(retries, [["unauthenticated", 401, "APIGW.0301", 1, 2, 0]]);
});

test("calls with different refused tokens renew their own", async () => {
  const { call, asked, sent } = scene((rejected, count) =>
    rejected === undefined ? `old-${count}` : `good-for-${rejected}`,
  );
  await Promise.all([call(), call()]);
  assert.deepEqual(asked, [undefined, undefined, "old-1", "old-2"]);
  assert.deepEqual(sent(), ["old-1", "old-2", "good-for-old-1", "good-for-old-2"]);
});

test("calls to different projects renew even the same token separately", async () => {
  const { call, asked } = scene((rejected, count) => (rejected === undefined ? "old" : `good-${count}`));
  await Promise.all([call(), call({ projectId: "other" })]);
  assert.deepEqual(asked, [undefined, undefined, "old", "old"]);
});

test("a call that begins after a renewal gets its own token, and renews again", async () => {
  const { call, asked, sent } = scene((rejected) => (rejected === undefined ? "old" : "good"));
  await call();
  await call();
  assert.deepEqual(asked, [undefined, "old", undefined, "old"]);
  assert.deepEqual(sent(), ["old", "good", "old", "good"]);
});

test("a call whose token is refused after another call has renewed it uses the new token", async () => {
  const { promise, release } = held();
  const { call, asked, sent } = scene((rejected) => (rejected === undefined ? "old" : "good"), promise);
  const [first, second] = [call(), call()];
  assert.equal(statusOf(await first), "DOING");
  release();
  assert.equal(statusOf(await second), "DOING");
  assert.deepEqual(asked, [undefined, undefined, "old"]);
  assert.deepEqual(sent(), ["old", "old", "good", "good"]);
});

test("a call whose token is refused after a renewal has failed renews it itself", async () => {
  const { promise, release } = held();
  const { call, asked } = scene((rejected, count) => {
    if (rejected === undefined) return "old";
    if (count === 1) throw new Error("signed out");
    return "good";
  }, promise);
  const [first, second] = [rejection(call()), call()];
  const error = await first;
  assert.equal(error.kind, "unauthenticated");
  assert.equal(String(error.cause), "Error: signed out");
  release();
  assert.equal(statusOf(await second), "DOING");
  assert.deepEqual(asked, [undefined, undefined, "old", "old"]);
});

test("a renewal without an end is not shared once its call has ended", async () => {
  const { call, asked } = scene((rejected, count) => {
    if (rejected === undefined) return "old";
    return count === 1 ? new Promise(() => {}) : "good";
  });
  const controller = new AbortController();
  const first = rejection(call({ signal: controller.signal }));
  while (asked.length < 2) await new Promise((resolve) => setImmediate(resolve));
  const reason = new Error("no longer needed");
  controller.abort(reason);
  assert.equal(await first, reason);
  assert.equal(statusOf(await call()), "DOING");
  assert.deepEqual(asked, [undefined, "old", undefined, "old"]);
});

/** @type {[name: string, give: unknown, words: string][]} */
const BAD = [
  ["no string", 5, "function gave no string: it must give an IAM token"],
  ["nothing", undefined, "function gave no string: it must give an IAM token"],
  ["an empty string", "", "function gave a token that is empty: pass an IAM token"],
  [
    "a token with a line break",
    "a\nb",
    "function gave a token that is not a valid header value: it must be visible ASCII without spaces or line breaks",
  ],
];
for (const [name, given, words] of BAD) {
  test(`a function that gives ${name} fails the call, and nothing is sent`, async () => {
    const { call, sent } = scene(() => given);
    const error = await rejection(call());
    assert.deepEqual(
      [error.kind, error.errCode, error.message],
      ["no-credentials", "CLIENT.NO_CREDENTIALS", `getTask: the token ${words}`],
    );
    assert.deepEqual(sent(), []);
  });
}
