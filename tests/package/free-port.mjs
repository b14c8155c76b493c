// A port that nobody listens on, for a server that cannot choose one itself.
// @ts-check
import { once } from "node:events";
import { createServer } from "node:net";

/** @returns {Promise<number>} free a moment ago, which is all that can be known */
export async function freePort() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  server.close();
  await once(server, "close");
  return address.port;
}
