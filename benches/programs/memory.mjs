// Makes very many calls of one ending, and prints as JSON what memory was taken after each chunk of them.
// @ts-check

/** @typedef {{ calls: number, heap: number, pages: number }} Sample `heap`: bytes in use; `pages`: of 64 KiB, of the core */

const [ending = "", calls = "", chunk = "", body = ""] = process.argv.slice(2);

/** @type {WebAssembly.Memory[]} */
const memories = [];
// Before the package is loaded, so that it finds this one: the core's memory can be seen in no other way.
WebAssembly.Instance = class extends WebAssembly.Instance {
  /**
   * @param {WebAssembly.Module} module
   * @param {WebAssembly.Imports} [imports]
   */
  constructor(module, imports) {
    super(module, imports);
    // What decodes the core imports nothing.
    const memory =
      imports && Object.values(this.exports).find((value) => value instanceof WebAssembly.Memory);
    if (memory) memories.push(memory);
  }
};

const { createClient, isSfsTurboError } = await import("sfs-turbo-tasks");
const { projectId, shareId, taskId, token } = await import("../candidates/ids.mjs");

const missing = JSON.stringify({ errCode: "SFS.TURBO.0106", errMsg: "Invalid task id." });
const headers = { "content-type": "application/json" };

/** @type {Record<string, (url: string, init?: RequestInit) => Promise<Response>>} */
const transports = {
  success: async () => new Response(body, { status: 200, headers }),
  failure: async () => new Response(missing, { status: 400, headers }),
  // As a server that never answers: only the signal ends it.
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

/** @type {Sample[]} */
const samples = [];
for (let made = 0; made < Number(calls); made += Number(chunk)) {
  for (let call = 0; call < Number(chunk); call += 1) await endings[ending]?.();
  samples.push(await sample(made + Number(chunk)));
}
console.log(JSON.stringify({ samples, cores: memories.length }));

/**
 * @param {number} made
 * @returns {Promise<Sample>}
 */
async function sample(made) {
  // Twice, with turns between: what a finalizer lets go in one collection is collected by the next.
  for (let times = 0; times < 2; times += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const bytes = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return { calls: made, heap: process.memoryUsage().heapUsed, pages: bytes / 65536 };
}
