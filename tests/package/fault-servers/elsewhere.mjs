// A server of another origin that would answer with a task. No request may ever reach it.
// @ts-check
import { once } from "node:events";
import { createServer } from "node:http";
import { TASK } from "../faults/scene.mjs";
import { listen } from "../listen.mjs";
import { SENT_HEADERS } from "./raw.mjs";

export async function startElsewhere() {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    const cors = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": SENT_HEADERS,
      "access-control-allow-methods": "*",
    };
    response.writeHead(200, { ...cors, "content-type": "application/json" }).end(TASK);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    /** The number of requests, of any kind, since the last call. */
    takeRequests() {
      const came = requests;
      requests = 0;
      return came;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
