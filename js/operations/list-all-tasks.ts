// listAllTasks: every task of a file system, page by page.

import type { Given } from "../call/given.js";
import { pages } from "../call/paging.js";
import { invalidRequest } from "../errors/failure.js";
import type { TaskList, TimedTaskFilter } from "./list-tasks.js";
import type { Operation } from "./operation.js";
import type { CallOptions, Standalone } from "./options.js";
import type { Task } from "./task.js";

/** Which tasks {@link ListAllTasks} gives, and anything to be otherwise than `ClientOptions` say, for each page. */
export interface ListAllTasksOptions extends CallOptions, TimedTaskFilter {
  /** How many tasks are asked for at once. Default 100; 2 to 1 000. Pages overlap a little, to see when the list has moved. */
  readonly pageSize?: number | undefined;
  /** How many tasks are given at most. Default: all; 1 to 2 147 483 647. */
  readonly maxItems?: number | undefined;
}

/**
 * Every task, asked for as it is iterated: one request at a time, and none before the first task is wanted.
 *
 * No task is given twice, and none is left out that was there all the time, although others may come and go between two
 * pages. It can be iterated again, from the start.
 */
export interface TaskPages extends AsyncIterable<Task> {
  /** The same, page by page. A page has only the tasks that no page before had. */
  byPage(): AsyncIterable<TaskList>;
  /**
   * All of them in an array.
   *
   * @param options `limit`: how many at most, a whole number from 1 on. It is needed, since a file system may have any number.
   * @throws An `SfsTurboError` (the promise rejects with it): of kind `invalid-request` and field `limit` without one.
   */
  toArray(options: { readonly limit: number }): Promise<Task[]>;
}

/** What `listAllTasks` takes without a client: also where the service is, the project and the token. */
export type StandaloneListAllTasksOptions = ListAllTasksOptions & Standalone;

/** The function `listAllTasks` of a client: see `Client.listAllTasks`. */
export type ListAllTasks<Missing> = (options: ListAllTasksOptions & Missing) => TaskPages;

export const listAllTasksOperation: Operation = {
  name: "listAllTasks",
  number: 2,
  // The last three in this order: see `taskPages`.
  options: ["shareId", "type", "status", "startTime", "endTime", "offset", "pageSize", "maxItems"],
  follows: false,
  creates: false,
};

/**
 * @param options Gives the options, or throws what is wrong with them.
 * @param ask Asks for a page.
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
    // Other values are refused by the core, with the first page.
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
