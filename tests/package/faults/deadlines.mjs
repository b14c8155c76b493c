// `timeout` and `attemptTimeout` at every stage of a call.
// @ts-check
import { GOOD, STALE } from "./credentials.mjs";
import { succeeds, timedOut } from "./expected.mjs";
import { never, TASK } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./operations.mjs").Operation} Operation */

/** Long enough for a request to arrive, and short enough for a test. */
const ENOUGH = 500;
/** Long enough for an answer to arrive on a busy machine. */
const PLENTY = 2_000;

/** For a second request that has to be answered in time. @param {Operation} operation */
const enough = ({ recovers }) => (recovers ? PLENTY : ENOUGH);
/** @param {number | typeof enough} time @param {string} name @returns {(operation: Operation) => string} */
const says = (time, name) => (operation) => {
  const milliseconds = typeof time === "number" ? time : time(operation);
  return `no answer for ${operation.thing} within ${milliseconds} ms (${name})`;
};
const once = { attempts: 1 };

/** A response whose stream always has its next chunk ready, so no timer would ever run. */
const endless = () =>
  new Response(
    new ReadableStream({ pull: (source) => source.enqueue(new Uint8Array()) }, { highWaterMark: 0 }),
  );

/** @type {Fault[]} */
export const deadlines = [
  {
    name: "timeout while connecting",
    always: { hang: "headers" },
    options: ({ operation }) => ({ timeout: enough(operation) }),
    expected: timedOut({ ...once, errMsg: says(enough, "timeout"), ends: ["broken"] }),
  },
  {
    name: "timeout while the body streams",
    always: { hang: 20 },
    options: ({ operation }) => ({ timeout: enough(operation) }),
    expected: timedOut({ ...once, ends: ["broken"] }),
  },
  {
    name: "timeout before the first byte of the body",
    always: { hang: "body" },
    options: ({ operation }) => ({ timeout: enough(operation) }),
    expected: timedOut({ ...once, ends: ["broken"] }),
  },
  {
    name: "timeout while a body drips, byte after byte",
    always: ({ wrap }) => ({ body: wrap(TASK).padEnd(100_000), chunkSize: 1, chunkDelay: 20 }),
    options: ({ operation }) => ({ timeout: enough(operation) }),
    expected: timedOut({ ...once, ends: ["broken"] }),
  },
  {
    name: "timeout of a fetch that ignores its signal",
    // Signing takes time too, on a busy machine more than this.
    signsIn: "token",
    options: (scene) => ({ timeout: 30, fetch: scene.mock(never) }),
    expected: timedOut({ ...once, errMsg: says(30, "timeout") }),
  },
  {
    name: "timeout inside a slow token function",
    signsIn: "token",
    options: (scene) => ({ timeout: 30, token: scene.giving(never) }),
    expected: timedOut({ attempts: 0, seen: [], asked: [null] }),
    recovers: false,
  },
  {
    name: "timeout inside a slow token function that is asked again",
    signsIn: "token",
    options: (scene) => ({
      timeout: 100,
      token: scene.giving(STALE, never),
      fetch: scene.mock(() => new Response("", { status: 401 })),
    }),
    expected: timedOut({ ...once, seen: [STALE], asked: [null, STALE], arrived: false }),
    recovers: false,
  },
  {
    name: "timeout of the shortest length",
    // Signing takes time too, on a busy machine more than this.
    signsIn: "token",
    options: (scene) => ({ timeout: 1, fetch: scene.mock(never) }),
    expected: timedOut({ ...once, errMsg: says(1, "timeout") }),
    recovers: false,
  },
  {
    name: "timeout while a body gives empty pieces without end",
    options: (scene) => ({ timeout: enough(scene.operation), fetch: scene.mock(() => endless()) }),
    expected: timedOut(once),
  },
  {
    name: "attemptTimeout while a body gives empty pieces without end",
    options: (scene) => ({
      attemptTimeout: enough(scene.operation),
      maxRetries: 0,
      fetch: scene.mock(() => endless()),
    }),
    expected: timedOut({ ...once, errMsg: says(enough, "attemptTimeout") }),
  },
  {
    name: "timeout that is shorter than attemptTimeout, after one attempt of many",
    // Signing takes time too, on a busy machine more than this.
    signsIn: "token",
    options: (scene) => ({ timeout: 100, attemptTimeout: 50_000, maxRetries: 10, fetch: scene.mock(never) }),
    expected: timedOut(once),
  },
  {
    name: "attemptTimeout while connecting",
    always: { hang: "headers" },
    options: ({ operation }) => ({ attemptTimeout: enough(operation), maxRetries: 1 }),
    expected: timedOut({ attempts: 2, errMsg: says(enough, "attemptTimeout"), ends: ["broken", "broken"] }),
  },
  {
    name: "attemptTimeout while the body streams",
    always: { hang: 20 },
    options: ({ operation }) => ({ attemptTimeout: enough(operation), maxRetries: 0 }),
    expected: timedOut({ ...once, ends: ["broken"] }),
  },
  {
    name: "attemptTimeout once, then an answer",
    first: [{ hang: "headers" }],
    options: { attemptTimeout: PLENTY },
    expected: succeeds({}, { seen: [GOOD, GOOD], ends: ["broken", "complete"] }),
    firstFailure: timedOut({ ...once, ends: ["broken"] }),
  },
  {
    name: "attemptTimeout of a fetch that ignores its signal, three times",
    options: (scene) => ({ attemptTimeout: 20, fetch: scene.mock(never) }),
    expected: timedOut({ errMsg: says(20, "attemptTimeout") }),
  },
  {
    name: "attemptTimeout once of a fetch that ignores its signal",
    options: (scene) => ({
      attemptTimeout: 20,
      fetch: scene.mock((_, attempt) => (attempt === 1 ? never() : new Response(scene.answer))),
    }),
    expected: succeeds({ requestId: null }, { seen: [GOOD, GOOD] }),
    firstFailure: timedOut(once),
  },
];
