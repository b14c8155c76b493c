// The entry for browsers, Node, Deno, Bun and every bundler: the core is inlined.

import { type Api, createApi } from "./client.js";
import { inlinedCore } from "./core/inlined.js";

export type { Client } from "./client.js";
export type { CauseFields } from "./errors/cause.js";
export type { SfsTurboErrorFields, SfsTurboErrorInit, SfsTurboErrorJson } from "./errors/error.js";
export { isSfsTurboError, SfsTurboError } from "./errors/error.js";
export type { ErrorKind } from "./errors/kinds.js";
export type { Fetch, FetchInit, FetchResponse } from "./operations/fetch.js";
export type { GetTask, GetTaskOptions, StandaloneGetTaskOptions } from "./operations/get-task.js";
export type {
  CallOptions,
  ClientOptions,
  MissingOptions,
  OnlyOptions,
  Place,
  Standalone,
  Token,
  TokenContext,
} from "./operations/options.js";
export type { KnownRegion, Region } from "./operations/region.js";
export type { KnownTaskStatus, KnownTaskType, Task, TaskStatus, TaskType } from "./operations/task.js";

const api: Api = /* @__PURE__ */ createApi(inlinedCore);

/**
 * Asks SFS Turbo for the details of one import or export task.
 *
 * Sends `GET {endpoint}/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/task/{taskId}`. The first call starts the
 * WebAssembly core, which takes some milliseconds; importing the package does nothing.
 *
 * @param options Where the service is, who asks, and which task.
 * @returns The task.
 * @throws An {@link SfsTurboError} (the promise rejects with it; the function itself never throws), or `signal.reason`.
 * @example
 * ```ts
 * const task = await getTask({ region: "cn-north-4", projectId, shareId, taskId, token });
 * console.log(task.status); // "DOING", "SUCCESS", "FAIL" or "DELETING"
 * ```
 */
export const getTask: Api["getTask"] = api.getTask;

/**
 * Makes a client whose calls share options.
 *
 * Options are read when the client is made and judged when a call is. A call's own options go before them;
 * `undefined` does not.
 *
 * @param defaults The shared options, none of which is needed here.
 * @returns The client; it holds no connection and need not be closed.
 * @throws An {@link SfsTurboError} of kind `invalid-request` if `defaults` is no object, or one whose getter throws.
 * @example
 * ```ts
 * const client = createClient({ region: "cn-north-4", projectId, token: () => session.token() });
 * const task = await client.getTask({ shareId, taskId });
 * ```
 */
export const createClient: Api["createClient"] = api.createClient;
