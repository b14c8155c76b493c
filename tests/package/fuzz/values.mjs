// Values of every type that JavaScript has, the spiteful ones among them. None waits for ever and none is a promise that
// rejects unseen: what a call does with a value is under test, and not what nobody does with it.
// @ts-check

/** @typedef {import("./random.mjs").Random} Random */

/** @param {string} name @returns {never} */
const raise = (name) => {
  throw new Error(name);
};

/** Whatever is asked of it throws. */
const untouchable = () =>
  new Proxy(function untouchable() {}, {
    get: () => raise("get"),
    has: () => raise("has"),
    ownKeys: () => raise("ownKeys"),
    getPrototypeOf: () => raise("getPrototypeOf"),
    getOwnPropertyDescriptor: () => raise("getOwnPropertyDescriptor"),
    apply: () => raise("apply"),
  });

/** It gives itself for every property and every call, so that a search in it has no end. */
function endless() {
  /** @type {any} */
  const proxy = new Proxy(function endless() {}, {
    // Waiting for it must end all the same.
    get: (_, name) => (name === "then" ? undefined : proxy),
    apply: () => proxy,
  });
  return proxy;
}

/** @type {readonly ((random: Random) => unknown)[]} */
const makers = [
  () => undefined,
  () => null,
  ({ chance }) => chance(0.5),
  ({ below }) => below(1_000) - 500,
  ({ pick }) =>
    pick([0, -0, 0.5, Number.NaN, Infinity, -Infinity, 2 ** 31, 2 ** 32, 2 ** 53, 1e308, -1e-308]),
  ({ below }) => BigInt(below(1_000)),
  () => Symbol("any"),
  ({ text }) => text(20),
  ({ pick }) =>
    pick(["", " ", ".", "..", "/", "\\", "\0", "__proto__", "constructor", "null", "%2e", "\ud800", "5"]),
  ({ text }) => text(2_000),
  ({ bytes }) => bytes(20),
  () => ({}),
  () => [],
  ({ pick }) => ({ length: pick([2 ** 31, -1, 3, Number.NaN, Object.create(null)]), charCodeAt: () => 65 }),
  () => Object.create(null),
  () => Object.freeze({ a: 1 }),
  () => new Date(Number.NaN),
  () => new Error("any"),
  () => new Map([["any", 1]]),
  () => () => undefined,
  () => () => raise("called"),
  () => async () => raise("called later"),
  () => class Any {},
  () => /any/g,
  () => new URL("https://any.example"),
  () => new AbortController().signal,
  () => Promise.resolve("any"),
  ({ chance }) => ({
    // biome-ignore lint/suspicious/noThenProperty: a thenable is one of the values that a caller may pass.
    then: (/** @type {any} */ resolve, /** @type {any} */ reject) => (chance(0.5) ? resolve(5) : reject(5)),
  }),
  () => ({
    toString: () => raise("toString"),
    valueOf: () => raise("valueOf"),
    toJSON: () => raise("toJSON"),
  }),
  untouchable,
  endless,
];

/** @param {Random} random */
export const anything = (random) => random.pick(makers)(random);
