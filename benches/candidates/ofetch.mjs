// One call by ofetch.
import { ofetch } from "ofetch";
import { path, token } from "./ids.mjs";

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall({ endpoint, transport }) {
  const client = ofetch.create(
    { baseURL: endpoint, headers: { "X-Auth-Token": token } },
    transport && { fetch: transport },
  );
  return async () => (await client(path)).task_id;
}
