// A real HTTP server on this machine that records its requests, for the services that credential sources use.
// @ts-check
import { createServer } from "node:http";
import { listen } from "../listen.mjs";

/**
 * @typedef {object} Seen
 * @property {string} method
 * @property {string} path with its query
 * @property {Record<string, string | string[] | undefined>} headers
 * @property {string} body
 */

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {string} [body]
 */

/**
 * @param {import("node:test").TestContext} t the server ends with it
 * @param {(seen: Seen) => Answer | Promise<Answer>} answer
 */
export async function startServer(t, answer) {
  /** @type {Seen[]} */
  const seen = [];
  const server = createServer({ maxHeaderSize: 256 * 1024 }, async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "", headers } = request;
    const one = { method, path: url, headers: { ...headers }, body: Buffer.concat(chunks).toString("utf8") };
    seen.push(one);
    const { status, headers: more = {}, body = "" } = await answer(one);
    response.writeHead(status, more).end(body);
  });
  const host = `127.0.0.1:${await listen(server)}`;
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { origin: `http://${host}`, host, seen };
}

/** The answer as JSON. @param {number} status @param {unknown} value @param {Record<string, string>} [headers] */
export function json(status, value, headers = {}) {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

/** An answer that each service gives for a key. @param {string} name @param {number} end */
export function keyBody(name, end) {
  return {
    credential: {
      access: `AK${name}`,
      secret: `secret-of-${name}`,
      securitytoken: `security-token-of-${name}`,
      // Microseconds, as the services write them.
      expires_at: new Date(end).toISOString().replace("Z", "000Z"),
    },
  };
}

/** The same key as a source gives it. @param {string} name @param {number} end */
export function givenKey(name, end) {
  return {
    accessKeyId: `AK${name}`,
    secretAccessKey: `secret-of-${name}`,
    securityToken: `security-token-of-${name}`,
    expiration: new Date(end),
  };
}
