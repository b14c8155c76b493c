// The tools of one row of the fault matrix: mocked fetches, functions that give tokens or keys, an abort signal, streams.
// @ts-check
import { senderOf } from "./credentials.mjs";

/** @typedef {import("./operations.mjs").Operation} Operation */

/**
 * @typedef {object} Place the possible targets of a call, and its ids
 * @property {Record<"service" | "unexposed" | "closed" | "raw" | "noTls" | "refusing" | "nowhere", string>} endpoints
 * @property {number} stand which servers they are, of many alike
 * @property {string} elsewhere a server that must see no request
 * @property {string} projectId
 * @property {string} shareId
 * @property {string} taskId
 * @typedef {ReturnType<typeof createScene>} Scene
 */

/** A task as the service writes it, as short as possible. */
export const TASK = '{"task_id":"t","status":"DOING"}';

/**
 * @param {Place} place
 * @param {Operation} operation
 * @param {() => any} otherRealm makes the global object of another realm
 */
export function createScene(place, operation, otherRealm) {
  const controller = new AbortController();
  /** @type {(string | null)[]} */
  const sent = [];
  /** @type {(string | null)[]} */
  const asked = [];
  /** @type {{ error: any, consecutive: number, nextDelay: number }[]} */
  const told = [];
  /** @type {{ error: any, attempt: number, delay: number }[]} */
  const retried = [];
  const answer = operation.wrap(TASK);
  const scene = {
    place,
    operation,
    /** A good answer, as short as possible. */
    answer,
    otherRealm,
    sent,
    asked,
    told,
    retried,
    /** The value that a function of the caller's throws, and that a call has to reject with. */
    thrown: { why: "the caller's own" },
    signal: controller.signal,
    cancelled: 0,
    /** Whether anything else ran since the abort: a call settles before that. */
    turnAfterAbort: false,
    /** @param {unknown} [reason] */
    abort(reason = { why: "the caller lost interest" }) {
      controller.abort(reason);
      setTimeout(() => {
        scene.turnAfterAbort = true;
      });
    },
    /**
     * A custom fetch.
     * @param {(init: any, attempt: number) => unknown} give
     */
    mock: (give) => (/** @type {unknown} */ _url, /** @type {any} */ init) => {
      sent.push(senderOf(init.headers["X-Auth-Token"], init.headers.Authorization));
      if (operation.recovers && sent.length > 1) return new Response(answer);
      return give(init, sent.length);
    },
    /**
     * The platform's fetch; `action` follows when the headers have arrived and the core has had time to continue.
     * @param {() => void} action
     */
    thenSoon: (action) => async (/** @type {string} */ url, /** @type {any} */ init) => {
      const response = await fetch(url, init);
      setTimeout(action, 50);
      return response;
    },
    /**
     * A token or key function that returns one value after the other, and the last one forever. A value that is a function is
     * called.
     * @param {...unknown} values
     */
    giving:
      (...values) =>
      (/** @type {{ rejected: string | undefined } | undefined} */ context) => {
        asked.push(context?.rejected ?? null);
        const value = values[Math.min(asked.length, values.length) - 1];
        return typeof value === "function" ? value() : value;
      },
    /**
     * A response whose body has these chunks and then ends, fails or stays silent.
     * @param {readonly unknown[]} chunks
     * @param {{ silent?: boolean, fails?: { with: unknown } }} [end]
     * @param {ResponseInit} [init]
     */
    streaming(chunks, { silent = false, fails } = {}, init = {}) {
      let next = 0;
      const stream = new ReadableStream(
        {
          pull(source) {
            if (next < chunks.length) return source.enqueue(chunks[next++]);
            if (fails !== undefined) return source.error(fails.with);
            if (!silent) return source.close();
            return new Promise(() => {});
          },
          cancel() {
            scene.cancelled += 1;
          },
        },
        { highWaterMark: 0 },
      );
      // Not as the body of a Response, which refuses chunks that are not bytes before the core can see them.
      return { status: 200, type: "default", headers: new Headers(init.headers), body: stream };
    },
  };
  return scene;
}

/** A promise that never settles. */
export const never = () => new Promise(() => {});
