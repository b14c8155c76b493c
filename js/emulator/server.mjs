// An HTTP server around an emulator, for development and tests in Node; not part of the package.
// @ts-check
import { serve } from "srvx/node";

/** The gateway takes 128 KB of headers, and tokens use them; Node's own limit of 16 KB would refuse some. */
const HEADER_LIMIT = 128 * 1024;

/**
 * @typedef {object} EmulatorServer
 * @property {string} url the endpoint for clients, without a slash at its end
 * @property {number} port the port it listens on
 * @property {() => Promise<void>} close stops listening and breaks what is still open, also what hangs
 */

/**
 * Serves an emulator over HTTP. Where its `fetch` rejects or its body breaks, the client's connection is destroyed.
 *
 * @param {{ readonly fetch: (request: Request) => Promise<Response> }} emulator
 * @param {{ port?: number, hostname?: string }} [options] `port` 0, the default, takes a free one; `hostname` is
 *   `"127.0.0.1"` by default
 * @returns {Promise<EmulatorServer>} once it listens
 * @throws {Error} with Node's `code`, such as `EADDRINUSE`, when it cannot listen
 * @example
 * ```js
 * const server = await serveEmulator(createEmulator(), { port: 4010 });
 * await fetch(`${server.url}/v1/…`);
 * await server.close();
 * ```
 */
export async function serveEmulator(emulator, { port = 0, hostname = "127.0.0.1" } = {}) {
  const server = serve({
    port,
    hostname,
    // Without these srvx prints its address, and what clients break off, and takes over the signals of the process.
    silent: true,
    gracefulShutdown: false,
    // Listening by hand: its failure then rejects here instead of being printed.
    manual: true,
    node: { maxHeaderSize: HEADER_LIMIT },
    async fetch(request) {
      const { res } = connectionOf(request);
      try {
        const response = await emulator.fetch(request);
        // Node keeps headers back until a body begins, which a body that hangs never does.
        process.nextTick(() => {
          if (res.headersSent) res.flushHeaders();
        });
        return response;
      } catch (error) {
        // A client that left, or a broken connection by order; anything else is a fault of the emulator that must show.
        if (!request.signal.aborted && !isBrokenConnection(error)) console.error(error);
        res.destroy();
        return new Response(null);
      }
    },
  });
  await server.serve();
  const url = new URL(/** @type {string} */ (server.url));
  return { url: url.origin, port: Number(url.port), close: () => server.close(true) };
}

/**
 * The Node side of a request, which srvx sets on every request it makes from one.
 * @param {import("srvx").ServerRequest} request
 */
function connectionOf(request) {
  return /** @type {{ res: import("node:http").ServerResponse }} */ (
    /** @type {unknown} */ (request.runtime?.node)
  );
}

/** @param {unknown} error */
function isBrokenConnection(error) {
  return error instanceof TypeError && /** @type {{ code?: unknown }} */ (error.cause)?.code === "ECONNRESET";
}
