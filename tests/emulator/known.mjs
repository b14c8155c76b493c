// The common parts of the emulator's tests: the built emulator, the expected answers, and functions that send requests.
// @ts-check
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { buildEmulator } from "../../tools/build-emulator.mjs";

/**
 * @typedef {import("sfs-turbo-tasks/emulator").Emulator} Emulator
 * @typedef {import("sfs-turbo-tasks/emulator").EmulatorOptions} EmulatorOptions
 * @typedef {import("sfs-turbo-tasks/emulator").Fault} Fault
 * @typedef {import("sfs-turbo-tasks/emulator").TaskIds} TaskIds
 * @typedef {import("../../js/emulator/answers.js").TaskFields} TaskFields
 */

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

/**
 * The gateway's bodies end with the request id of their header.
 * @param {string | null | undefined} requestId
 */
export const unauthenticated = (requestId, reason = "decrypt token fail") =>
  `{"error_msg":"Incorrect IAM authentication information: ${reason}","error_code":"APIGW.0301","request_id":"${requestId}"}`;
/** @param {string | null | undefined} requestId */
export const unpublished = (requestId) =>
  `{"error_msg":"The API does not exist or has not been published in the environment.","error_code":"APIGW.0101","request_id":"${requestId}"}`;

/**
 * An emulator whose clock the test moves.
 * @param {EmulatorOptions} [options]
 */
export function withClock(options) {
  const clock = { time: START };
  return { clock, emulator: createEmulator({ now: () => clock.time, ...options }) };
}

/**
 * @param {TaskIds} ids
 * @param {string} [projectId]
 */
export function pathOf({ shareId, taskId }, projectId) {
  return `${folderOf(shareId, projectId)}/task/${encodeURIComponent(taskId)}`;
}

/**
 * The path of a file system's operations.
 * @param {string} shareId
 */
function folderOf(shareId, projectId = createEmulator().projectId) {
  const [project, share] = [projectId, shareId].map(encodeURIComponent);
  return `/v1/${project}/sfs-turbo/${share}/hpc-cache`;
}

/**
 * @param {Emulator} emulator
 * @param {TaskIds} [ids]
 * @param {RequestInit} [init]
 */
export function ask(emulator, ids = documentedTask, init = {}) {
  const headers = { "X-Auth-Token": emulator.token };
  return emulator.fetch(`${emulator.endpoint}${pathOf(ids, emulator.projectId)}`, { headers, ...init });
}

/**
 * @param {Emulator} emulator
 * @param {TaskIds} ids
 * @returns {Promise<TaskFields>}
 */
export async function readTask(emulator, ids) {
  const response = await ask(emulator, ids);
  assert.equal(response.status, 200);
  return response.json();
}

/**
 * Requests a list.
 * @param {Emulator} emulator
 * @param {string} [shareId]
 * @param {Record<string, string>} [query] its parameters
 */
export function list(emulator, shareId = documentedTask.shareId, query = {}) {
  const path = `${folderOf(shareId, emulator.projectId)}/tasks?${new URLSearchParams(query)}`;
  return emulator.fetch(`${emulator.endpoint}${path}`, { headers: { "X-Auth-Token": emulator.token } });
}

/**
 * What a list answers, and the ids in it.
 * @param {Parameters<typeof list>} parameters
 */
export async function readList(...parameters) {
  const response = await list(...parameters);
  assert.equal(response.status, 200);
  /** @type {{ tasks: TaskFields[], count: number }} */
  const { tasks, count } = await response.json();
  return { tasks, ids: tasks.map(({ task_id }) => task_id), count };
}

/** The ids in a list. @param {Parameters<typeof list>} parameters */
export async function listIds(...parameters) {
  return (await readList(...parameters)).ids;
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

/**
 * Creates a task.
 * @param {Emulator} emulator
 * @param {string} [shareId]
 * @param {object | string} [body] sent as JSON unless it is a text
 * @param {RequestInit} [init]
 */
export function create(emulator, shareId = documentedTask.shareId, body = NEW_TASK, init = {}) {
  return emulator.fetch(`${emulator.endpoint}${folderOf(shareId, emulator.projectId)}/task`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Auth-Token": emulator.token },
    body: typeof body === "object" ? JSON.stringify(body) : body,
    ...init,
  });
}

/**
 * Deletes a task.
 * @param {Emulator} emulator
 * @param {TaskIds} ids
 */
export function remove(emulator, ids) {
  return ask(emulator, ids, { method: "DELETE", headers: { "X-Auth-Token": emulator.token } });
}

/** The body of an answer that has one. @param {Response} response */
export function bodyOf({ body }) {
  assert.ok(body);
  return body;
}

/** @param {Response} response */
export function headersOf(response) {
  return Object.fromEntries(response.headers);
}

/**
 * Replaces a global for one test.
 * @param {import("node:test").TestContext} context
 * @param {"Date" | "Headers"} name
 * @param {unknown} value
 */
export function replaceGlobal(context, name, value) {
  const original = globalThis[name];
  context.after(() => {
    Object.assign(globalThis, { [name]: original });
  });
  Object.assign(globalThis, { [name]: value });
}
