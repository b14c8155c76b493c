// An access key that is a function: when it is called, and what happens to its result.
// @ts-check
import { GOOD, KEY, WRONG_KEY } from "./credentials.mjs";
import { badArgument, givenUp, noCredentials, refused, succeeds, timedOut } from "./expected.mjs";
import { never } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

/**
 * @param {string} name
 * @param {readonly unknown[]} gives one after the other
 * @param {import("./expected.mjs").Expected} expected
 * @param {object} [options]
 * @param {Partial<Fault>} [rest]
 * @returns {Fault}
 */
const row = (name, gives, expected, options, rest) => ({
  name,
  signsIn: "key",
  options: (scene) => ({ ...options, credentials: scene.giving(...gives) }),
  expected,
  ...rest,
});

/** @param {unknown} value @returns {never} */
const raise = (value) => {
  throw value;
};

/** @param {string} said @param {string | null} [cause] */
const bad = (said, cause = null) =>
  noCredentials({ errMsg: `the credentials function ${said}`, cause, asked: [null] });

/** @param {string} problem */
const noKey = (problem) => bad(`gave no access key: ${problem}`);

/** @param {string} cause */
const failed = (cause) => bad("failed: see cause", cause);

const none = noKey("it must be { accessKeyId, secretAccessKey }");
const { accessKeyId, secretAccessKey } = KEY;

/** A key with one member that cannot be read. */
const unreadable = () =>
  Object.defineProperty({ ...KEY }, "secretAccessKey", { get: () => raise(new Error("sealed")) });

/** As a failing client does: its error contains the request. */
const clientError = () => Object.assign(new Error("no session"), { config: KEY, response: { data: KEY } });

/**
 * A key that is not a function, and is refused before anything is sent.
 * @param {string} name
 * @param {unknown} credentials
 * @param {string} field
 * @returns {Fault}
 */
const wrongKey = (name, credentials, field) => ({
  name: `credentials that are ${name}`,
  signsIn: "key",
  options: { credentials },
  expected: badArgument(field, { cause: null }),
});

const isAsked = { asked: [null] };

/** @type {Fault[]} */
export const keyFunctions = [
  row("a function that gives a good key", [KEY], succeeds({}, isAsked)),
  row("a function that promises a good key", [async () => KEY], succeeds({}, isAsked)),
  row(
    "a function that gives a key with more members",
    [{ ...KEY, expiration: new Date(0), projectId: "p" }],
    {
      ...succeeds({}, isAsked),
    },
  ),
  row(
    "a wrong key, after which the function is not asked again",
    [WRONG_KEY, KEY],
    refused("unauthenticated", 401, "APIGW.0301", { ...isAsked, says: "check secretAccessKey" }),
  ),
  row(
    "a good key and 403, for which the function is not asked again",
    [KEY],
    refused("forbidden", 403, "HTTP.403", isAsked),
    {},
    { always: { status: 403 } },
  ),
  row(
    "a good key and 503, which is signed again with the same",
    [KEY, WRONG_KEY],
    succeeds({}, { seen: [GOOD, GOOD], asked: [null] }),
    {},
    {
      first: [{ status: 503 }],
      firstFailure: refused("unavailable", 503, "HTTP.503", { ...isAsked, attempts: 1 }),
    },
  ),
  row("a key function that gives undefined", [undefined], none),
  row("a key function that promises null", [async () => null], none),
  row("a key function that gives a string", [secretAccessKey], none),
  row("a key function that gives a number", [5], none),
  row("a key function that gives a function", [() => () => KEY], none),
  row("a key function that gives an empty object", [{}], noKey("accessKeyId is missing: pass a string")),
  row("a key without a secret", [{ accessKeyId }], noKey("secretAccessKey is missing: pass a string")),
  row("a key without an id", [{ secretAccessKey }], noKey("accessKeyId is missing: pass a string")),
  row("a key whose secret is empty", [{ ...KEY, secretAccessKey: "" }], {
    ...noKey("secretAccessKey is empty: pass a non-empty string"),
  }),
  row("a key whose secret is a number", [{ ...KEY, secretAccessKey: 5 }], {
    ...noKey("secretAccessKey must be a string"),
  }),
  row("a key whose secret ends with a line break", [{ ...KEY, secretAccessKey: `${secretAccessKey}\n` }], {
    ...noKey("secretAccessKey must be visible ASCII without spaces or line breaks"),
  }),
  row("a key whose id has blanks", [{ ...KEY, accessKeyId: "two words" }], {
    ...noKey("accessKeyId must be visible ASCII without spaces or line breaks"),
  }),
  row("a key whose security token has another header in it", [{ ...KEY, securityToken: "t\r\nX-Other: 1" }], {
    ...noKey("securityToken must be visible ASCII without spaces or line breaks"),
  }),
  row("a key of which a getter throws", [unreadable], failed("Error: sealed")),
  row(
    "a key function that throws",
    [() => raise(new TypeError("no session"))],
    failed("TypeError: no session"),
  ),
  row(
    "a key function that rejects",
    [() => Promise.reject(new Error("no session"))],
    failed("Error: no session"),
  ),
  row("a key function that rejects with null", [() => Promise.reject(null)], failed("Error: null")),
  row("a key function that rejects with a request that has the key", [() => Promise.reject(clientError())], {
    ...failed("Error: no session"),
  }),
  row("a key function that rejects with the key itself", [() => Promise.reject(KEY)], {
    ...failed("Error: [object Object]"),
  }),
  row("a key function that never settles", [never], timedOut({ attempts: 0, asked: [null], cause: null }), {
    timeout: 30,
  }),
  {
    name: "aborted inside a slow key function",
    signsIn: "key",
    options: (scene) => ({
      signal: scene.signal,
      credentials: scene.giving(() => {
        setTimeout(scene.abort, 20);
        return never();
      }),
    }),
    expected: givenUp({ seen: [], asked: [null] }),
  },
  {
    name: "aborted by the key function itself",
    signsIn: "key",
    options: (scene) => ({
      signal: scene.signal,
      credentials: scene.giving(() => {
        scene.abort();
        return KEY;
      }),
    }),
    expected: givenUp({ seen: [], asked: [null] }),
  },
  {
    ...row(
      "five calls at once, each of which asks for its own key",
      [async () => KEY],
      succeeds({ requestId: undefined }, { seen: Array(5).fill(GOOD), asked: Array(5).fill(null) }),
    ),
    calls: 5,
  },
  row(
    "a key function whose call has a token as well",
    [KEY],
    badArgument("credentials", {
      errMsg: "credentials must not be given together with token: pass one of the two",
      asked: [],
    }),
    { token: GOOD },
  ),
  wrongKey("a string", secretAccessKey, "credentials"),
  wrongKey("a list", [accessKeyId, secretAccessKey], "credentials.accessKeyId"),
  wrongKey("a promise of a key", Promise.resolve(KEY), "credentials.accessKeyId"),
  wrongKey("a key without a secret", { accessKeyId }, "credentials.secretAccessKey"),
  wrongKey("a key of which a getter throws", unreadable(), "credentials"),
];
