// A fetch of the caller's own, mocked or broken: whatever it returns or throws, the promise settles with a typed error.
// @ts-check
import { GOOD } from "./credentials.mjs";
import { noNetwork, noTask, succeeds, timedOut } from "./expected.mjs";
import { never } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./scene.mjs").Scene} Scene */

/**
 * @param {string} name
 * @param {(scene: Scene) => unknown} give what fetch returns
 * @param {import("./expected.mjs").Expected} expected
 * @param {object} [options]
 * @returns {Fault}
 */
const row = (name, give, expected, options) => ({
  name,
  options: (scene) => ({ ...options, fetch: scene.mock(() => give(scene)) }),
  expected,
});

/** @param {unknown} value @returns {never} */
const raise = (value) => {
  throw value;
};

/** @param {string | null} cause */
const broken = (cause) => noNetwork({ cause });

/** Every property throws, even those that are read only when it is printed. */
const untouchable = () =>
  new Proxy(function untouchable() {}, {
    get: () => raise(new Error("get")),
    has: () => raise(new Error("has")),
    getPrototypeOf: () => raise(new Error("getPrototypeOf")),
    ownKeys: () => raise(new Error("ownKeys")),
  });

function circular() {
  const error = new Error("round");
  error.cause = error;
  return error;
}

const round = Array(4).fill("Error: round").join(" < ");

/** @type {Fault[]} */
export const hostileFetch = [
  row("fetch throws an Error at once", () => raise(new RangeError("at once")), broken("RangeError: at once")),
  row("fetch throws a string at once", () => raise("at once"), broken("Error: at once")),
  row("fetch throws null at once", () => raise(null), broken("Error: null")),
  row("fetch throws undefined at once", () => raise(undefined), broken(null)),
  row("fetch rejects with a string", () => Promise.reject("lost"), broken("Error: lost")),
  row("fetch rejects with an empty string", () => Promise.reject(""), broken("Error: ")),
  row("fetch rejects with null", () => Promise.reject(null), broken("Error: null")),
  row("fetch rejects with undefined", () => Promise.reject(undefined), broken(null)),
  row("fetch rejects with a number", () => Promise.reject(0), broken("Error: 0")),
  row("fetch rejects with a symbol", () => Promise.reject(Symbol("lost")), broken("Error: Symbol(lost)")),
  row(
    "fetch rejects with an object that has no text form",
    () => Promise.reject(Object.create(null)),
    broken("Error: the cause cannot be read"),
  ),
  row(
    "fetch rejects with an Error of another realm",
    ({ otherRealm }) => Promise.reject(new (otherRealm().TypeError)("from afar")),
    broken("TypeError: from afar"),
  ),
  row(
    "fetch rejects with a promise of another realm",
    ({ otherRealm }) => {
      const realm = otherRealm();
      return realm.Promise.reject(new realm.Error("from afar"));
    },
    broken("Error: from afar"),
  ),
  row(
    "fetch rejects with a frozen Error",
    () => Promise.reject(Object.freeze(new Error("frozen"))),
    broken("Error: frozen"),
  ),
  row("fetch rejects with an Error that is its own cause", () => Promise.reject(circular()), broken(round)),
  row(
    "fetch rejects with an object whose every getter throws",
    () => Promise.reject(untouchable()),
    broken("Error: the cause cannot be read"),
  ),
  row(
    "fetch rejects with an abort that nobody asked for",
    () => Promise.reject(new DOMException("aborted", "AbortError")),
    broken("AbortError: aborted"),
  ),
  row("fetch resolves with undefined", async () => undefined, noTask(null)),
  row("fetch resolves with null", async () => null, noTask(null)),
  row("fetch resolves with a number", async () => 200, noTask(null)),
  row("fetch resolves with a string", async ({ answer }) => answer, noTask(null)),
  row("fetch resolves with an empty object", async () => ({}), noTask(null)),
  row(
    "fetch resolves with an object whose every getter throws",
    async () => ({ response: untouchable() }).response,
    {
      // Resolving a promise with it reads its `then`, which throws, so fetch rejects.
      ...broken("Error: get"),
    },
  ),
  row("fetch returns undefined and no promise", () => undefined, noTask(null)),
  row("fetch returns a number and no promise", () => 5, noTask(null)),
  row(
    "fetch returns a response and no promise",
    ({ answer }) => new Response(answer),
    succeeds({ requestId: null }),
  ),
  row(
    "fetch returns a thenable that resolves and then rejects",
    ({ answer }) => ({
      // biome-ignore lint/suspicious/noThenProperty: a thenable is what this is about.
      then(/** @type {any} */ resolve, /** @type {any} */ reject) {
        resolve(new Response(answer));
        reject(new Error("too late"));
      },
    }),
    succeeds({ requestId: null }),
  ),
  row(
    "fetch returns a thenable that throws",
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what this is about.
    () => ({ then: () => raise(new Error("no then")) }),
    broken("Error: no then"),
  ),
  row(
    "fetch returns a promise whose constructor cannot be read",
    ({ answer }) => {
      const promise = Promise.resolve(new Response(answer));
      Object.defineProperty(promise, "constructor", { get: () => raise(new Error("no constructor")) });
      return promise;
    },
    // Awaiting a promise reads its constructor.
    broken("Error: no constructor"),
  ),
  row("fetch never answers, and ignores its signal", never, timedOut(), { attemptTimeout: 20 }),
  {
    name: "fetch rejects when its attempt is over, with a reason of its own",
    options: (scene) => ({
      attemptTimeout: 20,
      maxRetries: 1,
      fetch: scene.mock(
        ({ signal }) =>
          new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("told so")))),
      ),
    }),
    expected: timedOut({ attempts: 2, cause: null }),
  },
  {
    name: "fetch works the second time only",
    options: (scene) => ({
      fetch: scene.mock((_, attempt) =>
        attempt === 1 ? raise(new Error("once")) : new Response(scene.answer),
      ),
    }),
    expected: succeeds({ requestId: null }, { seen: [GOOD, GOOD] }),
    firstFailure: noNetwork({ attempts: 1, cause: "Error: once" }),
  },
];
