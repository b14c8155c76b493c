// An HTTP server around an emulator, for development and tests in Node; not part of the package.
// @ts-check
import { serve } from "srvx/node";

/** The gateway accepts 128 KB of headers, and tokens need them. Node's own limit of 16 KB would refuse some requests. */
const HEADER_LIMIT = 128 * 1024;

/**
 * @typedef {object} EmulatorServer
 * @property {string} url the endpoint for clients, without a slash at its end
 * @property {number} port the port it listens on
 * @property {() => Promise<void>} close stops the server and destroys open connections, also those that hang
 */

/**
 * Serves an emulator over HTTP. If its `fetch` rejects or a body breaks, the client's connection is destroyed.
 *
 * @param {{ readonly fetch: (request: Request) => Promise<Response> }} emulator
 * @param {{ port?: number, hostname?: string }} [options] `port`: 0, the default, means a free port; `hostname`: default
 *   `"127.0.0.1"`
 * @returns {Promise<EmulatorServer>} once it listens
 * @throws {Error} with Node's `code`, such as `EADDRINUSE`, if it cannot listen
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
    // Otherwise srvx prints its address and aborted requests, and handles the signals of the process.
    silent: true,
    gracefulShutdown: false,
    // With a manual start, a failure rejects here instead of being printed.
    manual: true,
    node: { maxHeaderSize: HEADER_LIMIT },
    async fetch(request) {
      const { res } = connectionOf(request);
      try {
        const response = await emulator.fetch(request);
        // Node holds the headers back until the body starts. A body that hangs never starts.
        process.nextTick(() => {
          if (res.headersSent) res.flushHeaders();
        });
        return response;
      } catch (error) {
        // The client has gone, or the test wanted a broken connection. Anything else is a bug of the emulator, so it is printed.
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
 * The Node objects of a request, which srvx attaches to each request that it creates.
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
