// Values that are neither an error nor a task: there is text for each, and nothing throws.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGUAGES, messages } from "./message-scene.mjs";

const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const throwing = () => {
  throw new Error("never to be seen");
};
const HOSTILE = {
  nothing: undefined,
  null: null,
  "not a number": Number.NaN,
  "a symbol": Symbol("secret"),
  "a big integer": 10n,
  "a function": () => {},
  "a proxy that was revoked": revoked,
  "a proxy that refuses everything": new Proxy(
    {},
    { get: throwing, has: throwing, getPrototypeOf: throwing },
  ),
  "a proxy that is its own every field": new Proxy({}, { get: (_, __, self) => self }),
  "a proxy whose fields are all text": new Proxy({}, { get: () => "SfsTurboError" }),
  "getters that throw": Object.defineProperties(
    {},
    {
      name: { get: throwing },
      kind: { get: throwing },
      message: { get: throwing },
    },
  ),
  "an object without a prototype": Object.create(null),
  "an object without a text": { toString: throwing, valueOf: throwing, message: { toString: throwing } },
  "a kind that every object has": { name: "SfsTurboError", kind: "constructor", errCode: "toString" },
  "a name that every object has": { name: "constructor", message: "" },
  "an operation that every object has": {
    name: "SfsTurboError",
    kind: "forbidden",
    operation: "constructor",
  },
  "a kind that is a prototype": { name: "SfsTurboError", kind: "__proto__", errCode: "__proto__" },
  "fields of other types": {
    ...{ name: "SfsTurboError", kind: "forbidden", errCode: 7, errMsg: {}, requestId: [], operation: null },
    ...{ httpStatus: { toString: throwing }, field: Symbol("f"), task: 5 },
  },
  "a code of a million characters": {
    name: "SfsTurboError",
    kind: "rejected",
    errCode: "APIG.".repeat(200_000),
  },
  "a task with getters that throw": {
    status: "FAIL",
    get startTime() {
      return throwing();
    },
    get message() {
      return throwing();
    },
  },
  "a task with strange times": { status: "FAIL", startTime: { toString: throwing }, endTime: Symbol("t") },
};

for (const [name, value] of Object.entries(HOSTILE)) {
  test(`nothing throws, and there is always text, for ${name}`, () => {
    for (const locale of LANGUAGES) {
      const error = messages.describeError(value, locale);
      for (const text of [error.title, error.explanation, ...error.actions]) assert.ok(text.length > 0);
      for (const text of [error.details, error.kind]) assert.equal(typeof text, "string");
      for (const text of [error.code, error.requestId, error.iamAction, error.serviceMessage]) {
        assert.ok(text === null || (typeof text === "string" && text !== ""));
      }
      assert.doesNotMatch(
        `${[error.title, error.explanation, ...error.actions]}`,
        /[{}]|undefined|never to be seen/,
      );
      const task = messages.describeTask(value, locale);
      for (const text of [task.title, task.type, task.status, task.path, task.explanation]) {
        assert.equal(typeof text, "string");
      }
      assert.equal(task.duration, null);
      for (const describe of [messages.describeStatus, messages.describeType]) {
        const { title, explanation } = describe(value, locale);
        assert.deepEqual([typeof title, explanation], ["string", ""]);
      }
      assert.match(messages.formatDuration(value, locale), /^$/);
    }
    assert.equal(messages.describeError(new Error("x"), value).title.length > 0, true);
  });
}

test("only the kinds of errors are kinds, and a current time that is none leaves out the duration", () => {
  const { describeError, describeTask } = messages;
  const kindOf = (/** @type {string} */ kind) => describeError({ name: "SfsTurboError", kind }, "en").kind;
  assert.deepEqual(["busy", "aborted", "lost-answer", "timeout"].map(kindOf), [
    ...["unknown", "unknown", "unknown", "timeout"],
  ]);
  const task = { status: "DOING", startTime: new Date(0) };
  for (const now of [5n, Symbol("now"), Number.NaN, null, {}]) {
    const { duration, explanation } = describeTask(task, "en", /** @type {number} */ (now));
    assert.deepEqual([duration, explanation], [null, "The task is running."]);
  }
  assert.equal(describeTask(task, "en", 60_000).duration, "1 min");
});
