// listTasks: one page of a file system's tasks.

import type { Operation } from "./operation.js";
import type { CallOptions, Standalone } from "./options.js";
import type { Task, TaskStatus, TaskType } from "./task.js";

/** Which tasks are listed: of which file system, and which of them. */
export interface TaskFilter {
  /** The id of the SFS Turbo file system. Not empty, not `.` or `..`. */
  readonly shareId: string;
  /** Only tasks of this type. Default: of every type. */
  readonly type?: TaskType | undefined;
  /** Only tasks in this status. Default: in any. */
  readonly status?: TaskStatus | undefined;
}

/** A {@link TaskFilter} with times. The vendor's page does not say which time of a task they are about. */
export interface TimedTaskFilter extends TaskFilter {
  /** From when on: a `Date`, or the service's text, such as `"2026-11-26T09:30:00"`, which is sent as it is. UTC. */
  readonly startTime?: Date | string | undefined;
  /** Until when. As {@link TimedTaskFilter.startTime}. */
  readonly endTime?: Date | string | undefined;
}

/** Which page {@link ListTasks} asks for, and anything to be otherwise than `ClientOptions` say. */
export interface ListTasksOptions extends CallOptions, TimedTaskFilter {
  /** How many tasks are left out at the beginning. Default 0. */
  readonly offset?: number | undefined;
  /** How many tasks are given at most. Default 100; 1 to 1 000. It is always sent: the service's own default has changed. */
  readonly limit?: number | undefined;
}

/** One page of tasks. */
export interface TaskList {
  /** The tasks, in the order of the service, which its pages do not document. An entry that is no task is left out. */
  readonly tasks: readonly Task[];
  /** How many tasks there are in all, as the service counts them; the entries of this page where it does not say. */
  readonly count: number;
  /** The id of the request: see {@link Task.requestId}. */
  readonly requestId: string | null;
  /** The service's JSON object, untouched. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** What `listTasks` takes without a client: also where the service is, the project and the token. */
export type StandaloneListTasksOptions = ListTasksOptions & Standalone;

/** The function `listTasks` of a client: see `Client.listTasks`. */
export type ListTasks<Missing> = (options: ListTasksOptions & Missing) => Promise<TaskList>;

export const listTasksOperation: Operation = {
  name: "listTasks",
  number: 1,
  options: ["shareId", "type", "status", "startTime", "endTime", "offset", "limit"],
  follows: false,
  creates: false,
};
