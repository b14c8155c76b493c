// Signatures that the gateway refuses: what is signed again, what is not, and the advice of the message.
// @ts-check
import { GOOD, KEY, UNKNOWN_KEY, WRONG_KEY } from "./credentials.mjs";
import { refused, succeeds } from "./expected.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

const { now } = Date;

/** A clock that is some minutes ahead of the service's. @param {number} minutes */
const ahead = (minutes) => () => now() + minutes * 60_000;

/** The gateway's answer to a wrong signature. @param {string} words */
const refusal = (words) => ({
  status: 401,
  body: JSON.stringify({
    error_code: "APIGW.0301",
    error_msg: `Incorrect IAM authentication information: ${words}`,
  }),
});

/** @param {string} signature @param {string} server */
const expired = (signature, server) =>
  refusal(`calc aksk signature fail:signature expired, signature time:${signature},server time:${server}`);

/** @param {Partial<import("./expected.mjs").Expected>} more */
const denied = (more) => refused("unauthenticated", 401, "APIGW.0301", { cause: null, ...more });

/** @param {Omit<Fault, "signsIn">} fault @returns {Fault} */
const row = (fault) => ({ signsIn: "key", ...fault });

const twice = [GOOD, GOOD];
const { securityToken, ...permanent } = KEY;

/** @type {Fault[]} */
export const signatures = [
  row({
    name: "a secret that signs wrong",
    options: { credentials: WRONG_KEY },
    expected: denied({
      says: "; the gateway read what was signed: check secretAccessKey (HTTP 401, request id ",
    }),
  }),
  row({
    name: "a proxy that changes the host",
    options: () => ({
      // A page's own fetch, and Node's, send the host header themselves.
      fetch: (/** @type {string} */ url, /** @type {RequestInit} */ init) =>
        fetch(url.replace("//127.0.0.1:", "//localhost:"), init),
    }),
    expected: denied({ says: '; the gateway read "host:localhost:' }),
  }),
  row({
    name: "a key that the gateway does not know",
    options: { credentials: UNKNOWN_KEY },
    expected: denied({
      says: `ak ${UNKNOWN_KEY.accessKeyId} not exist`,
      seen: [UNKNOWN_KEY.accessKeyId],
    }),
  }),
  row({
    name: "a temporary key without its security token",
    options: { credentials: permanent },
    expected: denied({ says: `ak ${KEY.accessKeyId} not exist` }),
  }),
  row({
    name: "a security token of another key",
    options: { credentials: { ...KEY, securityToken: securityToken.split("").reverse().join("") } },
    expected: denied({ says: "decrypt token fail" }),
  }),
  row({
    name: "a key that the gateway has locked",
    always: refusal("AK access failed to reach the limit,forbidden."),
    expected: denied({ says: "AK access failed to reach the limit" }),
  }),
  ...[-16, 16, -1_000_000].map((minutes) =>
    row({
      name: `a clock that is ${minutes} minutes ahead`,
      now: ahead(minutes),
      expected: succeeds({}, { seen: twice, minutes: [minutes, 0], retried: 1 }),
    }),
  ),
  row({
    name: "a clock that is 14 minutes ahead, which the gateway lets pass",
    now: ahead(14),
    expected: succeeds({}, { minutes: [14], retried: 0 }),
  }),
  row({
    name: "a clock that stands at its beginning",
    now: () => 0,
    expected: succeeds({}, { seen: twice, retried: 1 }),
  }),
  row({
    name: "a signature that is told to have expired, by words about another one",
    always: expired("20261123T080000Z", "20261123T081600Z"),
    expected: denied({ says: "960 s behind" }),
  }),
  row({
    name: "a signature that is told to be 4 minutes off, which is no reason to sign anew",
    always: expired("20261123T080400Z", "20261123T080000Z"),
    expected: denied({ says: "240 s ahead" }),
  }),
  row({
    name: "a signature that is told to be 300 seconds off",
    always: expired("20261123T080000Z", "20261123T080500Z"),
    expected: denied({ says: "300 s behind" }),
  }),
  ...Object.entries({
    "without times": "calc aksk signature fail:signature expired",
    "with times that are none": "signature expired, signature time:now,server time:20261123T081600Z",
    "without the service's time": "signature expired, signature time:20261123T080000Z",
  }).map(([name, words]) =>
    row({ name: `a signature that has expired, told ${name}`, always: refusal(words), expected: denied({}) }),
  ),
];
