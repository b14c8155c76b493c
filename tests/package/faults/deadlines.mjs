// `timeout` and `attemptTimeout` at every stage of a call.
// @ts-check
import { GOOD, STALE } from "./credentials.mjs";
import { succeeds, timedOut } from "./expected.mjs";
import { never, TASK } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

/** Long enough for a request to arrive, short for a test. */
const ENOUGH = 500;
const taskId = "11abef677ac40f46644d1d5cfc2424a4";
/** @param {number} milliseconds @param {string} name */
const says = (milliseconds, name) => `no answer for task ${taskId} within ${milliseconds} ms (${name})`;
const once = { attempts: 1 };

/** A response whose stream has the next piece always at hand, so that no timer would ever have its turn. */
const endless = () =>
  new Response(
    new ReadableStream({ pull: (source) => source.enqueue(new Uint8Array()) }, { highWaterMark: 0 }),
  );

/** @type {Fault[]} */
export const deadlines = [
  {
    name: "timeout while connecting",
    always: { hang: "headers" },
    options: { timeout: ENOUGH },
    expected: timedOut({ ...once, errMsg: says(ENOUGH, "timeout"), ends: ["broken"] }),
  },
  {
    name: "timeout while the body streams",
    always: { hang: 20 },
    options: { timeout: ENOUGH },
    expected: timedOut({ ...once, ends: ["broken"] }),
  },
  {
    name: "timeout before the first byte of the body",
    always: { hang: "body" },
    options: { timeout: ENOUGH },
    expected: timedOut({ ...once, ends: ["broken"] }),
  },
  {
    name: "timeout while a body drips, byte after byte",
    always: { body: TASK.padEnd(100_000), chunkSize: 1, chunkDelay: 20 },
    options: { timeout: ENOUGH },
    expected: timedOut({ ...once, ends: ["broken"] }),
  },
  {
    name: "timeout of a fetch that ignores its signal",
    options: (scene) => ({ timeout: 30, fetch: scene.mock(never) }),
    expected: timedOut({ ...once, errMsg: says(30, "timeout") }),
  },
  {
    name: "timeout inside a slow token function",
    options: (scene) => ({ timeout: 30, token: scene.giving(never) }),
    expected: timedOut({ attempts: 0, asked: [null] }),
  },
  {
    name: "timeout inside a slow token function that is asked again",
    options: (scene) => ({
      timeout: 100,
      token: scene.giving(STALE, never),
      fetch: scene.mock(() => new Response("", { status: 401 })),
    }),
    expected: timedOut({ ...once, seen: [STALE], asked: [null, STALE] }),
  },
  {
    name: "timeout of the shortest length",
    options: (scene) => ({ timeout: 1, fetch: scene.mock(never) }),
    expected: timedOut({ ...once, errMsg: says(1, "timeout") }),
  },
  {
    name: "timeout while a body gives empty pieces without end",
    options: (scene) => ({ timeout: ENOUGH, fetch: scene.mock(() => endless()) }),
    expected: timedOut(once),
  },
  {
    name: "attemptTimeout while a body gives empty pieces without end",
    options: (scene) => ({ attemptTimeout: ENOUGH, maxRetries: 0, fetch: scene.mock(() => endless()) }),
    expected: timedOut({ ...once, errMsg: says(ENOUGH, "attemptTimeout") }),
  },
  {
    name: "timeout that is shorter than attemptTimeout, after one attempt of many",
    options: (scene) => ({ timeout: 100, attemptTimeout: 50_000, maxRetries: 10, fetch: scene.mock(never) }),
    expected: timedOut(once),
  },
  {
    name: "attemptTimeout while connecting",
    always: { hang: "headers" },
    options: { attemptTimeout: ENOUGH, maxRetries: 1 },
    expected: timedOut({ attempts: 2, errMsg: says(ENOUGH, "attemptTimeout"), ends: ["broken", "broken"] }),
  },
  {
    name: "attemptTimeout while the body streams",
    always: { hang: 20 },
    options: { attemptTimeout: ENOUGH, maxRetries: 0 },
    expected: timedOut({ ...once, ends: ["broken"] }),
  },
  {
    name: "attemptTimeout once, then an answer",
    first: [{ hang: "headers" }],
    options: { attemptTimeout: ENOUGH },
    expected: succeeds({}, { seen: [GOOD, GOOD], ends: ["broken", "complete"] }),
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
      fetch: scene.mock((_, attempt) => (attempt === 1 ? never() : new Response(TASK))),
    }),
    expected: succeeds({ requestId: null }, { seen: [GOOD, GOOD] }),
  },
];
