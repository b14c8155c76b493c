// Arbitrary answers: a fetch that gives any status, headers and bytes, or no response at all, otherwise each time.
// @ts-check
import { anything } from "./values.mjs";

/** @typedef {import("./random.mjs").Random} Random */

const TASK = {
  task_id: "7bd2a9b6",
  type: "import_metadata",
  status: "DOING",
  src_target: "sfs-link-directory",
  start_time: "2023-09-02T15:04:05",
  end_time: "",
  message: "",
};
const KEYS = [
  ...Object.keys(TASK),
  ...[
    "errCode",
    "errMsg",
    "error_code",
    "error_msg",
    "errorCode",
    "errorMsg",
    "code",
    "message",
    "error",
    "details",
  ],
  ...[
    ...["tasks", "count", "changed", "raw"],
    "request_id",
    "encoded_authorization_message",
    "__proto__",
    "constructor",
    "then",
    "toJSON",
    "length",
    "0",
    "",
  ],
];
const TEXTS = [
  "SFS.TURBO.0106",
  "APIGW.0308",
  "DOING",
  "SUCCESS",
  "FAIL",
  "",
  "<Error><Code>",
  "<title>",
  "\ud800",
  "\u0000",
  "[token]",
];
const encoder = new TextEncoder();
const never = () => new Promise(() => {});

/**
 * @param {Random} random
 * @param {(task: object) => object} wrap an answer that has a task in it
 */
export function arbitraryFetch(random, wrap) {
  /** What signs the request in, which answers like to repeat. */
  let secret = "";

  /** @param {number} depth @returns {unknown} */
  function json(depth) {
    const { pick, below, chance, text } = random;
    const shape = depth === 0 ? below(5) : below(7);
    if (shape === 0) return pick([null, true, false]);
    if (shape === 1) return pick([0, -1, 5.5, 401, 1e21, Number.MAX_SAFE_INTEGER]);
    if (shape === 2) return text(30);
    if (shape === 3) return chance(0.2) ? `${text(5)}${secret}${text(5)}` : pick(TEXTS);
    if (shape === 4)
      return pick(["2023-09-02T15:04:05", "2023-09-02 15:04:05.5+08:00", "T", "9999-99-99T99:99:99"]);
    if (shape === 5) return Array.from({ length: below(4) }, () => json(depth - 1));
    return Object.fromEntries(Array.from({ length: below(8) }, () => [pick(KEYS), json(depth - 1)]));
  }

  /** A task, an error or anything else as JSON, often with some bytes changed. */
  function body() {
    const { chance, below, bytes } = random;
    if (chance(0.2)) return bytes(200);
    const value = chance(0.5) ? wrap({ ...TASK, .../** @type {object} */ (Object(json(2))) }) : json(3);
    const encoded = encoder.encode(chance(0.1) ? `<html>${JSON.stringify(value)}` : JSON.stringify(value));
    for (let changes = chance(0.4) ? below(4) : 0; changes > 0 && encoded.length > 0; changes -= 1) {
      encoded[below(encoded.length)] = below(256);
    }
    return chance(0.2) ? encoded.slice(0, below(encoded.length + 1)) : encoded;
  }

  /** @returns {Record<string, string>} */
  function headers() {
    const { chance, pick, below } = random;
    const visible = Array.from({ length: below(20) }, () => String.fromCharCode(33 + below(94))).join("");
    return {
      ...(chance(0.4) && { "x-request-id": chance(0.2) ? secret : visible }),
      ...(chance(0.3) && {
        "retry-after": pick([
          "0",
          "1",
          "soon",
          "-1",
          "99999999999",
          "Wed, 21 Oct 2015 07:28:00 GMT",
          visible,
        ]),
      }),
      ...(chance(0.3) && { "content-type": pick(["text/html", "application/json", "x", visible || "x"]) }),
    };
  }

  /** What a mock may have for headers: a map of anything. */
  function arbitraryHeaders() {
    return new Map(["x-request-id", "retry-after"].map((name) => [name, anything(random)]));
  }

  /** A stream of bytes in pieces, which may break, fall silent, or give what is no piece. */
  function stream() {
    const { chance, below } = random;
    const bytes = body();
    const piece = 1 + below(50);
    let sent = 0;
    return new ReadableStream({
      async pull(controller) {
        if (chance(0.03)) return controller.error(anything(random));
        if (chance(0.02)) return void (await never());
        if (chance(0.03)) return controller.enqueue(anything(random));
        if (sent >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(sent, sent + piece));
        sent += piece;
      },
      cancel() {
        if (chance(0.2)) throw anything(random);
      },
    });
  }

  function response() {
    const { chance, below, pick, text } = random;
    const status = pick([200, 200, 202, 400, 401, 403, 404, 429, 500, 503, 200 + below(400)]);
    const bodiless = [204, 205, 304].includes(status);
    if (chance(0.5))
      return new Response(bodiless ? null : chance(0.5) ? body() : stream(), { status, headers: headers() });
    const mock = {
      status: chance(0.8) ? status : anything(random),
      type: chance(0.8) ? "basic" : anything(random),
      headers: pick([
        new Headers(headers()),
        new Map(Object.entries(headers())),
        arbitraryHeaders(),
        headers(),
      ]),
      body: chance(0.5) ? null : stream(),
      text: async () =>
        chance(0.8) ? new TextDecoder().decode(body()) : chance(0.5) ? anything(random) : text(50),
    };
    for (const name of Object.keys(mock)) {
      if (chance(0.05)) Object.assign(mock, { [name]: anything(random) });
      if (chance(0.03)) Object.defineProperty(mock, name, { get: () => raise(anything(random)) });
    }
    return mock;
  }

  return (/** @type {string} */ _url, /** @type {any} */ init) => {
    const { below, pick } = random;
    const names = ["X-Auth-Token", "X-Security-Token", "Authorization", "Cookie"];
    const secrets = names.map((name) => init.headers[name]).filter((value) => typeof value === "string");
    secret = secrets.length > 0 ? pick(secrets) : "";
    const way = below(20);
    if (way === 0) return raise(anything(random));
    if (way === 1) return Promise.reject(anything(random));
    if (way === 2) return anything(random);
    if (way === 3) return Promise.resolve(anything(random));
    if (way === 4) return never();
    if (way === 5) return response();
    return Promise.resolve(response());
  };
}

/** @param {unknown} value @returns {never} */
function raise(value) {
  throw value;
}
