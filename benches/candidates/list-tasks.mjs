// One list of a thousand tasks by this package.
// @ts-check
import { createClient } from "sfs-turbo-tasks";
import { projectId, shareId, token } from "./ids.mjs";

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall({ endpoint, transport }) {
  const client = createClient({ endpoint, projectId, token, fetch: transport });
  return async () => (await client.listTasks({ shareId, limit: 1000 })).tasks.at(-1)?.taskId;
}
