// Functions that replace fetch and behave as the platform's fetch never does with a service.
// @ts-check

const body = JSON.stringify({ task_id: "t", status: "DOING" });
const text = async () => body;
const thrown = () => {
  throw new Error("from a getter");
};

/** Every property of it throws. */
const untouchable = () =>
  new Proxy(() => {}, { get: thrown, has: thrown, getPrototypeOf: thrown, ownKeys: thrown });

const circular = () => {
  const error = new Error("round");
  return Object.assign(error, { cause: error });
};

/**
 * The behaviour of a fetch, by the name that a test passes.
 * @type {Record<string, (request: Request) => unknown>}
 */
const fetches = {
  "rejects with an error": () => Promise.reject(new TypeError("fetch failed")),
  "rejects with a string": () => Promise.reject("refused"),
  "rejects with null": () => Promise.reject(null),
  "rejects with undefined": () => Promise.reject(undefined),
  "rejects with what cannot be read": () =>
    Promise.reject({
      get message() {
        return thrown();
      },
    }),
  "rejects with what cannot be touched": () => Promise.reject(untouchable()),
  "rejects with a symbol": () => Promise.reject(Symbol("lost")),
  "rejects with its own cause": () => Promise.reject(circular()),
  "a thenable that throws": () => ({
    // biome-ignore lint/suspicious/noThenProperty: it is what is tested
    get then() {
      return thrown();
    },
  }),
  "a promise whose constructor throws": () =>
    Object.defineProperty(Promise.resolve(new Response(body)), "constructor", { get: thrown }),
  "rejects with the request": (request) =>
    Promise.reject({ message: `sent ${request.headers.get("X-Auth-Token")}`, request }),
  throws: () => {
    throw new Error("at once");
  },
  undefined: () => undefined,
  null: async () => null,
  number: () => 5,
  "no status": async () => ({ text }),
  "status that throws": async () => ({
    get status() {
      return thrown();
    },
    text,
  }),
  "read already": async () => {
    const response = new Response(body);
    await response.text();
    return response;
  },
  "network error": async () => Response.error(),
  "text that throws": async () => ({ status: 200, text: thrown }),
  "text that is a number": async () => ({ status: 200, text: async () => 5 }),
  "pieces of text": async () => piecewise([{ done: false, value: "text" }]),
  "pieces that are nothing": async () => piecewise([undefined]),
  "plain object": async () => ({ status: 200, text }),
  "not a promise": () => ({ status: 200, text }),
  "a thenable": () => ({
    // biome-ignore lint/suspicious/noThenProperty: it is what is tested
    then: (/** @type {(response: object) => void} */ resolve) => resolve({ status: 200, text }),
  }),
  "bytes of another kind": async () =>
    piecewise([{ done: false, value: new DataView(new TextEncoder().encode(body).buffer) }, { done: true }]),
  "a promise whose then throws": () =>
    // biome-ignore lint/suspicious/noThenProperty: it is what is tested
    Object.defineProperty(Promise.resolve(new Response(body)), "then", { get: thrown }),
  "a proxy of a response": async () => new Proxy(new Response(body), {}),
  "a hidden redirect": async () => ({ status: 0, type: "opaqueredirect", text: async () => "" }),
  "headers that throw": async () => ({ status: 503, text: async () => "", headers: { get: thrown } }),
  "says when to come again": async () => {
    const headers = new Map([["retry-after", "Fri, 01 Jan 2100 00:00:00 GMT"]]);
    return { status: 503, text: async () => "", headers };
  },
  "a body that breaks off with a string": async () => {
    const start = (/** @type {ReadableStreamDefaultController} */ controller) =>
      controller.error("the stream broke");
    return new Response(new ReadableStream({ start }));
  },
  "nothing, ever": () => new Promise(() => {}),
  "pieces for ever": async () => endless(() => Promise.resolve({ done: false, value: new Uint8Array(1) })),
  "empty pieces for ever": async () => endless(() => ({ done: false, value: new Uint8Array(0) })),
};

/** A response with its own reader. @param {() => unknown} read */
function endless(read) {
  return {
    status: 200,
    body: { getReader: () => ({ read, cancel: () => Promise.reject(new Error("no")) }) },
  };
}

/** @param {unknown[]} pieces */
function piecewise(pieces) {
  return endless(async () => pieces.shift());
}

/** @param {string} does */
export function fetchThat(does) {
  return fetches[does];
}

/** A function that returns this text as a body with status 200. @param {string} text */
export function answering(text) {
  return async () => new Response(text);
}
