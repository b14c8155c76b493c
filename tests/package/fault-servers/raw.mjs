// A server that sends the given bytes, HTTP or not, and then closes the connection.
// @ts-check
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { senderOf } from "../faults/credentials.mjs";
import { listen } from "../listen.mjs";

/** @typedef {import("../faults/run.mjs").Seen} Seen */

/** Each by its name: a star does not include `Authorization`. */
export const SENT_HEADERS =
  "X-Auth-Token, Content-Type, Authorization, X-Sdk-Date, X-Security-Token, X-Project-Id";

const PREFLIGHT = [
  "HTTP/1.1 204 No Content",
  "Access-Control-Allow-Origin: *",
  `Access-Control-Allow-Headers: ${SENT_HEADERS}`,
  "Access-Control-Allow-Methods: GET, POST, DELETE",
  "Connection: close",
  "\r\n",
].join("\r\n");

/** The first byte of a TLS handshake. */
const HANDSHAKE = "\u0016";

/** @param {Seen[]} seen */
export async function startRawServer(seen) {
  let bytes = "";
  let laterBytes = "";
  const server = createServer((socket) => {
    let head = "";
    // A client that gives up breaks its connection. That is not an error of the server.
    socket.on("error", () => {});
    socket.setEncoding("latin1").on("data", (text) => {
      head += text;
      if (head.startsWith(HANDSHAKE)) socket.destroy();
      if (!isWhole(head) || socket.writableEnded) return;
      if (head.startsWith("OPTIONS ")) {
        socket.end(PREFLIGHT);
        return;
      }
      const sender = senderOf(headerOf(head, "x-auth-token"), headerOf(head, "authorization"));
      seen.push({ sender, minutes: null, requestId: null, at: performance.now(), end: "complete" });
      socket.end(Buffer.from(bytes, "latin1"));
      bytes = laterBytes;
    });
  });
  const port = await listen(server);
  return {
    port,
    /**
     * @param {string} first to the next request
     * @param {string} later to those after it
     */
    say(first, later) {
      bytes = first;
      laterBytes = later;
    },
    async close() {
      server.close();
      await once(server, "close");
    },
  };
}

/** @param {string} head @param {string} name */
function headerOf(head, name) {
  return new RegExp(`^${name}: *(.+?)\r?$`, "im").exec(head)?.[1];
}

/** Whether a request is complete, with its body. @param {string} request */
function isWhole(request) {
  const end = request.indexOf("\r\n\r\n");
  const length = Number(/^content-length: *(\d+)/im.exec(request)?.[1] ?? 0);
  return end >= 0 && request.length >= end + 4 + length;
}

/**
 * A port on which no server listens: it is this side's end of a connection, so no server can get it meanwhile, as could happen
 * with a free port.
 */
export async function startRefusing() {
  const server = createServer();
  const connection = connect(await listen(server), "127.0.0.1");
  await once(connection, "connect");
  const { localPort: port } = connection;
  return {
    port,
    async close() {
      connection.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
