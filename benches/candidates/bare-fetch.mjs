// One call by the global fetch: the base of all comparisons.
// @ts-check
import { path, token } from "./ids.mjs";

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall({ endpoint, transport = fetch }) {
  return async () => {
    const response = await transport(`${endpoint}${path}`, { headers: { "X-Auth-Token": token } });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return (await response.json()).task_id;
  };
}
