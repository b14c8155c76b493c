// A page or process that cannot sign, or that signs wrong: no WebCrypto, a broken one, and an invalid clock.
// @ts-check
import { KEY } from "./credentials.mjs";
import { givenUp, noCore, succeeds, timedOut } from "./expected.mjs";
import { never } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

const { subtle } = crypto;

/** @param {unknown} value @returns {never} */
const raise = (value) => {
  throw value;
};

/** WebCrypto with changes. @param {Record<string, unknown>} changes */
const changed = (changes) => {
  const methods = ["digest", "importKey", "sign"].map((name) => [
    name,
    (/** @type {unknown[]} */ ...values) => /** @type {any} */ (subtle)[name](...values),
  ]);
  return { value: { subtle: { ...Object.fromEntries(methods), ...changes } } };
};

const ERR_MSG =
  "the request could not be signed: see cause; a page has WebCrypto only if it was loaded over https or from localhost";
const TIMELESS = "the clock of this page or process gives no valid time, which a signature needs";

/**
 * @param {string} name
 * @param {PropertyDescriptor} replacement
 * @param {string} cause
 * @returns {Fault}
 */
const unsigned = (name, replacement, cause) => ({
  name,
  signsIn: "key",
  crypto: replacement,
  expected: noCore({ errMsg: ERR_MSG, cause }),
  next: succeeds(),
});

const NONE = "Error: there is no WebCrypto (crypto.subtle)";

/** @param {string} name @param {() => unknown} now @param {Partial<import("./expected.mjs").Expected>} expected @returns {Fault} */
const timeless = (name, now, expected) => ({
  name,
  signsIn: "key",
  now,
  expected: noCore(expected),
  next: succeeds(),
});

/** @type {Fault[]} */
export const webCrypto = [
  unsigned("no crypto", { value: undefined }, NONE),
  unsigned("a crypto of null", { value: null }, NONE),
  unsigned("a crypto without subtle, as a page has that was loaded by http", { value: {} }, NONE),
  unsigned("a crypto that throws", { get: () => raise(new Error("forbidden")) }, "Error: forbidden"),
  unsigned(
    "a subtle that throws",
    { value: Object.defineProperty({}, "subtle", { get: () => raise(new Error("forbidden")) }) },
    "Error: forbidden",
  ),
  unsigned(
    "an importKey that throws",
    changed({ importKey: () => raise(new RangeError("no key")) }),
    "RangeError: no key",
  ),
  unsigned(
    "an importKey that rejects",
    changed({ importKey: () => Promise.reject(new DOMException("no key", "DataError")) }),
    "DataError: no key",
  ),
  unsigned(
    "an importKey that tells the secret",
    changed({ importKey: () => Promise.reject(new Error(`no key: ${KEY.secretAccessKey}`)) }),
    "Error: no key: [token]",
  ),
  unsigned("a digest that rejects", changed({ digest: () => Promise.reject("no hash") }), "Error: no hash"),
  unsigned(
    "a sign that rejects",
    changed({ sign: () => Promise.reject(new Error("no signature")) }),
    "Error: no signature",
  ),
  unsigned("a sign that rejects with nothing", changed({ sign: () => Promise.reject(null) }), "Error: null"),
  unsigned(
    "a digest that gives nothing",
    changed({ digest: async () => undefined }),
    "Error: the hash function of this runtime gave no hash",
  ),
  unsigned(
    "a sign that gives nothing",
    changed({ sign: async () => undefined }),
    "Error: the hash function of this runtime gave no hash",
  ),
  {
    name: "a sign that never settles",
    signsIn: "key",
    crypto: changed({ sign: never }),
    options: { timeout: 300 },
    expected: timedOut({ attempts: 0 }),
    next: succeeds(),
  },
  {
    name: "an importKey that never settles",
    signsIn: "key",
    crypto: changed({ importKey: never }),
    options: { timeout: 300 },
    expected: timedOut({ attempts: 0 }),
    next: succeeds(),
  },
  {
    name: "aborted while a sign never settles",
    signsIn: "key",
    crypto: changed({ sign: never }),
    options: ({ signal }) => ({ signal }),
    meanwhile: ({ abort }) => setTimeout(abort, 20),
    expected: givenUp({ seen: [] }),
    next: succeeds(),
  },
  timeless("a clock that tells no number", () => Number.NaN, { errMsg: TIMELESS, cause: null }),
  timeless("a clock that tells undefined", () => undefined, { errMsg: TIMELESS, cause: null }),
  timeless("a clock beyond all dates", () => 8.64e15 + 1, { errMsg: TIMELESS, cause: null }),
  timeless("a clock that tells the year 10000", () => Date.UTC(10_000, 0, 1), {
    errMsg: TIMELESS,
    cause: null,
  }),
  timeless("a clock that throws", () => raise(new Error("no clock")), { cause: "Error: no clock" }),
  {
    name: "no crypto, which nobody needs who signs in with a token",
    signsIn: "token",
    crypto: { value: undefined },
    expected: succeeds(),
  },
];
