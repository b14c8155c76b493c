// The program of server.mjs: connections are kept open, and the answers are ready before the first request.
// @ts-check
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join } from "node:path";
import { answerTo } from "./answers.mjs";

const folder = process.argv[2];

/** @type {Record<string, string>} */
const contentTypes = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8" };

const server = createServer((request, response) => {
  request.resume();
  const answer = answerTo(request);
  if (answer === undefined) {
    void servePage(request, response);
    return;
  }
  const { contentType, body } = answer;
  const headers = { "content-type": contentType, "content-length": Buffer.byteLength(body) };
  response.writeHead(200, { ...headers, "x-request-id": "b1946ac92492d2347c6235b4d2611184" }).end(body);
});
// Longer than any pause between two blocks: a connection that is closed while a client uses it again would fail a call.
server.keepAliveTimeout = 600_000;

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function servePage(request, response) {
  const name = basename(new URL(request.url ?? "/", "http://pages.invalid").pathname);
  const bytes = folder && name ? await readFile(join(folder, name)).catch(() => undefined) : undefined;
  if (bytes === undefined) {
    response.writeHead(404).end();
    return;
  }
  // Never cached: each load is a first visit.
  response.writeHead(200, {
    "content-type": contentTypes[extname(name)] ?? "application/octet-stream",
    "cache-control": "no-store",
  });
  response.end(bytes);
}

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
process.once("disconnect", () => process.exit());
