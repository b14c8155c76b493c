// One call by this package, signed with an access key.
// @ts-check
import { createClient } from "sfs-turbo-tasks";
import { projectId, shareId, taskId } from "./ids.mjs";

const credentials = { accessKeyId: "K".repeat(20), secretAccessKey: "S".repeat(40) };

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall({ endpoint, transport }) {
  const client = createClient({ endpoint, projectId, credentials, fetch: transport });
  return async () => (await client.getTask({ shareId, taskId })).taskId;
}
