// A company's proxy as a server on this machine that answers CONNECT, and a service behind TLS as its target.
// @ts-check
import { createServer } from "node:http";
import { connect } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { listen } from "./listen.mjs";
import { startService } from "./service.mjs";

/**
 * What the proxy does with a request for a connection: it makes it, refuses it with a status, or makes one to the port that
 * reads TLS instead.
 * @typedef {"pass" | number | { readsTlsAt: number }} Conduct
 */

/** @typedef {{ target: string, headers: import("node:http").IncomingHttpHeaders }} Connect */

/**
 * @param {import("node:test").TestContext} t the test; the proxy is closed at its end
 * @param {Conduct} conduct
 * @param {{ credentials?: string }} [options] `user:password`, without which it answers 407
 */
export async function startCompanyProxy(t, conduct, { credentials } = {}) {
  /** @type {Connect[]} */
  const connects = [];
  const server = createServer((_request, response) => {
    response.writeHead(405).end();
  });
  server.on("connect", (request, socket, head) => {
    connects.push({ target: request.url ?? "", headers: request.headers });
    const needed = credentials && `Basic ${Buffer.from(credentials).toString("base64")}`;
    const status = needed && request.headers["proxy-authorization"] !== needed ? 407 : conduct;
    if (typeof status === "number") {
      const wants = status === 407 ? "Proxy-Authenticate: Basic realm=company\r\n" : "";
      socket.end(`HTTP/1.1 ${status} No\r\n${wants}Content-Length: 0\r\n\r\n`);
      return;
    }
    const port = status === "pass" ? Number(request.url?.split(":")[1]) : status.readsTlsAt;
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    const onward = connect(port, "127.0.0.1");
    onward.write(head);
    join(/** @type {import("node:net").Socket} */ (socket), onward);
  });
  const port = await serve(t, server);
  t.after(() => server.closeAllConnections());
  return { url: `http://127.0.0.1:${port}`, port, connects };
}

/**
 * A service behind TLS for one test.
 * @param {import("node:test").TestContext} t
 * @param {import("./certificates.mjs").Identity} identity
 */
export async function startTlsService(t, identity) {
  const service = await startService();
  t.after(service.close);
  const plainPort = Number(new URL(service.place.endpoint).port);
  const port = await readTls(t, identity, plainPort);
  return { ...service, plainPort, port, endpoint: `https://127.0.0.1:${port}` };
}

/**
 * Ends TLS, and forwards the plain bytes.
 * @param {import("node:test").TestContext} t
 * @param {import("./certificates.mjs").Identity} identity
 * @param {number} plainPort
 * @returns {Promise<number>} the port
 */
export function readTls(t, identity, plainPort) {
  const server = createTlsServer(identity, (socket) => join(socket, connect(plainPort, "127.0.0.1")));
  // A client that does not trust the certificate.
  server.on("tlsClientError", () => {});
  return serve(t, server);
}

/**
 * @param {import("node:net").Socket} one
 * @param {import("node:net").Socket} other
 */
function join(one, other) {
  one.pipe(other).pipe(one);
  one.on("error", () => other.destroy()).on("close", () => other.destroy());
  other.on("error", () => one.destroy());
}

/**
 * @param {import("node:test").TestContext} t
 * @param {import("node:net").Server} server
 */
async function serve(t, server) {
  const port = await listen(server);
  t.after(() => server.close());
  return port;
}
