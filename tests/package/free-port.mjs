// A free port, for a server that cannot choose one itself.
// @ts-check
import { once } from "node:events";
import { createServer } from "node:net";
import { listen } from "./listen.mjs";

/** @returns {Promise<number>} a port that was free a moment ago; more cannot be known */
export async function freePort() {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return port;
}
