// Asks the service of the last argument through each of these functions, and prints what came of it.
import crossFetch from "cross-fetch";
import ky from "ky";
import nodeFetch from "node-fetch";
import { ofetch } from "ofetch";
import { createClient } from "sfs-turbo-tasks";
import { Agent, fetch as undiciFetch } from "undici";

const { endpoint, projectId, token, running, missing } = JSON.parse(process.argv.at(-1));
const dispatcher = new Agent({ keepAliveTimeout: 10 });
const fetches = {
  undici: undiciFetch,
  "undici with an agent": (url, init) => undiciFetch(url, { ...init, dispatcher }),
  "node-fetch": nodeFetch,
  "cross-fetch": crossFetch,
  "ky that throws at no status": ky.create({ throwHttpErrors: false, retry: 0 }),
  "ofetch.native": ofetch.native,
  ofetch,
};
const outcome = (call) =>
  call.then(
    (task) => task.status,
    (error) => (error.kind === undefined ? error.name : `${error.kind}: ${error.errMsg}`),
  );

const report = {};
for (const [name, fetch] of Object.entries(fetches)) {
  const client = createClient({ endpoint, projectId, token, fetch, maxRetries: 0 });
  report[name] = {
    running: await outcome(client.getTask(running)),
    missing: await outcome(client.getTask(missing)),
    aborted: await outcome(client.getTask({ ...running, signal: AbortSignal.abort() })),
    unreachable: (await outcome(client.getTask({ ...running, endpoint: "http://127.0.0.1:1" }))).split(
      ":",
    )[0],
  };
}
console.log(JSON.stringify(report));
await dispatcher.close();
