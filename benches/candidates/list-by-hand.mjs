// One list of a thousand tasks by the global fetch, each task mapped by hand: the base of comparison for listTasks.
// @ts-check
import { projectId, shareId, token } from "./ids.mjs";

const path = `/v1/${projectId}/sfs-turbo/${shareId}/hpc-cache/tasks?offset=0&limit=1000`;

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall({ endpoint, transport = fetch }) {
  return async () => {
    const response = await transport(`${endpoint}${path}`, { headers: { "X-Auth-Token": token } });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const requestId = response.headers.get("x-request-id");
    const raw = await response.json();
    const tasks = raw.tasks.map((/** @type {Record<string, string>} */ row) => ({
      taskId: row.task_id,
      type: row.type,
      status: row.status,
      srcTarget: row.src_target,
      srcPrefix: row.src_prefix,
      destTarget: row.dest_target,
      destPrefix: row.dest_prefix,
      message: row.message,
      startTime: timeOf(row.start_time),
      endTime: timeOf(row.end_time),
      requestId,
      raw: row,
    }));
    return { tasks, count: raw.count, requestId, raw }.tasks.at(-1)?.taskId;
  };
}

/** @param {string | undefined} text */
function timeOf(text) {
  return text ? new Date(`${text}Z`) : null;
}
