// listAllTasks: every task of a file system, page by page.

import type { Given } from "../call/given.js";
import { pages } from "../call/paging.js";
import { invalidRequest } from "../errors/failure.js";
import type { TaskList, TimedTaskFilter } from "./list-tasks.js";
import type { Operation } from "./operation.js";
import type { CallOptions, Standalone } from "./options.js";
import type { Task } from "./task.js";

/** The options of {@link ListAllTasks}: which tasks, and options that replace those of the client, for each page. */
export interface ListAllTasksOptions extends CallOptions, TimedTaskFilter {
  /** How many tasks one request asks for. Default 100; 2 to 1 000. Pages overlap a little, to detect changes of the list. */
  readonly pageSize?: number | undefined;
  /** The maximum number of tasks. Default: all; 1 to 2 147 483 647. */
  readonly maxItems?: number | undefined;
}

/**
 * All tasks, loaded while you iterate: one request at a time, and none before the first task is needed.
 *
 * No task comes twice. Every task that exists during the whole iteration comes exactly once, even if other tasks are added or
 * removed between two pages. You can iterate again: it starts from the beginning.
 */
export interface TaskPages extends AsyncIterable<Task> {
  /** The same, page by page. A page has only tasks that no earlier page had. */
  byPage(): AsyncIterable<TaskList>;
  /**
   * All tasks in an array.
   *
   * @param options `limit`: the maximum number of tasks, 1 or more. Required, because a file system may have any number.
   * @throws An `SfsTurboError` (the promise rejects with it), of kind `invalid-request` and field `limit` if it is missing.
   */
  toArray(options: { readonly limit: number }): Promise<Task[]>;
}

/** The options of `listAllTasks` without a client. They include the place of the service, the project and the credentials. */
export type StandaloneListAllTasksOptions = ListAllTasksOptions & Standalone;

/** The method `listAllTasks` of a client. See `Client.listAllTasks`. */
export type ListAllTasks<Missing> = (options: ListAllTasksOptions & Missing) => TaskPages;

export const listAllTasksOperation: Operation = {
  name: "listAllTasks",
  number: 2,
  // `taskPages` relies on the order of the last three.
  options: ["shareId", "type", "status", "startTime", "endTime", "offset", "pageSize", "maxItems"],
  follows: false,
  creates: false,
};

/**
 * @param options Gives the options, or throws an error about them.
 * @param ask Requests a page.
 */
export function taskPages(options: () => Given, ask: (page: Given) => Promise<TaskList>): TaskPages {
  async function* byPage(limit = Number.POSITIVE_INFINITY): AsyncGenerator<TaskList> {
    const given = options();
    const offset = given.values.length - 3;
    const [, pageSize, maxItems] = given.values.slice(offset);
    const askFrom = (from: number) => {
      const values = given.values.slice();
      values[offset] = from;
      return ask({ ...given, values });
    };
    // The core refuses other values when it checks the first page.
    const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);
    let left = Math.min(limit, isNumber(maxItems) ? maxItems : limit);
    for await (const page of pages(askFrom, isNumber(pageSize) ? pageSize : 100)) {
      const tasks = page.tasks.slice(0, left);
      yield { ...page, tasks };
      left -= tasks.length;
      if (left <= 0) return;
    }
  }
  async function* items(): AsyncGenerator<Task> {
    for await (const { tasks } of byPage()) yield* tasks;
  }
  return {
    [Symbol.asyncIterator]: items,
    byPage: () => byPage(),
    async toArray(options) {
      let limit: unknown;
      try {
        limit = options?.limit;
      } catch (cause) {
        throw invalidRequest(listAllTasksOperation.name, "limit", "cannot be read: its getter throws", cause);
      }
      if (!Number.isSafeInteger(limit) || (limit as number) < 1) {
        const words = "must be a whole number, 1 or more: pass how many tasks you want at most";
        throw invalidRequest(listAllTasksOperation.name, "limit", words);
      }
      const all: Task[] = [];
      for await (const { tasks } of byPage(limit as number)) for (const task of tasks) all.push(task);
      return all;
    },
  };
}
