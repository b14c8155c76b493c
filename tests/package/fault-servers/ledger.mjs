// Records the requests to an emulator, and how each of its answers ends: this shows whether a call leaves a request behind.
// @ts-check
import { senderOf } from "../faults/credentials.mjs";

/** @typedef {import("../faults/run.mjs").Seen} Seen */

/**
 * A handler for `serveEmulator` that notes every request, preflights aside, in `seen`.
 * @param {{ fetch: (request: Request) => Promise<Response> }} emulator
 * @param {Seen[]} seen
 */
export function keepLedger(emulator, seen) {
  return {
    /** @param {Request} request */
    async fetch(request) {
      if (request.method === "OPTIONS") return delivered(request, await emulator.fetch(request));
      /** @type {Seen} */
      const entry = {
        sender: senderOf(request.headers.get("x-auth-token"), request.headers.get("authorization")),
        minutes: minutesAhead(request.headers.get("x-sdk-date")),
        requestId: null,
        at: performance.now(),
        end: "open",
      };
      seen.push(entry);
      try {
        const response = await emulator.fetch(request);
        entry.requestId = response.headers.get("x-request-id");
        return delivered(request, response, (end) => {
          entry.end = end;
        });
      } catch (error) {
        entry.end = "broken";
        throw error;
      }
    },
  };
}

/** Kept from the start: rows replace it, and the service's clock has to be right. */
export const serviceClock = Date.now;

/** How many minutes a signature is ahead of the service's clock. @param {string | null} date */
function minutesAhead(date) {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/
    .exec(date ?? "")
    ?.slice(1)
    .map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, ...rest] = parts;
  // Plus 0, since -0 is another value.
  return Math.round((Date.UTC(year, month - 1, ...rest) - serviceClock()) / 60_000) + 0;
}

/**
 * The answer with its end recorded and, for a browser, on a connection that no other request uses. On a connection that was used
 * before, browsers retry by themselves when it breaks, and the requests could not be counted. Node's fetch does not retry; it
 * would take a broken connection that closes after the answer for the end of the body.
 * @param {Request} request
 * @param {Response} response
 * @param {(end: "complete" | "broken") => void} [onEnd]
 */
function delivered(request, response, onEnd = () => {}) {
  const { status } = response;
  const headers = new Headers(response.headers);
  if (request.headers.has("origin")) headers.set("connection", "close");
  if (response.body === null) {
    onEnd("complete");
    return new Response(null, { status, headers });
  }
  return new Response(watched(response.body, onEnd), { status, headers });
}

/**
 * @param {ReadableStream<Uint8Array>} body
 * @param {(end: "complete" | "broken") => void} onEnd
 * @returns {ReadableStream<Uint8Array>}
 */
function watched(body, onEnd) {
  const reader = body.getReader();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          onEnd("complete");
          controller.close();
        } catch (error) {
          onEnd("broken");
          throw error;
        }
      },
      async cancel(reason) {
        onEnd("broken");
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
