// Services, proxies and fetches that repeat the secret they were sent: it is removed from everything they return.
// @ts-check

import { GOOD, KEY, LONG, STALE } from "./credentials.mjs";
import { noNetwork, noTask, refused } from "./expected.mjs";
import { rawAnswer } from "./network.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

const json = JSON.stringify;

/** A secret that stands in for whatever the operation signs in with. @typedef {(secret: string) => object} Echo */

/** @param {string} name @param {Echo} always @param {import("./expected.mjs").Expected} expected @returns {Fault} */
const answered = (name, always, expected) => ({ name, always: ({ secret }) => always(secret), expected });

/**
 * @param {string} name
 * @param {(secret: string) => unknown} thrown
 * @param {Partial<import("./expected.mjs").Expected>} expected
 * @returns {Fault}
 */
const rejected = (name, thrown, expected) => ({
  name,
  options: (scene) => ({
    maxRetries: 0,
    fetch: scene.mock(() => Promise.reject(thrown(scene.operation.secret))),
  }),
  expected: noNetwork({ attempts: 1, ...expected }),
});

/** As a fetch on top of another client does: its error contains the whole request. @param {string} secret */
function clientError(secret) {
  const config = { headers: { "X-Auth-Token": secret } };
  return Object.assign(new Error("Request failed"), { config, request: { config }, toJSON: () => config });
}

let seconds = 1_800_000_000;

/** The text before a signature. */
const SIGNED = `SDK-HMAC-SHA256 Access=${KEY.accessKeyId}, SignedHeaders=content-type;host;x-project-id;x-sdk-date;x-security-token, Signature=`;

/** Each character as an escape, in large and small letters. @param {string} secret */
const escaped = (secret) =>
  [...secret]
    .map((character) => `%${character.charCodeAt(0).toString(16)}`)
    .join("")
    .replace(/%4[a-f]/g, (code) => code.toUpperCase());

/** A refusal that repeats the given values. @param {readonly string[]} values */
const repeating = (values) =>
  new Response(json({ errCode: "A.1", errMsg: `sent ${values.join(" ")}` }), { status: 400 });

/** @type {Fault[]} */
export const echoes = [
  answered(
    "the token in a message",
    (secret) => ({
      status: 400,
      body: json({ errCode: "SFS.TURBO.0001", errMsg: `bad header X-Auth-Token: ${secret}!` }),
    }),
    refused("rejected", 400, "SFS.TURBO.0001", { errMsg: "bad header X-Auth-Token: [token]!" }),
  ),
  answered(
    "the token with the escapes of a URL in a message that must stay JSON",
    (secret) => ({
      status: 400,
      body: json({ errCode: "SFS.TURBO.0001", errMsg: `100%25 of ${escaped(secret)}, "a" and %22a%22` }),
    }),
    refused("rejected", 400, "SFS.TURBO.0001", { errMsg: '100% of [token], "a" and %22a%22' }),
  ),
  answered(
    "escapes of a URL without a token",
    () => ({ status: 400, body: json({ errCode: "SFS.TURBO.0001", errMsg: "bad path: a%2Fb" }) }),
    refused("rejected", 400, "SFS.TURBO.0001", { errMsg: "bad path: a%2Fb" }),
  ),
  answered(
    "the token in a code",
    (secret) => ({ status: 403, body: json({ errCode: secret, errMsg: `${secret} ${secret}` }) }),
    refused("forbidden", 403, "[token]", { errMsg: "[token] [token]" }),
  ),
  answered(
    "the token as the id of the request",
    (secret) => ({ status: 404, headers: { "x-request-id": secret } }),
    refused("rejected", 404, "HTTP.404", { requestId: "[token]" }),
  ),
  answered(
    "the token in the body's id and in an encoded message",
    (secret) => ({
      status: 403,
      headers: { "x-request-id": "" },
      body: json({
        code: "PAP5.1",
        message: "no",
        request_id: secret,
        encoded_authorization_message: secret,
      }),
    }),
    refused("forbidden", 403, "PAP5.1", { requestId: "[token]", encodedAuthorizationMessage: "[token]" }),
  ),
  answered(
    "the token in the title of a page",
    (secret) => ({ status: 500, body: `<html><title>${secret}</title>` }),
    refused("unavailable", 500, "HTTP.500", { errMsg: "[token]" }),
  ),
  answered(
    "the token in plain text",
    (secret) => ({ status: 431, body: `header too large: ${secret}` }),
    refused("rejected", 431, "HTTP.431", { errMsg: "header too large: [token]" }),
  ),
  answered(
    "the token in an error under a status of success",
    (secret) => ({ status: 200, body: json({ errCode: "A.1", errMsg: secret }) }),
    noTask(200, {
      lacks: "all",
      problem: ", but says A.1 [token]",
    }),
  ),
  {
    name: "the token in the place that a redirect names",
    always: ({ secret }) => ({ status: 307, headers: { location: `/login?token=${secret}` } }),
    expected: noTask(307),
    chromium: noTask(null, { arrived: false }),
  },
  {
    name: "the token in a reason phrase",
    server: "raw",
    raw: ({ secret }) => rawAnswer(`HTTP/1.1 502 ${secret}`, ["Content-Length: 0"], ""),
    expected: refused("unavailable", 502, "HTTP.502", { requestId: "raw-1" }),
  },
  {
    name: "a token as long as IAM's, longer than a message may be",
    signsIn: "token",
    options: { token: LONG },
    always: { status: 400, body: json({ errCode: "SFS.TURBO.0001", errMsg: `bad token ${LONG} in header` }) },
    expected: refused("rejected", 400, "SFS.TURBO.0001", {
      // The token is removed before the message is cut to 512 characters.
      errMsg: "bad token [token] in header",
      seen: [LONG],
    }),
  },
  {
    name: "a token as long as IAM's, in plain text and without anything around it",
    signsIn: "token",
    options: { token: LONG },
    always: { status: 400, body: LONG },
    expected: refused("rejected", 400, "HTTP.400", { errMsg: "[token]", seen: [LONG] }),
  },
  {
    name: "the token of an earlier attempt",
    signsIn: "token",
    options: (scene) => ({ token: scene.giving(STALE, GOOD) }),
    first: [
      { status: 401 },
      { status: 403, body: json({ errCode: "A.1", errMsg: `was ${STALE}, is ${GOOD}` }) },
    ],
    expected: refused("forbidden", 403, "A.1", {
      errMsg: "was [token], is [token]",
      attempts: 2,
      seen: [STALE, GOOD],
      asked: [null, STALE],
    }),
  },
  {
    name: "the token in a task that a wait has seen before it fails",
    only: ({ sends }) => sends === "looks",
    first: ({ secret }) => [
      { body: json({ task_id: "t", status: "DOING", message: `sent ${secret}`, [secret]: secret }) },
      { status: 403 },
    ],
    expected: refused("forbidden", 403, "HTTP.403", { attempts: 2, lastTask: { message: "sent [token]" } }),
  },
  {
    name: "the refused token in the error of a token function",
    signsIn: "token",
    options: (scene) => ({
      token: scene.giving(STALE, () => Promise.reject(new Error(`${STALE} has expired`))),
    }),
    expected: refused("unauthenticated", 401, "APIGW.0301", {
      seen: [STALE],
      asked: [null, STALE],
      cause: "Error: [token] has expired",
    }),
  },
  rejected(
    "the token in the message of what fetch throws",
    (secret) => new Error(`invalid header ${secret}`),
    {
      cause: "Error: invalid header [token]",
    },
  ),
  rejected("the token as what fetch throws", (secret) => secret, { cause: "Error: [token]" }),
  rejected(
    "the token in the causes of what fetch throws",
    (secret) => new Error("outer", { cause: new Error("inner", { cause: secret }) }),
    {
      cause: "Error: outer < Error: inner < Error: [token]",
    },
  ),
  rejected(
    "the token in the name and code of what fetch throws",
    (secret) => Object.assign(new Error("x"), { name: secret, code: secret }),
    {
      cause: "[token]: x",
    },
  ),
  rejected(
    "the token in the stack of what fetch throws",
    (secret) => Object.assign(new Error("x"), { stack: `at ${secret}` }),
    {
      cause: "Error: x",
    },
  ),
  rejected("the whole request on what fetch throws", clientError, { cause: "Error: Request failed" }),
  {
    name: "the token in what a body breaks with",
    options: (scene) => ({
      maxRetries: 0,
      fetch: scene.mock(() =>
        scene.streaming([], { fails: { with: new Error(`lost ${scene.operation.secret}`) } }),
      ),
    }),
    expected: noNetwork({ attempts: 1, cause: "Error: lost [token]" }),
  },
  {
    name: "the secret of a key in a message, and in the error of fetch",
    signsIn: "key",
    options: (scene) => ({
      fetch: scene.mock((_, attempt) =>
        attempt === 1
          ? new Response(json({ errCode: "APIGW.0308", errMsg: `key ${KEY.secretAccessKey}` }), {
              status: 429,
            })
          : Promise.reject(new Error(`key ${KEY.secretAccessKey}`)),
      ),
      maxRetries: 1,
    }),
    expected: noNetwork({ attempts: 2, seen: [GOOD, GOOD], cause: "Error: key [token]" }),
    firstFailure: refused("throttled", 429, "APIGW.0308", {
      attempts: 1,
      requestId: null,
      seen: [GOOD],
      errMsg: "key [token]",
      nextDelay: null,
    }),
    only: ({ sends }) => sends === "again",
  },
  {
    name: "the header that has the signature, in a message",
    signsIn: "key",
    options: (scene) => ({ fetch: scene.mock(({ headers }) => repeating([headers.Authorization])) }),
    expected: refused("rejected", 400, "A.1", {
      requestId: null,
      errMsg: `sent ${SIGNED}[token]`,
    }),
  },
  {
    name: "the signature of an earlier attempt, in a message",
    signsIn: "key",
    // Each attempt is a second later, so it has another signature.
    now: () => {
      seconds += 1;
      return seconds * 1_000;
    },
    options(scene) {
      /** @type {string[]} */
      const sent = [];
      return {
        fetch: scene.mock(({ headers }, attempt) => {
          sent.push(headers.Authorization);
          if (attempt === 1) return new Response("", { status: 429 });
          return repeating(sent);
        }),
      };
    },
    only: ({ sends }) => sends !== "looks",
    expected: refused("rejected", 400, "A.1", {
      attempts: 2,
      requestId: null,
      errMsg: `sent ${SIGNED}[token] ${SIGNED}[token]`,
    }),
  },
];
