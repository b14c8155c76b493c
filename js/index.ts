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
 * Gets the details of one import or export task.
 *
 * Sends `GET {endpoint}/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/task/{taskId}`. The first call starts the
 * WebAssembly core, which takes some milliseconds; importing the package does nothing.
 *
 * @param options The place of the service, the project, the credentials, and the task.
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
 * Creates a client whose calls share options.
 *
 * The options are read when the client is created and checked when a call is made. The options of a call replace those of
 * the client, except if they are `undefined`.
 *
 * @param defaults The shared options. None is required here.
 * @returns The client. It holds no connection and need not be closed.
 * @throws An {@link SfsTurboError} of kind `invalid-request` if `defaults` is not an object or has a getter that throws.
 * @example
 * ```ts
 * const client = createClient({ region: "cn-north-4", projectId, token: () => session.token() });
 * const task = await client.getTask({ shareId, taskId });
 * ```
 * @function
 */
export const createClient: Api["createClient"] = api.createClient;

/**
 * Gets one page of a file system's tasks.
 *
 * Sends `GET {endpoint}/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/tasks?offset=…&limit=…`.
 *
 * @returns The tasks, and the total number of tasks.
 * @throws An {@link SfsTurboError} (the promise rejects with it), or `signal.reason`.
 * @example
 * ```ts
 * const { tasks, count } = await listTasks({ region: "cn-north-4", projectId, shareId, token, status: "FAIL" });
 * ```
 * @function
 */
export const listTasks: Api["listTasks"] = api.listTasks;

/**
 * Gives all tasks of a file system, page by page, while you iterate.
 *
 * @returns An async iterable, also by page or as an array. The function never throws; the iteration may.
 * @example
 * ```ts
 * for await (const task of listAllTasks({ region: "cn-north-4", projectId, shareId, token })) console.log(task.taskId);
 * ```
 * @function
 */
export const listAllTasks: Api["listAllTasks"] = api.listAllTasks;

/**
 * Starts an import or export task. The request is never sent again if it may have arrived.
 *
 * Sends `POST {endpoint}/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/task`.
 *
 * @returns The id of the new task.
 * @throws An {@link SfsTurboError} (the promise rejects with it), or `signal.reason`. If the answer was lost, the message
 *   says that the task may exist.
 * @example
 * ```ts
 * const { taskId } = await createTask({ region: "cn-north-4", projectId, shareId, token, type: "export", srcTarget: "results" });
 * ```
 * @function
 */
export const createTask: Api["createTask"] = api.createTask;

/**
 * Deletes a task.
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
 * Waits until a task has ended. See {@link Operations.waitForTask}.
 *
 * @returns The task, which has ended as `SUCCESS`; with `until: "deleted"` its last known state.
 * @throws An {@link SfsTurboError} whose `task` is the last known state, `signal.reason`, or the error of a callback.
 * @example
 * ```ts
 * const task = await waitForTask({ region: "cn-north-4", projectId, shareId, taskId, token });
 * ```
 * @function
 */
export const waitForTask: Api["waitForTask"] = api.waitForTask;

/**
 * Gives a task each time it changes, until it has ended. See {@link Operations.watchTask}.
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
 * Gives the tasks of a file system each time one of them changes. It sends one list request per interval. See
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
