// createClient and the functions of an entry, made from the list of operations.

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

/** The operations; `Missing` is what each call needs besides its own options. */
export interface Operations<Missing> {
  /**
   * Asks for the details of one import or export task.
   *
   * @param options The task, and anything to be otherwise than in `createClient`.
   * @returns The task.
   * @throws An `SfsTurboError` (the promise rejects with it), or `signal.reason` if `signal` was aborted.
   * @example
   * ```ts
   * const { getTask } = createClient({ region: "cn-north-4", projectId, token });
   * const task = await getTask({ shareId, taskId });
   * ```
   */
  getTask: GetTask<Missing>;
  /**
   * Asks for one page of a file system's tasks.
   *
   * @returns The tasks, and how many there are in all.
   * @throws As {@link Operations.getTask}.
   * @example
   * ```ts
   * const { tasks, count } = await client.listTasks({ shareId, status: "FAIL", limit: 10 });
   * ```
   */
  listTasks: ListTasks<Missing>;
  /**
   * Gives every task of a file system, page by page, as it is iterated.
   *
   * @returns What can be iterated, also by page, or made an array of. Nothing is asked before. It never throws.
   * @example
   * ```ts
   * for await (const task of client.listAllTasks({ shareId, status: "FAIL" })) {
   *   console.log(task.taskId, task.message);
   * }
   * ```
   */
  listAllTasks: ListAllTasks<Missing>;
  /**
   * Starts an import or export.
   *
   * It is never sent twice once it may have arrived. Where its answer was lost, `retryable` is false, and the message says
   * to list the tasks before creating again.
   *
   * @returns The id of the new task.
   * @throws As {@link Operations.getTask}.
   * @example
   * ```ts
   * const { taskId } = await client.createTask({ shareId, type: "export", srcTarget: "results", srcPrefix: "2026/" });
   * ```
   */
  createTask: CreateTask<Missing>;
  /**
   * Removes a task. It is `DELETING` for a while; `waitForTask` with `until: "deleted"` waits for its end.
   *
   * What it does to a task that still runs, the vendor does not say. A task that is not there any more, after an answer
   * that was lost, counts as removed.
   *
   * @throws As {@link Operations.getTask}; of kind `not-found` if there is no such task.
   * @example
   * ```ts
   * await client.deleteTask({ shareId, taskId });
   * await client.waitForTask({ shareId, taskId, until: "deleted" });
   * ```
   */
  deleteTask: DeleteTask<Missing>;
  /**
   * Follows a task to its end.
   *
   * To wait again after a reload or in another process, call it again with the same ids: there is nothing else to keep.
   * Aborting never touches the task itself.
   *
   * @returns The task, which has ended as `SUCCESS`; with `until: "deleted"` the task as it was seen last.
   * @throws An `SfsTurboError`, whose `task` is what was seen last: of kind `task-failed` if it ended as `FAIL`,
   *   `not-found` if it is gone, `timeout` if `waitTimeout` ran out. Or `signal.reason`, or what a callback throws.
   * @example
   * ```ts
   * const task = await client.waitForTask({ shareId, taskId, onUpdate: (task) => console.log(task.status) });
   * ```
   */
  waitForTask: WaitForTask<Missing>;
  /**
   * Gives a task each time it has changed, until it has ended.
   *
   * @returns An async iterator. Nothing is asked before the first `next()`. It never throws; the iteration throws as
   *   {@link Operations.waitForTask}, but not for a task that ended as `FAIL` or that is gone after it was seen.
   * @example
   * ```ts
   * for await (const task of client.watchTask({ shareId, taskId })) show(task);
   * ```
   */
  watchTask: WatchTask<Missing>;
  /**
   * Gives the tasks of a file system each time one has changed, with one listing an interval.
   *
   * @returns An async iterator, which has no end of its own. Errors as with {@link Operations.watchTask}.
   * @example
   * ```ts
   * for await (const { tasks, changed } of client.watchTasks({ shareId })) show(tasks, changed);
   * ```
   */
  watchTasks: WatchTasks<Missing>;
}

/**
 * What makes calls with shared options. Its methods need no `this` and may be destructured.
 *
 * `Given` is the type of what the client was given: what it lacks of place, project and token each call needs.
 */
export interface Client<Given extends ClientOptions = Standalone> extends Operations<MissingOptions<Given>> {}

/** What an entry exports. */
export interface Api extends Operations<Standalone> {
  createClient<const Given extends ClientOptions>(defaults: Given & OnlyOptions<Given>): Client<Given>;
}

/** Makes the functions of an entry. */
export function createApi(load: LoadCore): Api {
  const core = new Core(load);
  const clientOptions = new Options("createClient", []);

  /** A function that never throws. Its promise is the call's own: the stack of an error shows the line that waits for it. */
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

/** Makes the function of an operation. */
type Make = (operation: Operation, read: (given: unknown) => Given) => (given: unknown) => unknown;

/** Reads or makes something now, and tells what is wrong with it when it is used. */
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
