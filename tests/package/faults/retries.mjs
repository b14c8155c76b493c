// What is retried, how often, and when: never after the deadline. The random number is fixed, so the pauses are known.
// @ts-check
import { GOOD } from "./credentials.mjs";
import { noNetwork, noTask, refused, succeeds, USUAL_STATUS } from "./expected.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

const down = { status: 503 };
const busy = { status: 429, body: JSON.stringify({ error_code: "APIGW.0308", error_msg: "limit:200" }) };
const twice = [GOOD, GOOD];
const thrice = [GOOD, GOOD, GOOD];
/** @param {Partial<import("./expected.mjs").Expected>} [more] */
const isBusy = (more) =>
  refused("throttled", 429, "APIGW.0308", { attempts: 1, errMsg: "limit:200", ...more });
const isDown = refused("unavailable", 503, "HTTP.503", { attempts: 1 });

/** A date in so many seconds. @param {number} seconds */
const date = (seconds) => new Date(Date.now() + seconds * 1_000).toUTCString();

/** @param {object} fault @param {string} value */
const after = (fault, value) => ({ ...fault, headers: { "retry-after": value } });

/** @type {Fault[]} */
export const retries = [
  { name: "503 once", first: [down], expected: succeeds({}, { seen: twice }), firstFailure: isDown },
  {
    name: "503 twice",
    first: [down, down],
    expected: succeeds({}, { seen: thrice }),
    firstFailure: isDown,
    recovers: false,
  },
  { name: "429 once", first: [busy], expected: succeeds({}, { seen: twice }), firstFailure: isBusy() },
  { name: "429 twice", first: [busy, busy], expected: succeeds({}, { seen: thrice }) },
  {
    name: "429, then 503",
    first: [busy, down],
    expected: succeeds({}, { seen: thrice }),
    firstFailure: refused("unavailable", 503, "HTTP.503", { attempts: 2 }),
    recovers: false,
  },
  {
    name: "a broken connection, then 429",
    first: [{ reject: "network" }, busy],
    expected: succeeds({}, { seen: thrice }),
    firstFailure: noNetwork({ attempts: 1 }),
    recovers: false,
  },
  { name: "503 for ever", always: down, expected: refused("unavailable", 503, "HTTP.503") },
  {
    name: "429 for ever",
    always: busy,
    expected: refused("throttled", 429, "APIGW.0308", { errMsg: "limit:200" }),
  },
  {
    name: "503 with maxRetries 0",
    first: [down],
    options: { maxRetries: 0 },
    expected: refused("unavailable", 503, "HTTP.503", { attempts: 1 }),
  },
  {
    name: "a broken connection with maxRetries 0",
    first: [{ status: 500 }],
    options: { maxRetries: 0 },
    expected: refused("unavailable", 500, "HTTP.500", { attempts: 1 }),
  },
  {
    name: "503 with maxRetries 10",
    always: down,
    options: { maxRetries: 10 },
    expected: refused("unavailable", 503, "HTTP.503", { attempts: 11 }),
  },
  {
    name: "another failure each time, of which the last is told",
    first: [down, busy, { status: 502 }],
    expected: refused("unavailable", 502, "HTTP.502"),
    firstFailure: isDown,
    recovers: false,
  },
  {
    name: "503, then an answer that is final",
    first: [down, { status: 404 }],
    expected: refused("rejected", 404, "HTTP.404", { attempts: 2 }),
    firstFailure: isDown,
    recovers: false,
  },
  {
    name: "503, then an answer that is no task",
    first: [down, { body: "{" }],
    expected: noTask(USUAL_STATUS, { attempts: 2 }),
    firstFailure: isDown,
    recovers: false,
  },
  {
    name: "Retry-After in seconds",
    first: () => [after(busy, "1")],
    expected: succeeds({}, { seen: twice, pause: 1_000 }),
    firstFailure: isBusy({ nextDelay: 1_000 }),
  },
  {
    name: "Retry-After as a date",
    first: () => [after(busy, date(2))],
    // Such a date has no fractions of a second.
    expected: succeeds({}, { seen: twice, pause: 900 }),
  },
  {
    name: "Retry-After as a date that has passed",
    first: () => [after(busy, date(-3_600))],
    expected: succeeds({}, { seen: twice }),
  },
  {
    name: "Retry-After that says nothing",
    first: [after(busy, "soon"), after(busy, "-1")],
    expected: succeeds({}, { seen: thrice }),
  },
  {
    name: "Retry-After beyond the deadline, in seconds",
    always: after(busy, "3600"),
    // A wait takes its last look a tenth of its time, at most a second, before its end, whatever pause the service demands. Waits
    // that look again run at the same time, so an answer takes longer.
    options: ({ operation }) => ({ waitTimeout: operation.recovers ? 11_000 : 3_000 }),
    expected: isBusy({ nextDelay: null }),
  },
  {
    name: "Retry-After beyond the deadline, as a date",
    always: () => after(down, date(3_600)),
    expected: isDown,
    recovers: false,
  },
  {
    name: "Retry-After beyond all numbers",
    first: [after(busy, "99999999999999999999")],
    expected: succeeds({}, { seen: twice }),
  },
  {
    name: "a back-off beyond the deadline",
    always: busy,
    // Half of 4 seconds would be within it, nearly all of 2 seconds is not.
    options: { timeout: 1_900 },
    random: 0.999,
    expected: isBusy({ nextDelay: 599 }),
  },
  {
    name: "a back-off that chance makes long",
    first: [down],
    random: 0.999,
    expected: succeeds({}, { seen: twice, pause: 249 }),
    firstFailure: isDown,
  },
];
