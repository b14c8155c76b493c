// Faults below HTTP: no connection, a broken one, bytes that are not HTTP, and what CORS hides.
// @ts-check
import { GOOD } from "./credentials.mjs";
import { noNetwork, noTask, refused, succeeds } from "./expected.mjs";
import { TASK } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./operations.mjs").Operation} Operation */

/**
 * The bytes of an answer that a page of another origin may read.
 * @param {string} statusLine
 * @param {string[]} headers
 * @param {string} body
 */
export function rawAnswer(statusLine, headers, body) {
  const cors = ["Access-Control-Allow-Origin: *", "Access-Control-Expose-Headers: X-request-id"];
  return [statusLine, ...cors, "X-request-id: raw-1", "Connection: close", ...headers, "", body].join("\r\n");
}

/** @param {string} name @param {Fault["raw"]} raw @param {Partial<Fault>} rest @returns {any} */
const row = (name, raw, rest) => ({ name, server: "raw", raw, expected: noNetwork(), ...rest });

const OF_RAW = { requestId: "raw-1" };

/** The fetch of Node 20 takes an end without the last chunk for the end of the body; those of Node 22 and 24 do not. */
const takesEnd = globalThis.process?.version.startsWith("v20.") ?? false;

/**
 * A good answer in the test's own bytes.
 * @param {string} statusLine
 * @param {string[]} [headers]
 * @param {string} [before]
 * @returns {(operation: Operation) => string}
 */
const answered =
  (statusLine, headers = [], before = "") =>
  ({ wrap }) => {
    const body = wrap(TASK);
    return before + rawAnswer(statusLine, [...headers, `Content-Length: ${body.length}`], body);
  };
const gatewayNotFound = {
  status: 404,
  body: JSON.stringify({ error_code: "APIGW.0101", error_msg: "no", request_id: "of-the-body" }),
};

/** Node tells that nothing was sent. @type {Omit<Fault, "name">} */
const unreachable = {
  expected: noNetwork({ seen: [], arrived: false }),
  chromium: noNetwork({ seen: [] }),
  recovers: false,
};

const broken = noNetwork({ attempts: 1 });

/** @type {Fault[]} */
export const network = [
  { name: "nobody listens", server: "refusing", ...unreachable },
  { name: "a name that cannot be resolved", server: "nowhere", ...unreachable },
  {
    name: "a server that speaks no TLS",
    server: "noTls",
    expected: noNetwork({ seen: [] }),
    recovers: false,
  },
  {
    name: "a connection that breaks before the answer",
    always: { reject: "network" },
    expected: noNetwork(),
  },
  { name: "a connection that breaks inside the body", always: { cutOff: 40 }, expected: noNetwork() },
  {
    name: "a connection that breaks after many pieces of the body",
    always: { chunkSize: 8, chunkDelay: 2, cutOff: 80 },
    expected: noNetwork(),
  },
  {
    name: "a connection that breaks inside the body of an error",
    always: { status: 500, body: "x".repeat(100), cutOff: 40 },
    expected: noNetwork(),
  },
  {
    name: "a connection that breaks once",
    first: [{ reject: "network" }],
    expected: succeeds({}, { seen: [GOOD, GOOD] }),
    firstFailure: broken,
  },
  {
    name: "a body that breaks once",
    first: [{ cutOff: 10 }],
    expected: succeeds({}, { seen: [GOOD, GOOD] }),
    firstFailure: broken,
  },
  {
    name: "a body that says it is compressed and is not",
    always: ({ wrap }) => ({ body: wrap(TASK), headers: { "content-encoding": "gzip" } }),
    expected: noNetwork(),
  },
  row("a connection that closes without a byte", "", {}),
  row("bytes that are no HTTP", "SSH-2.0-OpenSSH_9.6\r\n\r\n", {}),
  row("headers that break off", "HTTP/1.1 200 OK\r\nContent-Le", {}),
  row("a body shorter than its length", rawAnswer("HTTP/1.1 200 OK", ["Content-Length: 1000"], TASK), {}),
  row(
    "chunks whose lengths are no numbers",
    rawAnswer("HTTP/1.1 200 OK", ["Transfer-Encoding: chunked"], `zz\r\n${TASK}\r\n0\r\n\r\n`),
    {},
  ),
  row(
    "chunks that break off on a connection that was to be closed",
    rawAnswer("HTTP/1.1 200 OK", ["Transfer-Encoding: chunked"], '8\r\n{"task_i\r\n'),
    { expected: takesEnd ? noTask(200, OF_RAW) : noNetwork(), chromium: noNetwork() },
  ),
  row("headers of 300 kilobytes", answered("HTTP/1.1 200 OK", [`X-Padding: ${"x".repeat(300_000)}`]), {}),
  row(
    "an old answer that ends with its connection",
    ({ wrap }) => rawAnswer("HTTP/1.0 200 OK", [], wrap(TASK)),
    { expected: succeeds(OF_RAW) },
  ),
  row(
    "early hints before the answer",
    answered("HTTP/1.1 200 OK", [], "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"),
    { expected: succeeds(OF_RAW) },
  ),
  row("a status of 600", answered("HTTP/1.1 600 Odd"), { expected: noTask(600, OF_RAW) }),
  row("a status of 999", answered("HTTP/1.1 999 Denied"), { expected: noTask(999, OF_RAW) }),
  row("a header beyond ASCII", answered("HTTP/1.1 200 OK", ["X-Name: caf\u00e9"]), {
    expected: succeeds(OF_RAW),
  }),
  row("a reason phrase that is missing", rawAnswer("HTTP/1.1 404", ["Content-Length: 0"], ""), {
    expected: refused("rejected", 404, "HTTP.404", OF_RAW),
  }),
  {
    name: "a service that hides its headers from other origins",
    server: "unexposed",
    always: gatewayNotFound,
    expected: refused("rejected", 404, "APIGW.0101"),
    chromium: refused("rejected", 404, "APIGW.0101", { requestId: "of-the-body" }),
  },
  {
    name: "a service that hides its headers, and whose answer says no id",
    server: "unexposed",
    always: { status: 403 },
    expected: refused("forbidden", 403, "HTTP.403"),
    chromium: refused("forbidden", 403, "HTTP.403", { requestId: null }),
  },
  {
    name: "a task from a service that hides its headers",
    server: "unexposed",
    expected: succeeds(),
    chromium: succeeds({ requestId: null }),
  },
  {
    name: "a service that lets no other origin in",
    server: "closed",
    always: gatewayNotFound,
    expected: refused("rejected", 404, "APIGW.0101"),
    chromium: noNetwork({ seen: [] }),
  },
];
