// Makes one call through a company's proxy and reports the result: `node ask.mjs WAY PROXY WHAT`, the last as JSON.
import { createClient } from "sfs-turbo-tasks";
import { fetch, ProxyAgent } from "undici";
import { ProxyAgent as OlderProxyAgent } from "undici-6";

const [, , way, proxy, what] = process.argv;
const { call, options, request } = JSON.parse(what);

/** What each way adds to the options of the client. @type {Record<string, () => object>} */
const ways = {
  dispatcher: () => ({ fetchOptions: { dispatcher: new ProxyAgent(proxy) } }),
  "undici's fetch": () => ({ fetch, fetchOptions: { dispatcher: new ProxyAgent(proxy) } }),
  "older dispatcher": () => ({ fetchOptions: { dispatcher: new OlderProxyAgent(proxy) } }),
  environment: () => ({}),
};

const outcome = await createClient({ ...options, ...ways[way]?.() })
  [call](request)
  .then(
    (/** @type {any} */ { status, taskId }) => ({ status, taskId }),
    (/** @type {unknown} */ error) => ({ error }),
  );
process.stdout.write(JSON.stringify(outcome));
