// listTasks: one page of a file system's tasks.

import type { Operation } from "./operation.js";
import type { CallOptions, Standalone } from "./options.js";
import type { Task, TaskStatus, TaskType } from "./task.js";

/** Which tasks are listed: the file system and the filters. */
export interface TaskFilter {
  /** The id of the SFS Turbo file system. Not empty, not `.` or `..`. */
  readonly shareId: string;
  /** Only tasks of this type. Default: every type. */
  readonly type?: TaskType | undefined;
  /** Only tasks in this status. Default: every status. */
  readonly status?: TaskStatus | undefined;
}

/** A {@link TaskFilter} with times. The vendor's page does not say which time of a task they filter. */
export interface TimedTaskFilter extends TaskFilter {
  /** The earliest time, in UTC: a `Date`, or a string such as `"2026-11-26T09:30:00"`, which is sent unchanged. */
  readonly startTime?: Date | string | undefined;
  /** The latest time. See {@link TimedTaskFilter.startTime}. */
  readonly endTime?: Date | string | undefined;
}

/** The options of {@link ListTasks}: the page, and options that replace those of the client. */
export interface ListTasksOptions extends CallOptions, TimedTaskFilter {
  /** How many tasks to skip. Default 0. */
  readonly offset?: number | undefined;
  /** The maximum number of tasks. Default 100; 1 to 1 000. It is always sent, because the service has changed its own default. */
  readonly limit?: number | undefined;
}

/** One page of tasks. */
export interface TaskList {
  /** The tasks in the service's order, which is not documented. An entry that is not a task is left out. */
  readonly tasks: readonly Task[];
  /** The total number of tasks, as the service counts them; the number of entries of this page if it does not say. */
  readonly count: number;
  /** The id of the request. See {@link Task.requestId}. */
  readonly requestId: string | null;
  /** The service's JSON object, unchanged. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The options of `listTasks` without a client. They include the place of the service, the project and the credentials. */
export type StandaloneListTasksOptions = ListTasksOptions & Standalone;

/** The method `listTasks` of a client. See `Client.listTasks`. */
export type ListTasks<Missing> = (options: ListTasksOptions & Missing) => Promise<TaskList>;

export const listTasksOperation: Operation = {
  name: "listTasks",
  number: 1,
  options: ["shareId", "type", "status", "startTime", "endTime", "offset", "limit"],
  follows: false,
  creates: false,
};
