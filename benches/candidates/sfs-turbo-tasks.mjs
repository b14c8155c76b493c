// One call by this package.
// @ts-check
import { createClient } from "sfs-turbo-tasks";
import { projectId, shareId, taskId, token } from "./ids.mjs";

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall({ endpoint, transport }) {
  const client = createClient({ endpoint, projectId, token, fetch: transport });
  return async () => (await client.getTask({ shareId, taskId })).taskId;
}
