// One call by ky.
import ky from "ky";
import { path, token } from "./ids.mjs";

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall({ endpoint, transport }) {
  const client = ky.create({
    prefixUrl: endpoint,
    headers: { "X-Auth-Token": token },
    ...(transport && { fetch: transport }),
  });
  // With a prefix, ky refuses a path that begins with a slash.
  return async () => (await client.get(path.slice(1)).json()).task_id;
}
