// Values of every JavaScript type, including hostile ones. None waits forever, and none is a promise with an unhandled rejection:
// the tests examine what a call does with a value, and not what happens to a value that nothing uses.
// @ts-check
import fc from "fast-check";

/**
 * Makes a value. Not the value itself, since fast-check examines what it generates, and a hostile value throws then.
 * @typedef {() => unknown} Make
 */

/** @param {string} name @returns {never} */
const raise = (name) => {
  throw new Error(name);
};

/** Every operation on it throws. */
const untouchable = () =>
  new Proxy(function untouchable() {}, {
    get: () => raise("get"),
    has: () => raise("has"),
    ownKeys: () => raise("ownKeys"),
    getPrototypeOf: () => raise("getPrototypeOf"),
    getOwnPropertyDescriptor: () => raise("getOwnPropertyDescriptor"),
    apply: () => raise("apply"),
  });

/** It returns itself for every property and every call, so a search in it has no end. */
function endless() {
  /** @type {any} */
  const proxy = new Proxy(function endless() {}, {
    // Awaiting it must still end.
    get: (_, name) => (name === "then" ? undefined : proxy),
    apply: () => proxy,
  });
  return proxy;
}

/** @param {boolean} resolves @returns {Make} */
const thenable = (resolves) => () => ({
  // biome-ignore lint/suspicious/noThenProperty: a thenable is one of the values that a caller may pass.
  then: (/** @type {any} */ resolve, /** @type {any} */ reject) => (resolves ? resolve(5) : reject(5)),
});

/** What fast-check does not make. @type {readonly Make[]} */
const others = [
  () => Symbol("any"),
  // Of its own, since those of fast-check have so many digits that they could be signatures.
  () => 5n,
  () => ({ length: 2 ** 31, charCodeAt: () => 65 }),
  () => ({ length: -1, charCodeAt: () => 65 }),
  () => ({ length: Object.create(null), charCodeAt: () => 65 }),
  () => Object.freeze({ a: 1 }),
  () => new Error("any"),
  () => () => undefined,
  () => () => raise("called"),
  () => async () => raise("called later"),
  () => class Any {},
  () => /any/g,
  () => new URL("https://any.example"),
  () => new AbortController().signal,
  () => Promise.resolve("any"),
  thenable(true),
  thenable(false),
  () => ({
    toString: () => raise("toString"),
    valueOf: () => raise("valueOf"),
    toJSON: () => raise("toJSON"),
  }),
  untouchable,
  endless,
];

const words = ["", " ", ".", "..", "/", "\\", "\0", "__proto__", "constructor", "null", "%2e", "\ud800", "5"];

/** Text of any UTF-16 units, halves of characters among them. @param {number} maxLength */
export const text = (maxLength) => fc.string({ unit: fc.oneof(ascii, unit), maxLength, size: "max" });
const ascii = fc.string({ minLength: 1, maxLength: 1 });
const unit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

/** @param {fc.Arbitrary<unknown>} values @returns {fc.Arbitrary<Make>} */
const made = (values) => values.map((value) => () => value);

/** Any value, as a function that makes it. */
export const anything = fc.oneof(
  {
    weight: 4,
    arbitrary: made(
      fc.anything({
        ...{ withBoxedValues: true, withDate: true, withMap: true, withSet: true, withTypedArray: true },
        ...{ withNullPrototype: true, withObjectString: true, withSparseArray: true },
        ...{ maxDepth: 2, maxKeys: 4 },
      }),
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: made(fc.constantFrom(...words)) },
  { weight: 1, arbitrary: made(text(20)) },
  { weight: 1, arbitrary: made(text(2_000)) },
);

/**
 * In some cases of a hundred a value, and otherwise nothing, to which it shrinks.
 * @template Value
 * @param {number} cases
 * @param {fc.Arbitrary<Value>} arbitrary
 * @returns {fc.Arbitrary<Value | undefined>}
 */
export const sometimes = (cases, arbitrary) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - cases, arbitrary: fc.constant(undefined) },
    { weight: cases, arbitrary },
  );

/**
 * In some cases of a hundred the one, and otherwise the other, to which it shrinks.
 * @template Value
 * @param {number} cases
 * @param {fc.Arbitrary<Value>} one
 * @param {fc.Arbitrary<Value>} other
 */
export const either = (cases, one, other) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - cases, arbitrary: other },
    { weight: cases, arbitrary: one },
  );

/** True in so many cases of a hundred. @param {number} cases */
export const chance = (cases) => sometimes(cases, fc.constant(true)).map((value) => value === true);

/**
 * Returns one value of a list after the other, and starts again at its end.
 * @template Value
 * @param {readonly Value[]} values at least one
 */
export function inTurn(values) {
  let next = 0;
  return () => /** @type {Value} */ (values[next++ % values.length]);
}
