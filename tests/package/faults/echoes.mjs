// Services, proxies and fetches that repeat the token they were sent: it is taken out of whatever they say.
// @ts-check

import { GOOD, LONG, STALE } from "./credentials.mjs";
import { noNetwork, noTask, refused } from "./expected.mjs";
import { rawAnswer } from "./network.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

const json = JSON.stringify;

/** @param {string} name @param {object} always @param {import("./expected.mjs").Expected} expected @returns {Fault} */
const answered = (name, always, expected) => ({ name, always, expected });

/**
 * @param {string} name
 * @param {() => unknown} thrown
 * @param {Partial<import("./expected.mjs").Expected>} expected
 * @returns {Fault}
 */
const rejected = (name, thrown, expected) => ({
  name,
  options: (scene) => ({ maxRetries: 0, fetch: scene.mock(() => Promise.reject(thrown())) }),
  expected: noNetwork({ attempts: 1, ...expected }),
});

/** As a fetch does that is made of another client: the whole request hangs on its error. */
function clientError() {
  const config = { headers: { "X-Auth-Token": GOOD } };
  return Object.assign(new Error("Request failed"), { config, request: { config }, toJSON: () => config });
}

/** @type {Fault[]} */
export const echoes = [
  answered(
    "the token in a message",
    { status: 400, body: json({ errCode: "SFS.TURBO.0001", errMsg: `bad header X-Auth-Token: ${GOOD}!` }) },
    refused("rejected", 400, "SFS.TURBO.0001", { errMsg: "bad header X-Auth-Token: [token]!" }),
  ),
  answered(
    "the token in a code",
    { status: 403, body: json({ errCode: GOOD, errMsg: `${GOOD} ${GOOD}` }) },
    refused("forbidden", 403, "[token]", { errMsg: "[token] [token]" }),
  ),
  answered(
    "the token as the id of the request",
    { status: 404, headers: { "x-request-id": GOOD } },
    refused("rejected", 404, "HTTP.404", { requestId: "[token]" }),
  ),
  answered(
    "the token in the body's id and in an encoded message",
    {
      status: 403,
      headers: { "x-request-id": "" },
      body: json({ code: "PAP5.1", message: "no", request_id: GOOD, encoded_authorization_message: GOOD }),
    },
    refused("forbidden", 403, "PAP5.1", { requestId: "[token]", encodedAuthorizationMessage: "[token]" }),
  ),
  answered(
    "the token in the title of a page",
    { status: 500, body: `<html><title>${GOOD}</title>` },
    refused("unavailable", 500, "HTTP.500", { errMsg: "[token]" }),
  ),
  answered(
    "the token in plain text",
    { status: 431, body: `header too large: ${GOOD}` },
    refused("rejected", 431, "HTTP.431", { errMsg: "header too large: [token]" }),
  ),
  answered(
    "the token in an error under a status of success",
    { status: 200, body: json({ errCode: "A.1", errMsg: GOOD }) },
    noTask(200, {
      lacks: "all",
      problem: ", but says A.1 [token]",
    }),
  ),
  {
    name: "the token in the place that a redirect names",
    always: { status: 307, headers: { location: `/login?token=${GOOD}` } },
    expected: noTask(307),
    chromium: noTask(null, { arrived: false }),
  },
  {
    name: "the token in a reason phrase",
    server: "raw",
    raw: rawAnswer(`HTTP/1.1 502 ${GOOD}`, ["Content-Length: 0"], ""),
    expected: refused("unavailable", 502, "HTTP.502", { requestId: "raw-1" }),
  },
  {
    name: "a token as long as IAM's, longer than a message may be",
    options: { token: LONG },
    always: { status: 400, body: json({ errCode: "SFS.TURBO.0001", errMsg: `bad token ${LONG} in header` }) },
    expected: refused("rejected", 400, "SFS.TURBO.0001", {
      // The token is gone before the message is cut to 512 characters.
      errMsg: "bad token [token] in header",
      seen: [LONG],
    }),
  },
  {
    name: "a token as long as IAM's, in plain text and without anything around it",
    options: { token: LONG },
    always: { status: 400, body: LONG },
    expected: refused("rejected", 400, "HTTP.400", { errMsg: "[token]", seen: [LONG] }),
  },
  {
    name: "the token of an earlier attempt",
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
    first: [
      { body: json({ task_id: "t", status: "DOING", message: `sent ${GOOD}`, [GOOD]: GOOD }) },
      { status: 403 },
    ],
    expected: refused("forbidden", 403, "HTTP.403", { attempts: 2, lastTask: { message: "sent [token]" } }),
  },
  {
    name: "the refused token in the error of a token function",
    options: (scene) => ({
      token: scene.giving(STALE, () => Promise.reject(new Error(`${STALE} has expired`))),
    }),
    expected: refused("unauthenticated", 401, "APIGW.0301", {
      seen: [STALE],
      asked: [null, STALE],
      cause: "Error: [token] has expired",
    }),
  },
  rejected("the token in the message of what fetch throws", () => new Error(`invalid header ${GOOD}`), {
    cause: "Error: invalid header [token]",
  }),
  rejected("the token as what fetch throws", () => GOOD, { cause: "Error: [token]" }),
  rejected(
    "the token in the causes of what fetch throws",
    () => new Error("outer", { cause: new Error("inner", { cause: GOOD }) }),
    {
      cause: "Error: outer < Error: inner < Error: [token]",
    },
  ),
  rejected(
    "the token in the name and code of what fetch throws",
    () => Object.assign(new Error("x"), { name: GOOD, code: GOOD }),
    {
      cause: "[token]: x",
    },
  ),
  rejected(
    "the token in the stack of what fetch throws",
    () => Object.assign(new Error("x"), { stack: `at ${GOOD}` }),
    {
      cause: "Error: x",
    },
  ),
  rejected("the whole request on what fetch throws", clientError, { cause: "Error: Request failed" }),
  {
    name: "the token in what a body breaks with",
    options: (scene) => ({
      maxRetries: 0,
      fetch: scene.mock(() => scene.streaming([], { fails: { with: new Error(`lost ${GOOD}`) } })),
    }),
    expected: noNetwork({ attempts: 1, cause: "Error: lost [token]" }),
  },
];
