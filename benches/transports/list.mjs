// Answers from memory with a list of a thousand tasks, nine of ten of which have ended.
// @ts-check
import { taskId } from "../candidates/ids.mjs";

const tasks = Array.from({ length: 1000 }, (_, place) => {
  const isLast = place === 999;
  const hasEnded = place % 10 !== 9;
  const day = String(1 + (place % 28)).padStart(2, "0");
  return {
    task_id: isLast ? taskId : (0x1000 + place).toString(16).repeat(8),
    type: ["import_metadata", "preload", "export"][place % 3],
    status: hasEnded ? "SUCCESS" : "DOING",
    src_target: "sfs-link-directory",
    src_prefix: `input/datasets/${place}/`,
    dest_target: "sfs-link-directory",
    dest_prefix: `input/datasets/${place}/`,
    start_time: `2026-09-${day}T15:04:05`,
    end_time: hasEnded ? `2026-09-${day}T16:24:50` : "",
    message: "",
  };
});
const body = JSON.stringify({ tasks, count: tasks.length });

export function createTransport() {
  const headers = { "content-type": "application/json", "x-request-id": "b1946ac92492d2347c6235b4d2611184" };
  return async () => new Response(body, { status: 200, headers });
}
