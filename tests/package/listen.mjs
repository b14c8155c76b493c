// Lets a server of a test listen on this machine, on a free port.
// @ts-check
import { once } from "node:events";

/** @param {import("node:net").Server} server @returns {Promise<number>} the port */
export async function listen(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
}
