// `createClient` and the functions of an entry, created from the list of operations.

import { Call } from "./call/call.js";
import { type Given, Options } from "./call/given.js";
import { watch } from "./call/watching.js";
import { Core, type LoadCore } from "./core/core.js";
import { typed } from "./errors/failure.js";
import { type CreateTask, createTaskOperation } from "./operations/create-task.js";
import { type DeleteTask, deleteTaskOperation } from "./operations/delete-task.js";
import { type GetTask, getTaskOperation } from "./operations/get-task.js";
import { type ListAllTasks, listAllTasksOperation, taskPages } from "./operations/list-all-tasks.js";
import { type ListTasks, listTasksOperation } from "./operations/list-tasks.js";
import type { Operation } from "./operations/operation.js";
import type { ClientOptions, MissingOptions, OnlyOptions, Standalone } from "./operations/options.js";
import { type WaitForTask, waitForTaskOperation } from "./operations/wait-for-task.js";
import { type WatchTask, watchTaskOperation } from "./operations/watch-task.js";
import { type WatchTasks, watchTasksOperation } from "./operations/watch-tasks.js";

/** The operations. `Missing` are the options that each call needs because the client does not have them. */
export interface Operations<Missing> {
  /**
   * Gets the details of one import or export task.
   *
   * @param options The task, and options that replace those of the client.
   * @returns The task.
   * @throws An `SfsTurboError` (the promise rejects with it), or `signal.reason` if `signal` is aborted.
   * @example
   * ```ts
   * const { getTask } = createClient({ region: "cn-north-4", projectId, token });
   * const task = await getTask({ shareId, taskId });
   * ```
   */
  getTask: GetTask<Missing>;
  /**
   * Gets one page of a file system's tasks.
   *
   * @returns The tasks, and the total number of tasks.
   * @throws Like {@link Operations.getTask}.
   * @example
   * ```ts
   * const { tasks, count } = await client.listTasks({ shareId, status: "FAIL", limit: 10 });
   * ```
   */
  listTasks: ListTasks<Missing>;
  /**
   * Gives all tasks of a file system, page by page, while you iterate.
   *
   * @returns An async iterable, also by page or as an array. No request is sent before the first task is needed. It never throws.
   * @example
   * ```ts
   * for await (const task of client.listAllTasks({ shareId, status: "FAIL" })) {
   *   console.log(task.taskId, task.message);
   * }
   * ```
   */
  listAllTasks: ListAllTasks<Missing>;
  /**
   * Starts an import or export task.
   *
   * The request is never sent again if it may have arrived. If its answer was lost, `retryable` is false, and the message says
   * that the task may exist: list the tasks before you create it again.
   *
   * @returns The id of the new task.
   * @throws Like {@link Operations.getTask}.
   * @example
   * ```ts
   * const { taskId } = await client.createTask({ shareId, type: "export", srcTarget: "results", srcPrefix: "2026/" });
   * ```
   */
  createTask: CreateTask<Missing>;
  /**
   * Deletes a task. Its status is `DELETING` for some time. `waitForTask` with `until: "deleted"` waits until it no longer exists.
   *
   * The vendor does not document what happens to a task that still runs. If an answer was lost and the task then no longer
   * exists, the task counts as deleted.
   *
   * @throws Like {@link Operations.getTask}; with kind `not-found` if there is no such task.
   * @example
   * ```ts
   * await client.deleteTask({ shareId, taskId });
   * await client.waitForTask({ shareId, taskId, until: "deleted" });
   * ```
   */
  deleteTask: DeleteTask<Missing>;
  /**
   * Waits until a task has ended.
   *
   * To continue after a reload or in another process, call it again with the same ids: there is no other state to keep. An
   * abort cancels only the wait, never the task itself.
   *
   * @returns The task, which has ended as `SUCCESS`; with `until: "deleted"` its last known state.
   * @throws An `SfsTurboError`, whose `task` is the last known state: of kind `task-failed` if the task ended as `FAIL`,
   *   `not-found` if it does not exist, `timeout` if `waitTimeout` expired. Or `signal.reason`, or the error of a callback.
   * @example
   * ```ts
   * const task = await client.waitForTask({ shareId, taskId, onUpdate: (task) => console.log(task.status) });
   * ```
   */
  waitForTask: WaitForTask<Missing>;
  /**
   * Gives a task each time it changes, until it has ended.
   *
   * @returns An async iterator. No request is sent before the first `next()`. The function never throws. The iteration throws
   *   like {@link Operations.waitForTask}, but not for a task that ended as `FAIL` or that no longer exists after it was seen.
   * @example
   * ```ts
   * for await (const task of client.watchTask({ shareId, taskId })) show(task);
   * ```
   */
  watchTask: WatchTask<Missing>;
  /**
   * Gives the tasks of a file system each time one of them changes. It sends one list request per interval.
   *
   * @returns An async iterator. It does not end by itself. Errors are those of {@link Operations.watchTask}.
   * @example
   * ```ts
   * for await (const { tasks, changed } of client.watchTasks({ shareId })) show(tasks, changed);
   * ```
   */
  watchTasks: WatchTasks<Missing>;
}

/**
 * Makes calls with shared options. Its methods need no `this`, so you can destructure it.
 *
 * `Given` is the type of the client's options. What they do not contain of place, project and credentials, each call needs.
 */
export interface Client<Given extends ClientOptions = Standalone> extends Operations<MissingOptions<Given>> {}

/** The functions that an entry exports. */
export interface Api extends Operations<Standalone> {
  createClient<const Given extends ClientOptions>(defaults: Given & OnlyOptions<Given>): Client<Given>;
}

/** Creates the functions of an entry. */
export function createApi(load: LoadCore): Api {
  const core = new Core(load);
  const clientOptions = new Options("createClient", []);

  /** A function that never throws. It returns the promise of the call itself, so that stacks show the line that awaits it. */
  const promise: Make = (operation, read) => (given) => call(operation, () => read(given));

  const call = (operation: Operation, read: () => Given): Promise<unknown> => {
    try {
      return new Call(core, operation, read()).run();
    } catch (error) {
      return Promise.reject(typed(error, operation.name));
    }
  };

  const watching: Make = (operation, read) => (given) => {
    const options = kept(operation, () => read(given));
    return watch(() => {
      const given = options();
      return kept(operation, () => new Call(core, operation, given, true))();
    });
  };

  const paging: Make = (operation, read) => (given) => {
    const options = kept(operation, () => read(given));
    return taskPages(options, (page) => call(operation, () => page) as Promise<never>);
  };

  const makers = (
    [
      [getTaskOperation, promise],
      [listTasksOperation, promise],
      [listAllTasksOperation, paging],
      [createTaskOperation, promise],
      [deleteTaskOperation, promise],
      [waitForTaskOperation, promise],
      [watchTaskOperation, watching],
      [watchTasksOperation, watching],
    ] as const
  ).map(([operation, make]) => {
    const options = new Options(operation.name, operation.options);
    return (defaults?: Given) =>
      [operation.name, make(operation, (given) => options.read(given, defaults))] as const;
  });
  const functions = (defaults?: Given) => Object.fromEntries(makers.map((make) => make(defaults)));
  const createClient = (given: unknown) => functions(clientOptions.read(given));
  return { ...functions(), createClient } as never;
}

/** Creates the function of an operation. */
type Make = (operation: Operation, read: (given: unknown) => Given) => (given: unknown) => unknown;

/** Reads or creates something now. If that fails, the error is thrown when the result is used. */
function kept<Value>(operation: Operation, read: () => Value): () => Value {
  try {
    const value = read();
    return () => value;
  } catch (error) {
    return () => {
      throw typed(error, operation.name);
    };
  }
}
