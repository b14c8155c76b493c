// The common parts of the emulator's tests: the built emulator, the expected answers, and functions that send requests.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { buildEmulator } from "../../tools/build-emulator.mjs";

await buildEmulator();
export const { createEmulator, documentedAnswers, documentedTask } = await import("../../dist/emulator.js");

export const root = fileURLToPath(new URL("../..", import.meta.url));

export const DOCUMENTED_TASK = `{
  "task_id" : "7bd2a9b6-xxxx-4605-xxxx-512d636001b0",
  "type" : "import_metadata",
  "status" : "DOING",
  "src_target" : "sfs-link-directory",
  "src_prefix" : "input/datasets/",
  "dest_target" : "sfs-link-directory",
  "dest_prefix" : "input/datasets/",
  "start_time" : "2023-09-02T15:04:05",
  "end_time" : "",
  "message" : ""
}`;
export const TASK_MISSING = '{"errCode":"SFS.TURBO.0106","errMsg":"Invalid task id."}';
export const FORBIDDEN = '{"errCode":"SFS.TURBO.9000","errMsg":"no privileges to operate"}';
export const JSON_TYPE = "application/json";
export const START = Date.UTC(2026, 0, 31, 23, 59, 50);

/** The gateway's bodies end with the request id of their header. */
export const unauthenticated = (requestId, reason = "decrypt token fail") =>
  `{"error_msg":"Incorrect IAM authentication information: ${reason}","error_code":"APIGW.0301","request_id":"${requestId}"}`;
export const unpublished = (requestId) =>
  `{"error_msg":"The API does not exist or has not been published in the environment.","error_code":"APIGW.0101","request_id":"${requestId}"}`;

/** An emulator whose clock the test moves. */
export function withClock(options) {
  const clock = { time: START };
  return { clock, emulator: createEmulator({ now: () => clock.time, ...options }) };
}

export function pathOf({ shareId, taskId }, projectId) {
  return `${folderOf(shareId, projectId)}/task/${encodeURIComponent(taskId)}`;
}

/** The path of a file system's operations. */
function folderOf(shareId, projectId = createEmulator().projectId) {
  const [project, share] = [projectId, shareId].map(encodeURIComponent);
  return `/v1/${project}/sfs-turbo/${share}/hpc-cache`;
}

export function ask(emulator, ids = documentedTask, init = {}) {
  const headers = { "X-Auth-Token": emulator.token };
  return emulator.fetch(`${emulator.endpoint}${pathOf(ids, emulator.projectId)}`, { headers, ...init });
}

export async function readTask(emulator, ids) {
  const response = await ask(emulator, ids);
  assert.equal(response.status, 200);
  return response.json();
}

/** Requests a list; `query` holds its parameters. */
export function list(emulator, shareId = documentedTask.shareId, query = {}) {
  const path = `${folderOf(shareId, emulator.projectId)}/tasks?${new URLSearchParams(query)}`;
  return emulator.fetch(`${emulator.endpoint}${path}`, { headers: { "X-Auth-Token": emulator.token } });
}

/** The ids in a list. */
export async function listIds(emulator, shareId, query) {
  const response = await list(emulator, shareId, query);
  assert.equal(response.status, 200);
  return (await response.json()).tasks.map((task) => task.task_id);
}

/** A body as the vendor documents it. */
export const NEW_TASK = {
  type: "export",
  src_target: "results",
  src_prefix: "2026/",
  dest_target: "results",
  dest_prefix: "2026/",
  attributes: { file_mode: 640, dir_mode: 750, uid: 0, gid: 4_294_967_294 },
};

/** Creates a task; `body` is sent as JSON unless it is a text. */
export function create(emulator, shareId = documentedTask.shareId, body = NEW_TASK, init = {}) {
  return emulator.fetch(`${emulator.endpoint}${folderOf(shareId, emulator.projectId)}/task`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Auth-Token": emulator.token },
    body: typeof body === "object" ? JSON.stringify(body) : body,
    ...init,
  });
}

/** Deletes a task. */
export function remove(emulator, ids) {
  return ask(emulator, ids, { method: "DELETE", headers: { "X-Auth-Token": emulator.token } });
}

export function headersOf(response) {
  return Object.fromEntries(response.headers);
}

/** Replaces a global for one test. */
export function replaceGlobal(context, name, value) {
  const original = globalThis[name];
  context.after(() => {
    globalThis[name] = original;
  });
  globalThis[name] = value;
}
