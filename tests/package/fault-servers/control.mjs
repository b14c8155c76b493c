// Lets a page or another process prepare the servers and read what they saw: a row cannot contain servers.
// @ts-check
import { once } from "node:events";
import { createServer } from "node:http";
import { listen } from "../listen.mjs";

/** @param {import("./servers.mjs").FaultServers} servers */
export async function startControl(servers) {
  /** @type {Record<string, (query: URLSearchParams) => Promise<unknown>>} */
  const actions = {
    "/prepare": (query) => servers.prepare(query.get("fault") ?? "", query.get("operation") ?? ""),
    "/seen": (query) => servers.seen(Number(query.get("stand"))),
    "/finish": (query) => servers.finish(Number(query.get("stand"))),
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://control.invalid");
    const action = actions[pathname];
    const answer = await action?.(searchParams);
    response
      .writeHead(action ? 200 : 404, { "access-control-allow-origin": "*", "cache-control": "no-store" })
      .end(JSON.stringify(answer ?? null));
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
