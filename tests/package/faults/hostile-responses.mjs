// Values of a mocked fetch that are not responses, or whose parts throw, lie, or never arrive.
// @ts-check
import { noNetwork, noTask, refused, succeeds, timedOut } from "./expected.mjs";
import { never } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./scene.mjs").Scene} Scene */

/**
 * @param {string} name
 * @param {(scene: Scene) => unknown} response
 * @param {import("./expected.mjs").Expected} expected
 * @param {object} [options]
 * @returns {Fault}
 */
const row = (name, response, expected, options = {}) => ({
  name,
  options: (scene) => ({ ...options, fetch: scene.mock(async () => response(scene)) }),
  expected,
  // If hardly a byte is allowed, the next answer is too large as well.
  ...("maxResponseBytes" in options && { recovers: false }),
});

/** @param {string} message @returns {never} */
const raise = (message) => {
  throw new Error(message);
};

/** A mock with all the members that are read of a response, with changes. @param {Scene} scene @param {object} [changes] */
const plain = ({ answer }, changes) => ({
  status: 200,
  headers: new Map([["x-request-id", "of-the-mock"]]),
  body: null,
  text: async () => answer,
  ...changes,
});

/** @param {Scene} scene @param {string} name */
const throwing = (scene, name) => Object.defineProperty(plain(scene), name, { get: () => raise(name) });

/**
 * A body that is not a stream, with a reader that returns an answer. @param {Scene} scene @param {object} changes of the reader
 */
const reading = ({ answer }, changes) => {
  const pieces = [{ done: false, value: encoder.encode(answer) }, { done: true }];
  return { getReader: () => ({ read: async () => pieces.shift(), cancel: () => {}, ...changes }) };
};

const found = succeeds({ requestId: "of-the-mock" });
const unidentified = succeeds({ requestId: null });
const encoder = new TextEncoder();

/** @type {Fault[]} */
export const hostileResponses = [
  row("status 0 of Response.error()", () => Response.error(), noTask(null)),
  row("status 0 of an opaque response", (scene) => plain(scene, { status: 0, type: "opaque" }), noTask(null)),
  row("a plain object that has what is needed", (scene) => plain(scene), found),
  row("a plain object without headers", (scene) => plain(scene, { headers: undefined }), unidentified),
  row(
    "a plain object whose headers are a plain object",
    (scene) => plain(scene, { headers: {} }),
    unidentified,
  ),
  row(
    "a plain object that has json() and no text()",
    ({ answer }) => ({ ok: true, status: 200, json: async () => JSON.parse(answer) }),
    noTask(null),
  ),
  row("a status that is a string", (scene) => plain(scene, { status: "200" }), noTask(null)),
  row("a status that is not a number", (scene) => plain(scene, { status: Number.NaN }), noTask(null)),
  row("a status beyond sixteen bits", (scene) => plain(scene, { status: 65_536 + 200 }), noTask(null)),
  row("a status whose getter throws", (scene) => throwing(scene, "status"), noTask(null)),
  row("headers whose getter throws", (scene) => throwing(scene, "headers"), unidentified),
  row("a body whose getter throws", (scene) => throwing(scene, "body"), noTask(null)),
  row("a type whose getter throws", (scene) => throwing(scene, "type"), noTask(null)),
  row(
    "headers whose get throws",
    (scene) => plain(scene, { headers: { get: () => raise("get") } }),
    unidentified,
  ),
  row(
    "headers whose get gives a number",
    (scene) => plain(scene, { headers: { get: () => 5 } }),
    unidentified,
  ),
  row(
    "headers whose get gives an object",
    (scene) => plain(scene, { headers: { get: () => ({}) } }),
    unidentified,
  ),
  row(
    "headers whose get gives a list",
    (scene) => plain(scene, { headers: { get: () => ["a", "b"] } }),
    unidentified,
  ),
  row(
    "headers whose get gives an object that says it is long",
    (scene) => plain(scene, { headers: { get: () => ({ length: 2 ** 31 }) } }),
    unidentified,
  ),
  row(
    "headers whose get gives an object whose length is no number",
    (scene) => plain(scene, { headers: { get: () => ({ length: Object.create(null) }) } }),
    unidentified,
  ),
  row(
    "a request id that is empty",
    (scene) => plain(scene, { headers: new Headers({ "x-request-id": "" }) }),
    unidentified,
  ),
  row("a body that is no stream", (scene) => plain(scene, { body: "text" }), found),
  row("a text that is a number", (scene) => plain(scene, { text: async () => 5 }), noTask(null)),
  row("a text that is null", (scene) => plain(scene, { text: async () => null }), noTask(null)),
  row(
    "a text that is a String object",
    (scene) => plain(scene, { text: async () => Object(scene.answer) }),
    noTask(null),
  ),
  row("a text() that throws", (scene) => plain(scene, { text: () => raise("text") }), noTask(null)),
  row("a text() that is no promise", (scene) => plain(scene, { text: () => scene.answer }), found),
  row(
    "a text() that rejects",
    (scene) => plain(scene, { text: () => Promise.reject(new Error("gone")) }),
    noNetwork({ cause: "Error: gone" }),
  ),
  row("a text() that never answers", (scene) => plain(scene, { text: never }), timedOut({ attempts: 1 }), {
    attemptTimeout: 20,
    maxRetries: 0,
  }),
  row("a text() longer than is allowed", (scene) => plain(scene), noTask(200, { requestId: "of-the-mock" }), {
    maxResponseBytes: 10,
  }),
  row(
    "an error that is a plain object",
    (scene) => plain(scene, { status: 404, text: async () => '{"errCode":"SFS.TURBO.0002"}' }),
    refused("not-found", 404, "SFS.TURBO.0002", { requestId: "of-the-mock" }),
  ),
  row(
    "a response whose body somebody has read",
    async ({ answer }) => {
      const response = new Response(answer);
      await response.text();
      return response;
    },
    noTask(null),
  ),
  row(
    "a response whose body somebody is reading",
    ({ answer }) => {
      const response = new Response(answer);
      response.body?.getReader();
      return response;
    },
    noTask(null),
  ),
  row("a body with a reader of its own", (scene) => plain(scene, { body: reading(scene, {}) }), found),
  row(
    "a body whose reader gives no pieces",
    (scene) => plain(scene, { body: reading(scene, { read: () => {} }) }),
    noTask(null),
  ),
  row("a body whose reader cannot read", (scene) => plain(scene, { body: { getReader: () => ({}) } }), found),
  row(
    "a body whose reader throws",
    (scene) => plain(scene, { body: reading(scene, { read: () => raise("read") }) }),
    noNetwork({ cause: "Error: read" }),
  ),
  row(
    "a body larger than is allowed whose reader cannot be cancelled",
    (scene) => plain(scene, { body: reading(scene, { cancel: undefined }) }),
    noTask(200, { requestId: "of-the-mock" }),
    { maxResponseBytes: 10 },
  ),
  row("a stream of strings", ({ streaming, answer }) => streaming([answer]), noTask(null)),
  row("a stream of null", ({ streaming }) => streaming([null]), noTask(null)),
  row(
    "a stream of what only looks like bytes",
    ({ streaming }) => streaming([{ byteLength: 3 }]),
    noTask(null),
  ),
  row(
    "a stream of buffers, which no fetch gives",
    ({ streaming, answer }) => streaming([encoder.encode(answer).buffer]),
    noTask(null),
  ),
  row(
    "a stream of other views than bytes",
    ({ streaming, answer }) => streaming([new DataView(encoder.encode(answer).buffer)]),
    unidentified,
  ),
  row(
    "a stream with empty pieces",
    ({ streaming, answer }) => streaming([new Uint8Array(), encoder.encode(answer), new Uint8Array()]),
    unidentified,
  ),
  {
    ...row("a stream of nothing", ({ streaming }) => streaming([]), noTask(200, { requestId: null })),
    except: { deleteTask: unidentified },
  },
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
