// One call by the global fetch in plain JavaScript that keeps this package's promises for a request: two clocks and a signal that
// aborts it, no redirect or cache, a limit for the body. It shows the cost of these promises.
// @ts-check
import { path, token } from "./ids.mjs";

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall({ endpoint, transport = fetch }) {
  return async () => {
    const controller = new AbortController();
    const abort = () => controller.abort();
    const timers = [setTimeout(abort, 60_000), setTimeout(abort, 20_000)];
    try {
      const response = await transport(`${endpoint}${path}`, {
        headers: { "X-Auth-Token": token },
        redirect: "manual",
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: controller.signal,
      });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return JSON.parse(await read(response.body)).task_id;
    } finally {
      for (const timer of timers) clearTimeout(timer);
    }
  };
}

/** @param {ReadableStream<Uint8Array> | null} body */
async function read(body) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (body).getReader();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > 1_048_576) throw new Error("too large");
    text += decoder.decode(value, { stream: true });
  }
}
