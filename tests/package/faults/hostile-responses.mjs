// Responses of a mocked fetch that are none, or whose parts throw, lie, or never come.
// @ts-check
import { noNetwork, noTask, refused, succeeds, timedOut } from "./expected.mjs";
import { never, TASK } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./scene.mjs").Scene} Scene */

/**
 * @param {string} name
 * @param {(scene: Scene) => unknown} response
 * @param {import("./expected.mjs").Expected} expected
 * @param {object} [options]
 * @returns {Fault}
 */
const row = (name, response, expected, options) => ({
  name,
  options: (scene) => ({ ...options, fetch: scene.mock(async () => response(scene)) }),
  expected,
});

/** @param {string} message @returns {never} */
const raise = (message) => {
  throw new Error(message);
};

/** A mock that has all that is read of a response, with changes. @param {object} [changes] */
const plain = (changes) => ({
  status: 200,
  headers: new Map([["x-request-id", "of-the-mock"]]),
  body: null,
  text: async () => TASK,
  ...changes,
});

/** @param {string} name */
const throwing = (name) => Object.defineProperty(plain(), name, { get: () => raise(name) });

/** A body that no stream is, with a reader that gives a task. @param {object} changes of the reader */
const reading = (changes) => {
  const pieces = [{ done: false, value: encoder.encode(TASK) }, { done: true }];
  return { getReader: () => ({ read: async () => pieces.shift(), cancel: () => {}, ...changes }) };
};

const found = succeeds({ requestId: "of-the-mock" });
const unidentified = succeeds({ requestId: null });
const encoder = new TextEncoder();

/** @type {Fault[]} */
export const hostileResponses = [
  row("status 0 of Response.error()", () => Response.error(), noTask(null)),
  row("status 0 of an opaque response", () => plain({ status: 0, type: "opaque" }), noTask(null)),
  row("a plain object that has what is needed", () => plain(), found),
  row("a plain object without headers", () => plain({ headers: undefined }), unidentified),
  row("a plain object whose headers are a plain object", () => plain({ headers: {} }), unidentified),
  row(
    "a plain object that has json() and no text()",
    () => ({ ok: true, status: 200, json: async () => JSON.parse(TASK) }),
    noTask(null),
  ),
  row("a status that is a string", () => plain({ status: "200" }), noTask(null)),
  row("a status that is not a number", () => plain({ status: Number.NaN }), noTask(null)),
  row("a status beyond sixteen bits", () => plain({ status: 65_536 + 200 }), noTask(null)),
  row("a status whose getter throws", () => throwing("status"), noTask(null)),
  row("headers whose getter throws", () => throwing("headers"), unidentified),
  row("a body whose getter throws", () => throwing("body"), noTask(null)),
  row("a type whose getter throws", () => throwing("type"), noTask(null)),
  row("headers whose get throws", () => plain({ headers: { get: () => raise("get") } }), unidentified),
  row("headers whose get gives a number", () => plain({ headers: { get: () => 5 } }), unidentified),
  row("headers whose get gives an object", () => plain({ headers: { get: () => ({}) } }), unidentified),
  row("headers whose get gives a list", () => plain({ headers: { get: () => ["a", "b"] } }), unidentified),
  row(
    "headers whose get gives an object that says it is long",
    () => plain({ headers: { get: () => ({ length: 2 ** 31 }) } }),
    unidentified,
  ),
  row(
    "headers whose get gives an object whose length is no number",
    () => plain({ headers: { get: () => ({ length: Object.create(null) }) } }),
    unidentified,
  ),
  row(
    "a request id that is empty",
    () => plain({ headers: new Headers({ "x-request-id": "" }) }),
    unidentified,
  ),
  row("a body that is no stream", () => plain({ body: "text" }), found),
  row("a text that is a number", () => plain({ text: async () => 5 }), noTask(null)),
  row("a text that is null", () => plain({ text: async () => null }), noTask(null)),
  row("a text that is a String object", () => plain({ text: async () => Object(TASK) }), noTask(null)),
  row("a text() that throws", () => plain({ text: () => raise("text") }), noTask(null)),
  row("a text() that is no promise", () => plain({ text: () => TASK }), found),
  row(
    "a text() that rejects",
    () => plain({ text: () => Promise.reject(new Error("gone")) }),
    noNetwork({ cause: "Error: gone" }),
  ),
  row("a text() that never answers", () => plain({ text: never }), timedOut({ attempts: 1 }), {
    attemptTimeout: 20,
    maxRetries: 0,
  }),
  row("a text() longer than is allowed", () => plain(), noTask(200, { requestId: "of-the-mock" }), {
    maxResponseBytes: 10,
  }),
  row(
    "an error that is a plain object",
    () => plain({ status: 404, text: async () => '{"errCode":"SFS.TURBO.0002"}' }),
    refused("not-found", 404, "SFS.TURBO.0002", { requestId: "of-the-mock" }),
  ),
  row(
    "a response whose body somebody has read",
    async () => {
      const response = new Response(TASK);
      await response.text();
      return response;
    },
    noTask(null),
  ),
  row(
    "a response whose body somebody is reading",
    () => {
      const response = new Response(TASK);
      response.body?.getReader();
      return response;
    },
    noTask(null),
  ),
  row("a body with a reader of its own", () => plain({ body: reading({}) }), found),
  row(
    "a body whose reader gives no pieces",
    () => plain({ body: reading({ read: () => {} }) }),
    noTask(null),
  ),
  row("a body whose reader cannot read", () => plain({ body: { getReader: () => ({}) } }), found),
  row(
    "a body whose reader throws",
    () => plain({ body: reading({ read: () => raise("read") }) }),
    noNetwork({ cause: "Error: read" }),
  ),
  row(
    "a body larger than is allowed whose reader cannot be cancelled",
    () => plain({ body: reading({ cancel: undefined }) }),
    noTask(200, { requestId: "of-the-mock" }),
    { maxResponseBytes: 10 },
  ),
  row("a stream of strings", ({ streaming }) => streaming([TASK]), noTask(null)),
  row("a stream of null", ({ streaming }) => streaming([null]), noTask(null)),
  row(
    "a stream of what only looks like bytes",
    ({ streaming }) => streaming([{ byteLength: 3 }]),
    noTask(null),
  ),
  row(
    "a stream of buffers, which no fetch gives",
    ({ streaming }) => streaming([encoder.encode(TASK).buffer]),
    noTask(null),
  ),
  row(
    "a stream of other views than bytes",
    ({ streaming }) => streaming([new DataView(encoder.encode(TASK).buffer)]),
    unidentified,
  ),
  row(
    "a stream with empty pieces",
    ({ streaming }) => streaming([new Uint8Array(), encoder.encode(TASK), new Uint8Array()]),
    unidentified,
  ),
  row("a stream of nothing", ({ streaming }) => streaming([]), noTask(200, { requestId: null })),
  row(
    "a stream that breaks with an Error",
    ({ streaming }) => streaming([encoder.encode("{")], { fails: { with: new Error("cut") } }),
    noNetwork({ cause: "Error: cut" }),
  ),
  row(
    "a stream that breaks with a string",
    ({ streaming }) => streaming([], { fails: { with: "cut" } }),
    noNetwork({ cause: "Error: cut" }),
  ),
  row(
    "a stream that breaks with undefined",
    ({ streaming }) => streaming([], { fails: { with: undefined } }),
    noNetwork({ cause: null }),
  ),
  row(
    "a stream that falls silent",
    ({ streaming }) => streaming([encoder.encode("{")], { silent: true }),
    timedOut({ attempts: 2 }),
    { attemptTimeout: 20, maxRetries: 1 },
  ),
  row(
    "a stream that is larger than is allowed and silent, which is cancelled",
    ({ streaming }) => streaming([new Uint8Array(8), new Uint8Array(8)], { silent: true }),
    noTask(200, { requestId: null, cancelled: 1 }),
    { maxResponseBytes: 12 },
  ),
];
