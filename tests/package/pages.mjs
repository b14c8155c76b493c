// Serves a folder over HTTP on this machine, as a plain web server would: no rewriting, no bundling.
// @ts-check
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { listen } from "./listen.mjs";

/** @type {Record<string, string>} */
const CONTENT_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/**
 * @typedef {object} Pages
 * @property {string} origin without a slash at its end
 * @property {string[]} missing the requested paths that do not exist
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} folder
 * @param {Record<string, string>} [headers] sent with every answer, such as a `Content-Security-Policy`
 * @returns {Promise<Pages>}
 */
export async function servePages(folder, headers = {}) {
  /** @type {string[]} */
  const missing = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://pages.invalid").pathname);
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    const bytes = file.startsWith(folder + sep) ? await readFile(file).catch(() => undefined) : undefined;
    if (bytes === undefined) {
      missing.push(path);
      response.writeHead(404, { "content-type": "text/plain", ...headers }).end("not found");
      return;
    }
    const contentType = CONTENT_TYPES[extname(file)] ?? "application/octet-stream";
    // Never cached, so a page that is loaded again after a rebuild is the new one.
    response
      .writeHead(200, { "content-type": contentType, "cache-control": "no-store", ...headers })
      .end(bytes);
  });
  return {
    origin: `http://127.0.0.1:${await listen(server)}`,
    missing,
    async close() {
      server.close();
      // A browser keeps its connections open for minutes, and `close` alone would wait for them.
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
