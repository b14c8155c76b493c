// Makes very many calls with one ending, and prints the memory after each chunk of them as JSON.
// @ts-check

import { printSamples } from "./sampling.mjs";

const [ending = "", calls = "", chunk = "", body = ""] = process.argv.slice(2);

const { createClient, isSfsTurboError } = await import("sfs-turbo-tasks");
const { projectId, shareId, taskId, token } = await import("../candidates/ids.mjs");

const missing = JSON.stringify({ errCode: "SFS.TURBO.0106", errMsg: "Invalid task id." });
const headers = { "content-type": "application/json" };

/** @type {Record<string, (url: string, init?: RequestInit) => Promise<Response>>} */
const transports = {
  success: async () => new Response(body, { status: 200, headers }),
  failure: async () => new Response(missing, { status: 400, headers }),
  // Like a server that never answers: only the signal ends it.
  abort: (_, init) =>
    new Promise((_resolve, reject) => {
      const { signal } = init ?? {};
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    }),
};

const endpoint = "https://sfs-turbo.invalid";
const { getTask } = createClient({
  endpoint,
  projectId,
  token,
  fetch: /** @type {any} */ (transports[ending]),
});

/** @type {Record<string, () => Promise<void>>} */
const endings = {
  async success() {
    if ((await getTask({ shareId, taskId })).taskId !== taskId) throw new Error("another task");
  },
  async failure() {
    const error = await getTask({ shareId, taskId }).catch((reason) => reason);
    if (!isSfsTurboError(error) || error.errCode !== "SFS.TURBO.0106") throw error;
  },
  async abort() {
    const controller = new AbortController();
    const outcome = getTask({ shareId, taskId, signal: controller.signal }).catch((reason) => reason);
    // By then the core waits for the answer.
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort("enough");
    if ((await outcome) !== "enough") throw new Error("ended otherwise");
  },
};

const once = endings[ending];
if (once === undefined) throw new Error(`no ending is "${ending}"`);
await printSamples(once, { calls: Number(calls), chunk: Number(chunk) });
