// A token that is a function: when it is called, with which arguments, and what happens to its result.
// @ts-check
import { ALSO_STALE, GOOD, STALE } from "./credentials.mjs";
import { noCredentials, refused, succeeds } from "./expected.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

/** @param {unknown} value @returns {never} */
const raise = (value) => {
  throw value;
};

/**
 * @param {string} name
 * @param {readonly unknown[]} gives one after the other
 * @param {import("./expected.mjs").Expected} expected
 * @param {Partial<Fault>} [rest]
 * @returns {Fault}
 */
const row = (name, gives, expected, rest) => ({
  name,
  signsIn: "token",
  options: (scene) => ({ token: scene.giving(...gives) }),
  expected,
  ...rest,
});

/** After everything that needs no time: the five calls are waiting by then. @param {string} message */
const rejectLater = (message) =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(message)), 100));

const asked = [null, STALE];
/** @template T @param {T} value @returns {T[]} */
const fiveTimes = (value) => Array(5).fill(value);
const renewed = succeeds({}, { seen: [STALE, GOOD], asked });
const staleStill = refused("unauthenticated", 401, "APIGW.0301", { seen: [STALE], asked });

/** @param {string | null} [cause] */
const bad = (cause = null) => noCredentials({ cause, asked: [null] });

/** @type {Fault[]} */
export const tokenFunctions = [
  row("a function that gives a good token", [GOOD], succeeds({}, { asked: [null] })),
  row("a function that promises a good token", [async () => GOOD], succeeds({}, { asked: [null] })),
  row("a stale token, then a good one", [STALE, GOOD], renewed),
  row("a stale token, then a promise of a good one", [STALE, async () => GOOD], renewed),
  row("a stale token, then the same", [STALE], staleStill),
  row(
    "a stale token, then another stale one",
    [STALE, ALSO_STALE, GOOD],
    refused("unauthenticated", 401, "APIGW.0301", { attempts: 2, seen: [STALE, ALSO_STALE], asked }),
  ),
  row("a stale token, then a rejection", [STALE, () => Promise.reject(new Error("signed out"))], {
    ...staleStill,
    cause: "Error: signed out",
  }),
  row("a stale token, then a throw", [STALE, () => raise("signed out")], {
    ...staleStill,
    cause: "Error: signed out",
  }),
  row("a stale token, then nothing", [STALE, undefined], staleStill),
  row("a stale token, then one that is no header value", [STALE, "two words"], staleStill),
  {
    name: "a stale token that is a string",
    signsIn: "token",
    options: { token: STALE },
    expected: refused("unauthenticated", 401, "APIGW.0301", { seen: [STALE] }),
  },
  {
    name: "a stale token with maxRetries 0, which is about other failures",
    signsIn: "token",
    options: (scene) => ({ token: scene.giving(STALE, GOOD), maxRetries: 0 }),
    expected: renewed,
  },
  row(
    "a stale token, then a good one and 503",
    [STALE, GOOD],
    { ...renewed, seen: [STALE, GOOD, GOOD] },
    {
      first: [{}, { status: 503 }],
      firstFailure: refused("unavailable", 503, "HTTP.503", { attempts: 2, seen: [STALE, GOOD], asked }),
    },
  ),
  row(
    "503, then a stale token, then a good one",
    [STALE, GOOD],
    { ...renewed, seen: [STALE, STALE, GOOD] },
    {
      first: [{ status: 503 }],
      firstFailure: refused("unavailable", 503, "HTTP.503", { attempts: 1, seen: [STALE], asked: [null] }),
      recovers: false,
    },
  ),
  row(
    "a good token that the service refuses once",
    [GOOD, STALE],
    refused("unauthenticated", 401, "APIGW.0301", { attempts: 2, seen: [GOOD, STALE], asked: [null, GOOD] }),
    { first: [{ status: 401 }] },
  ),
  row(
    "403, for which a token function is not asked again",
    [GOOD],
    refused("forbidden", 403, "HTTP.403", { asked: [null] }),
    { always: { status: 403 } },
  ),
  row("a function that throws", [() => raise(new TypeError("no session"))], bad("TypeError: no session")),
  row("a function that rejects", [() => Promise.reject(new Error("no session"))], bad("Error: no session")),
  row("a function that rejects with null", [() => Promise.reject(null)], bad("Error: null")),
  row("a function that gives undefined", [undefined], bad()),
  row("a function that gives a number", [5], bad()),
  row("a function that gives an object", [{ token: GOOD }], bad()),
  row("a function that gives an empty token", [""], bad()),
  row("a function that gives a line break", ["MIIE\r\nX-Other: 1"], bad()),
  row(
    "five calls at once, each of which asks for its own token, and which share one renewal",
    [...fiveTimes(async () => STALE), async () => GOOD],
    succeeds(
      { requestId: undefined },
      { seen: [...fiveTimes(STALE), ...fiveTimes(GOOD)], asked: [...fiveTimes(null), STALE] },
    ),
    { calls: 5 },
  ),
  row(
    "a refusal that arrives after another call has renewed the token",
    [STALE, STALE, GOOD],
    succeeds({ requestId: undefined }, { seen: [STALE, STALE, GOOD, GOOD], asked: [null, null, STALE] }),
    // Later than the other call takes, whose two requests are answered at once.
    { calls: 2, first: [{}, { delay: 500 }] },
  ),
  {
    name: "five calls at once that wait for one renewal, which fails",
    signsIn: "token",
    calls: 5,
    options: (scene) => ({
      token: scene.giving(...fiveTimes(STALE), () => rejectLater("signed out")),
      fetch: scene.mock(() => new Response("", { status: 401 })),
    }),
    expected: refused("unauthenticated", 401, "HTTP.401", {
      seen: fiveTimes(STALE),
      requestId: null,
      asked: [...fiveTimes(null), STALE],
      cause: "Error: signed out",
    }),
  },
];
