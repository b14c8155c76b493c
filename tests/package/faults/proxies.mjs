// Options for a proxy: no token, more headers, more fields of fetch's init, and a call for each retry.
// @ts-check
import { GOOD, PROXY } from "./credentials.mjs";
import { badArgument, noNetwork, refused, succeeds } from "./expected.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./scene.mjs").Scene} Scene */

const json = JSON.stringify;

/** @param {unknown} value @returns {never} */
const raise = (value) => {
  throw value;
};

/** @param {string} name */
const throwing = (name) =>
  Object.defineProperty({}, name, { get: () => raise(new Error(PROXY.password)), enumerable: true });

/** Nothing of it can be read, not even its names. */
const sealed = () => new Proxy({}, { ownKeys: () => raise(new Error(PROXY.cookie)), get: () => undefined });

/**
 * Headers that are refused before anything is sent.
 * @param {string} name
 * @param {unknown} headers
 * @param {string} field
 * @param {Partial<Fault>} [rest]
 * @returns {Fault}
 */
const badHeaders = (name, headers, field, rest) => ({
  name: `headers: ${name}`,
  options: { headers },
  expected: badArgument(field, { cause: null }),
  ...rest,
});

/**
 * Fields of fetch's init that are refused.
 * @param {string} name
 * @param {unknown} fetchOptions
 * @param {string} [field]
 * @returns {Fault}
 */
const badInit = (name, fetchOptions, field = "fetchOptions") => ({
  name: `fetchOptions: ${name}`,
  options: { fetchOptions },
  expected: badArgument(field, { cause: null }),
});

const OWN_HEADERS = [
  "Content-Type",
  "X-AUTH-TOKEN",
  "x-auth-token",
  "X-Sdk-Date",
  "X-Security-Token",
  "X-Project-Id",
  "Host",
];
const OWN_FIELDS = ["method", "headers", "body", "signal", "redirect"];

/**
 * A fetch that answers well if its init is correct.
 * @param {string} name
 * @param {object} options
 * @param {(init: any) => unknown} look
 * @param {unknown} looked
 * @param {Partial<Fault>} [rest]
 * @returns {Fault}
 */
const passedOn = (name, options, look, looked, rest) => ({
  name,
  options: (scene) => ({
    ...options,
    fetch: scene.mock((init) =>
      json(look(init)) === json(looked)
        ? new Response(scene.answer)
        : new Response("", { status: 418, headers: { "x-request-id": json(look(init)) } }),
    ),
  }),
  expected: succeeds({ requestId: null }),
  ...rest,
});

/** @type {Partial<Fault>} */
const withToken = { signsIn: "token" };

/** @param {readonly string[]} names */
const headersOf =
  (...names) =>
  (/** @type {any} */ { headers }) =>
    names.map((name) => headers[name] ?? null);

const secretHeaders = { Authorization: PROXY.password, Cookie: PROXY.cookie };
const echo = json({ errCode: "A.1", errMsg: `sent ${PROXY.password} and ${PROXY.cookie}` });

/** A fault that no retry can cure: it is the caller's own. @param {Partial<Fault>} fault @returns {any} */
const thrownOnRetry = (fault) => ({
  first: [{ status: 429 }],
  options: (/** @type {Scene} */ { thrown }) => ({ onRetry: () => raise(thrown) }),
  // A wait calls `onFault` instead.
  only: (/** @type {any} */ { sends }) => sends !== "looks",
  expected: { thrown: true, seen: [GOOD], retried: 0 },
  ...fault,
});

/** @type {Fault[]} */
export const proxies = [
  {
    ...passedOn(
      "no token",
      { token: null },
      headersOf("X-Auth-Token", "Authorization"),
      [null, null],
      withToken,
    ),
    expected: succeeds({ requestId: null }, { seen: [null] }),
  },
  {
    name: "no token, and a service that wants one",
    ...withToken,
    options: { token: null },
    expected: refused("unauthenticated", 401, "APIGW.0301", { seen: [null] }),
  },
  {
    name: "no token, and no endpoint either",
    ...withToken,
    options: { token: null, endpoint: undefined, region: "cn-north-4" },
    expected: badArgument("token", { cause: null }),
  },
  {
    name: "no token beside an access key",
    signsIn: "key",
    options: { token: null },
    expected: badArgument("credentials", { cause: null }),
  },
  passedOn(
    "headers of an object",
    { headers: { "X-Csrf-Token": "c", "X-Empty": "" } },
    headersOf("X-Csrf-Token", "X-Empty", "Content-Type"),
    ["c", "", "application/json"],
  ),
  passedOn(
    "headers of a Headers",
    { headers: new Headers({ "X-Csrf-Token": "c" }) },
    headersOf("x-csrf-token", "Content-Type"),
    ["c", "application/json"],
  ),
  passedOn(
    "headers that sign in to a proxy",
    { headers: { ...secretHeaders } },
    headersOf("Authorization", "Cookie"),
    [PROXY.password, PROXY.cookie],
    withToken,
  ),
  badHeaders(
    "Authorization beside an access key",
    { authorization: PROXY.password },
    "headers.authorization",
    {
      signsIn: "key",
    },
  ),
  ...OWN_HEADERS.map((name) =>
    badHeaders(name, { "X-Fine": "1", [name]: PROXY.password }, `headers.${name}`),
  ),
  badHeaders("one of the package's in a Headers", new Headers({ "X-Sdk-Date": "now" }), "headers.x-sdk-date"),
  badHeaders("a name with blanks", { "two words": "1" }, "headers.two words"),
  badHeaders("an empty name", { "": "1" }, "headers."),
  badHeaders("a name beyond ASCII", { "X-Caf\u00e9": "1" }, "headers.X-Caf\u00e9"),
  badHeaders("a name with a line break", { "X-A\r\nX-B": "1" }, "headers.X-A\r\nX-B"),
  badHeaders("a name that is an object", new Map([[Object.create(null), "1"]]), "headers"),
  badHeaders("a name that is a symbol", new Map([[Symbol("X-A"), "1"]]), "headers"),
  badHeaders("a value that is a number", { "X-A": 5 }, "headers.X-A"),
  badHeaders("a value that is undefined", { "X-A": undefined }, "headers.X-A"),
  badHeaders("a value with a line break", { Cookie: `${PROXY.cookie}\r\nX-B: 1` }, "headers.Cookie"),
  badHeaders("a value beyond ASCII", { "X-A": "caf\u00e9" }, "headers.X-A"),
  badHeaders("a value with whitespace before it", { "X-A": " 1" }, "headers.X-A"),
  badHeaders("a value of half a character", { "X-A": "\ud800" }, "headers.X-A"),
  badHeaders("a string", PROXY.cookie, "headers"),
  badHeaders("a function", () => secretHeaders, "headers"),
  badHeaders("a list of pairs", [["Cookie", PROXY.cookie]], "headers.0"),
  badHeaders("a getter that throws", throwing("Cookie"), "headers"),
  badHeaders("a forEach that throws", throwing("forEach"), "headers"),
  badHeaders("names that cannot be read", sealed(), "headers"),
  badHeaders(
    "a forEach that tells symbols",
    { forEach: (/** @type {any} */ tell) => tell("1", Symbol("x")) },
    "headers",
  ),
  {
    name: "secret headers that a service repeats",
    ...withToken,
    options: { headers: secretHeaders },
    always: { status: 400, body: echo },
    // A page's fetch sends no cookie, but an error must not show it either.
    expected: refused("rejected", 400, "A.1", { errMsg: "sent [token] and [token]" }),
  },
  {
    name: "secret headers that fetch repeats",
    ...withToken,
    options: (scene) => ({
      headers: secretHeaders,
      maxRetries: 0,
      fetch: scene.mock(() => Promise.reject(new Error(`cannot send ${PROXY.cookie}`))),
    }),
    expected: noNetwork({ attempts: 1, cause: "Error: cannot send [token]" }),
  },
  passedOn(
    "fetchOptions of a proxy that wants cookies",
    { fetchOptions: { credentials: "include", keepalive: true, mode: undefined } },
    ({ credentials, keepalive, cache, redirect, ...init }) => [
      credentials,
      keepalive,
      redirect,
      "mode" in init,
    ],
    ["include", true, "manual", false],
  ),
  passedOn(
    "fetchOptions that are left out",
    {},
    ({ credentials, cache, redirect, referrerPolicy }) => [credentials, cache, redirect, referrerPolicy],
    ["omit", "no-store", "manual", "no-referrer"],
  ),
  ...OWN_FIELDS.map((name) => badInit(name, { keepalive: true, [name]: "GET" }, `fetchOptions.${name}`)),
  badInit("a list", [], "fetchOptions"),
  badInit("a string", "include"),
  badInit("a function", () => ({})),
  badInit("a getter that throws", throwing("credentials")),
  badInit("names that cannot be read", sealed()),
  {
    name: "onRetry that is no function",
    options: { onRetry: {} },
    expected: badArgument("onRetry", { cause: null }),
  },
  thrownOnRetry({ name: "an onRetry that throws" }),
  thrownOnRetry({
    name: "an onRetry that throws undefined",
    first: [{ status: 429 }],
    options: (/** @type {Scene} */ scene) => {
      scene.thrown = /** @type {any} */ (undefined);
      return { onRetry: () => raise(undefined) };
    },
  }),
  {
    name: "an onRetry that rejects, which nobody waits for",
    first: [{ status: 429 }],
    options: {
      onRetry: () => {
        const rejected = Promise.reject(new Error("told nobody"));
        // An unhandled rejection is the caller's own fault, and is not tested.
        rejected.catch(() => {});
        return rejected;
      },
    },
    only: ({ sends }) => sends !== "looks",
    expected: succeeds({}, { seen: [GOOD, GOOD], retried: 0 }),
  },
];
