// A fetch that answers as a test defines, request by request, and records the requests, their times, and how many overlap.
// @ts-check

/**
 * @typedef {object} Asked
 * @property {number} at when, by the clock of the test
 * @property {string} method
 * @property {string} path
 * @property {string} query without its question mark
 * @property {URLSearchParams} parameters
 * @property {Record<string, string>} headers
 * @property {unknown} body
 * @property {AbortSignal} signal
 */

/**
 * @typedef {object} Answer
 * @property {number} [status] 200 by default
 * @property {Record<string, string>} [headers]
 * @property {unknown} [body] a text as it is, anything else as JSON
 */

/** Stands for a request that is never answered. */
export const SILENCE = Symbol("silence");

/**
 * @param {(asked: Asked, index: number) => Answer | typeof SILENCE | Promise<Answer | typeof SILENCE>} answer may throw
 * @param {() => number} [now]
 */
export function scriptService(answer, now = () => 0) {
  /** @type {Asked[]} */
  const requests = [];
  const counts = { open: 0, mostAtOnce: 0 };
  /**
   * @param {string} url
   * @param {any} init
   */
  async function fetch(url, { method, headers, body, signal }) {
    const { pathname: path, searchParams: parameters, search } = new URL(url);
    const asked = { at: now(), method, path, query: search.slice(1), parameters, headers, body, signal };
    requests.push(asked);
    counts.open += 1;
    counts.mostAtOnce = Math.max(counts.mostAtOnce, counts.open);
    try {
      const given = await answer(asked, requests.length - 1);
      if (given === SILENCE) return await aborted(signal);
      const { status = 200, headers: own, body: content = "" } = given;
      const text = typeof content === "string" ? content : JSON.stringify(content);
      return new Response(text, { status, headers: { "x-request-id": `r${requests.length}`, ...own } });
    } finally {
      counts.open -= 1;
    }
  }
  return {
    requests,
    counts,
    /** The times between two requests. */
    pauses: () => requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0)),
    /** The endpoint and the caller: the options that a client needs. */
    options: { endpoint: "https://sfs.example", projectId: "p", token: "MIIEtoken-of-the-test", fetch },
  };
}

/** @param {AbortSignal} signal @returns {Promise<never>} */
function aborted(signal) {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

/** The error that fetch rejects with in Node. @param {string} code */
export function brokenConnection(code) {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(`connect ${code}`), { code }) });
}

/** A task as the service writes it. @param {Record<string, unknown>} [fields] */
export function row(fields) {
  return { task_id: "t", type: "export", status: "DOING", message: "", end_time: "", ...fields };
}

/** The service's refusal for a task that does not exist. */
export const MISSING = { status: 400, body: { errCode: "SFS.TURBO.0106", errMsg: "Invalid task id." } };

/** The gateway's refusal of too many requests. @param {Record<string, string>} [headers] */
export function throttled(headers = {}) {
  return { status: 429, headers, body: { error_code: "APIGW.0308", error_msg: "over ratelimit" } };
}

/** A service that is unavailable for a moment. */
export const UNAVAILABLE = { status: 503 };

/**
 * The error that a promise rejects with.
 * @param {Promise<unknown>} promise
 * @returns {Promise<any>}
 */
export function rejection(promise) {
  return promise.then(
    (value) => {
      throw new Error(`it did not reject, but gave ${JSON.stringify(value)}`);
    },
    (error) => error,
  );
}
