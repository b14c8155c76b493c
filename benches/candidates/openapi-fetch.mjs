// One call by openapi-fetch.
import createClient from "openapi-fetch";
import { projectId, shareId, taskId, token } from "./ids.mjs";

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall({ endpoint, transport }) {
  const client = createClient({
    baseUrl: endpoint,
    headers: { "X-Auth-Token": token },
    ...(transport && { fetch: transport }),
  });
  const params = { path: { project_id: projectId, share_id: shareId, task_id: taskId } };
  return async () => {
    const { data, error } = await client.GET(
      "/v1/{project_id}/sfs-turbo/{share_id}/hpc-cache/task/{task_id}",
      { params },
    );
    if (error) throw new Error(JSON.stringify(error));
    return data.task_id;
  };
}
