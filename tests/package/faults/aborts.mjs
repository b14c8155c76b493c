// An abort signal at every stage of a call: the promise rejects with the signal's own reason, before anything else runs.
// @ts-check
import { GOOD, STALE } from "./credentials.mjs";
import { givenUp, succeeds } from "./expected.mjs";
import { never } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

/** A fetch that never answers, and starts an action soon. @param {() => void} action */
const neverBut = (action) => () => {
  setTimeout(action, 20);
  return never();
};

const notSent = givenUp({ seen: [] });
const cut = givenUp({ ends: ["broken"] });

/** @type {Fault[]} */
export const aborts = [
  {
    name: "aborted before the call",
    options(scene) {
      scene.abort();
      return { signal: scene.signal };
    },
    expected: notSent,
  },
  {
    name: "aborted before a call whose arguments are wrong as well",
    options(scene) {
      scene.abort();
      return { signal: scene.signal, taskId: "..", timeout: -1 };
    },
    expected: notSent,
  },
  {
    name: "aborted right after the call",
    options: ({ signal }) => ({ signal }),
    meanwhile: ({ abort }) => abort(),
    expected: notSent,
  },
  {
    name: "aborted right after the call, whose token function would reject",
    signsIn: "token",
    options: (scene) => ({
      signal: scene.signal,
      token: scene.giving(() => Promise.reject(new Error("signed out"))),
    }),
    meanwhile: ({ abort }) => abort(),
    expected: givenUp({ seen: [], asked: [] }),
  },
  {
    name: "aborted while connecting",
    always: { hang: "headers" },
    options: ({ signal }) => ({ signal }),
    whenSeen: ({ abort }) => abort(),
    expected: cut,
  },
  {
    name: "aborted while connecting, by a fetch that ignores its signal",
    options: (scene) => ({ signal: scene.signal, fetch: scene.mock(neverBut(() => scene.abort())) }),
    expected: givenUp(),
  },
  {
    name: "aborted before the first byte of the body",
    always: { hang: "body" },
    options: ({ signal, abort, thenSoon }) => ({ signal, fetch: thenSoon(abort) }),
    expected: cut,
  },
  {
    name: "aborted while the body streams",
    always: { hang: 20 },
    options: ({ signal, abort, thenSoon }) => ({ signal, fetch: thenSoon(abort) }),
    expected: cut,
  },
  {
    name: "aborted while a body streams that ignores it",
    options: (scene) => ({
      signal: scene.signal,
      fetch: scene.mock(() => {
        setTimeout(scene.abort, 20);
        return scene.streaming([new Uint8Array(5)], { silent: true });
      }),
    }),
    expected: givenUp(),
  },
  {
    name: "aborted during a pause",
    // Every operation outlasts this.
    always: { status: 429, headers: { "retry-after": "30" } },
    options: ({ signal, abort, thenSoon }) => ({ signal, fetch: thenSoon(abort) }),
    expected: givenUp({ retried: 1 }),
    // A wait calls `onFault`.
    except: { waitForTask: givenUp(), watchTask: givenUp() },
  },
  {
    name: "aborted inside a slow token function",
    signsIn: "token",
    options: (scene) => ({ signal: scene.signal, token: scene.giving(never) }),
    meanwhile: ({ abort }) => setTimeout(abort, 20),
    expected: givenUp({ seen: [], asked: [null] }),
  },
  {
    name: "aborted inside a slow token function that is asked again",
    signsIn: "token",
    options: (scene) => ({
      signal: scene.signal,
      token: scene.giving(STALE, () => {
        setTimeout(scene.abort, 20);
        return never();
      }),
    }),
    expected: givenUp({ seen: [STALE], asked: [null, STALE] }),
  },
  {
    name: "aborted by the token function itself",
    signsIn: "token",
    options: (scene) => ({
      signal: scene.signal,
      token: scene.giving(() => {
        scene.abort();
        return GOOD;
      }),
    }),
    expected: givenUp({ seen: [] }),
  },
  {
    name: "aborted by fetch itself",
    options: (scene) => ({
      signal: scene.signal,
      fetch: scene.mock(() => {
        scene.abort();
        return new Response(scene.answer);
      }),
    }),
    expected: givenUp(),
  },
  {
    name: "aborted by fetch itself, which then rejects",
    options: (scene) => ({
      signal: scene.signal,
      fetch: scene.mock(({ signal }) => {
        scene.abort();
        return Promise.reject(signal.reason);
      }),
    }),
    expected: givenUp(),
  },
  {
    name: "aborted with a reason that is no object",
    options: (scene) => ({
      signal: scene.signal,
      fetch: scene.mock(neverBut(() => scene.abort("a string"))),
    }),
    expected: givenUp(),
  },
  {
    name: "aborted with null for a reason",
    options: (scene) => ({ signal: scene.signal, fetch: scene.mock(neverBut(() => scene.abort(null))) }),
    expected: givenUp(),
  },
  {
    name: "aborted as three calls wait on one signal",
    calls: 3,
    options: (scene) => ({
      signal: scene.signal,
      fetch: scene.mock((_, attempt) => (attempt === 3 ? neverBut(() => scene.abort())() : never())),
    }),
    expected: givenUp({ seen: [GOOD, GOOD, GOOD] }),
  },
  {
    name: "aborted after the answer, which changes nothing",
    options: (scene) => ({
      signal: scene.signal,
      fetch: scene.mock(() => {
        setTimeout(scene.abort, 20);
        return new Response(scene.answer);
      }),
    }),
    expected: succeeds({ requestId: null }),
  },
];
