// Serves the built console with Vite's own server, which is also its proxy.
// @ts-check
import { preview } from "vite";
import { Failure } from "../run.mjs";

const HOST = "127.0.0.1";

/**
 * @typedef {object} ConsoleServer
 * @property {string} address of the page; with an endpoint it opens the settings, with the proxy's path filled in
 * @property {() => Promise<void>} close
 */

/**
 * @param {object} given
 * @param {string} given.folder examples/console, built
 * @param {number} [given.port] default: the first free one from 4173 on
 * @param {string} [given.endpoint] the target of the page's path /sfs-turbo
 * @param {boolean} [given.open] whether the page is opened in the browser
 * @returns {Promise<ConsoleServer>} once it listens
 * @throws {Failure} if the port is in use
 */
export async function serveConsole({ folder, port, endpoint, open = false }) {
  // The variable that the example's vite.config.ts reads.
  if (endpoint) process.env.SFS_TURBO_ENDPOINT = endpoint;
  const hash = endpoint ? "#endpoint=/sfs-turbo" : "";
  const server = await preview({
    root: folder,
    logLevel: "warn",
    preview: { host: HOST, port, strictPort: port !== undefined, open: open && `/${hash}` },
  }).catch((/** @type {Error} */ error) => {
    throw new Failure(`The console is not served: ${error.message}.`);
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Failure("The console listens on no port.");
  return { address: `http://${HOST}:${address.port}/${hash}`, close: () => server.close() };
}
