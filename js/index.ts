// The entry for browsers, Node, Deno, Bun and every bundler: the core is inlined.

import { type Api, createApi } from "./client.js";
import { inlinedCore } from "./core/inlined.js";

export type { Watching } from "./call/watching.js";
export type { Client, Operations } from "./client.js";
export type { CauseFields } from "./errors/cause.js";
export type { SfsTurboErrorFields, SfsTurboErrorInit, SfsTurboErrorJson } from "./errors/error.js";
export { isSfsTurboError, SfsTurboError } from "./errors/error.js";
export type { ErrorKind } from "./errors/kinds.js";
export type {
  CreatedTask,
  CreateTask,
  CreateTaskOptions,
  StandaloneCreateTaskOptions,
  TaskAttributes,
} from "./operations/create-task.js";
export type {
  DeletedTask,
  DeleteTask,
  DeleteTaskOptions,
  StandaloneDeleteTaskOptions,
} from "./operations/delete-task.js";
export type { Fetch, FetchInit, FetchResponse } from "./operations/fetch.js";
export type { Fault, FollowOptions } from "./operations/follow.js";
export type { GetTask, GetTaskOptions, StandaloneGetTaskOptions } from "./operations/get-task.js";
export type {
  ListAllTasks,
  ListAllTasksOptions,
  StandaloneListAllTasksOptions,
  TaskPages,
} from "./operations/list-all-tasks.js";
export type {
  ListTasks,
  ListTasksOptions,
  StandaloneListTasksOptions,
  TaskFilter,
  TaskList,
  TimedTaskFilter,
} from "./operations/list-tasks.js";
export type {
  AccessKey,
  CallOptions,
  ClientOptions,
  Credentials,
  FetchOptions,
  HeaderList,
  MissingOptions,
  OnlyOptions,
  Place,
  RetryDetails,
  SignIn,
  Standalone,
  Token,
  TokenContext,
} from "./operations/options.js";
export type { KnownRegion, Region } from "./operations/region.js";
export type { KnownTaskStatus, KnownTaskType, Task, TaskStatus, TaskType } from "./operations/task.js";
export type {
  StandaloneWaitForTaskOptions,
  WaitForEndOptions,
  WaitForTask,
  WaitForTaskOptions,
} from "./operations/wait-for-task.js";
export { isEnded } from "./operations/wait-for-task.js";
export type {
  StandaloneWatchTaskOptions,
  TaskWatch,
  WatchTask,
  WatchTaskOptions,
} from "./operations/watch-task.js";
export type {
  StandaloneWatchTasksOptions,
  TasksWatch,
  TaskUpdate,
  WatchTasks,
  WatchTasksOptions,
} from "./operations/watch-tasks.js";

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
 * @function
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
 * @function
 */
export const createClient: Api["createClient"] = api.createClient;

/**
 * Asks for one page of a file system's tasks.
 *
 * Sends `GET {endpoint}/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/tasks?offset=…&limit=…`.
 *
 * @returns The tasks, and how many there are in all.
 * @throws An {@link SfsTurboError} (the promise rejects with it), or `signal.reason`.
 * @example
 * ```ts
 * const { tasks, count } = await listTasks({ region: "cn-north-4", projectId, shareId, token, status: "FAIL" });
 * ```
 * @function
 */
export const listTasks: Api["listTasks"] = api.listTasks;

/**
 * Gives every task of a file system, page by page, as it is iterated.
 *
 * @returns What can be iterated, also by page, or made an array of. It never throws; the iteration does.
 * @example
 * ```ts
 * for await (const task of listAllTasks({ region: "cn-north-4", projectId, shareId, token })) console.log(task.taskId);
 * ```
 * @function
 */
export const listAllTasks: Api["listAllTasks"] = api.listAllTasks;

/**
 * Starts an import or export. It is never sent twice once it may have arrived.
 *
 * Sends `POST {endpoint}/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/task`.
 *
 * @returns The id of the new task.
 * @throws An {@link SfsTurboError} (the promise rejects with it), or `signal.reason`. Where the answer was lost, its message
 *   says that the task may exist.
 * @example
 * ```ts
 * const { taskId } = await createTask({ region: "cn-north-4", projectId, shareId, token, type: "export", srcTarget: "results" });
 * ```
 * @function
 */
export const createTask: Api["createTask"] = api.createTask;

/**
 * Removes a task.
 *
 * Sends `DELETE {endpoint}/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/task/{taskId}`.
 *
 * @throws An {@link SfsTurboError} (the promise rejects with it), or `signal.reason`.
 * @example
 * ```ts
 * await deleteTask({ region: "cn-north-4", projectId, shareId, taskId, token });
 * ```
 * @function
 */
export const deleteTask: Api["deleteTask"] = api.deleteTask;

/**
 * Follows a task to its end. See {@link Operations.waitForTask}.
 *
 * @returns The task, which has ended as `SUCCESS`; with `until: "deleted"` the task as it was seen last.
 * @throws An {@link SfsTurboError} whose `task` is what was seen last, `signal.reason`, or what a callback throws.
 * @example
 * ```ts
 * const task = await waitForTask({ region: "cn-north-4", projectId, shareId, taskId, token });
 * ```
 * @function
 */
export const waitForTask: Api["waitForTask"] = api.waitForTask;

/**
 * Gives a task each time it has changed, until it has ended. See {@link Operations.watchTask}.
 *
 * @example
 * ```ts
 * const watch = watchTask({ region: "cn-north-4", projectId, shareId, taskId, token });
 * for await (const task of watch) console.log(task.status);
 * ```
 * @function
 */
export const watchTask: Api["watchTask"] = api.watchTask;

/**
 * Gives the tasks of a file system each time one has changed, with one listing an interval. See
 * {@link Operations.watchTasks}.
 *
 * @example
 * ```ts
 * const watch = watchTasks({ region: "cn-north-4", projectId, shareId, token });
 * for await (const { changed } of watch) console.log(changed.length);
 * ```
 * @function
 */
export const watchTasks: Api["watchTasks"] = api.watchTasks;
