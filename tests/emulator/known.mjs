// What the emulator's tests share: the built emulator, the answers they expect, and ways to ask.
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

/** The gateway's bodies end in the request id of their header. */
export const unauthenticated = (requestId) =>
  `{"error_msg":"Incorrect IAM authentication information: decrypt token fail","error_code":"APIGW.0301","request_id":"${requestId}"}`;
export const unpublished = (requestId) =>
  `{"error_msg":"The API does not exist or has not been published in the environment.","error_code":"APIGW.0101","request_id":"${requestId}"}`;

/** An emulator whose clock the test moves. */
export function withClock(options) {
  const clock = { time: START };
  return { clock, emulator: createEmulator({ now: () => clock.time, ...options }) };
}

export function pathOf({ shareId, taskId }, projectId = createEmulator().projectId) {
  const [project, share, task] = [projectId, shareId, taskId].map(encodeURIComponent);
  return `/v1/${project}/sfs-turbo/${share}/hpc-cache/task/${task}`;
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
