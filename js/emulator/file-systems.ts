// The file systems of the project, and the tasks of each.
import type { TaskFields } from "./answers.js";
import { checkDuration, checkIdentifier, checkKeys, expected } from "./arguments.js";
import { documentedTask } from "./documented.js";
import {
  type DeleteTaskOptions,
  documentedExample,
  type EmulatedTask,
  type FinishTaskOptions,
  fieldsAt,
  type KeptTask,
  NEW_TASK_KEYS,
  type NewTask,
  newTask,
  readEnd,
  type TaskIds,
} from "./tasks.js";

/** All file systems of the emulated project. */
export interface FileSystems {
  add(shareId?: string): string;
  has(shareId: string): boolean;
  addTask(task?: NewTask): EmulatedTask;
  finishTask(ids: TaskIds, options?: FinishTaskOptions): void;
  deleteTask(shareId: string, taskId: string, options?: DeleteTaskOptions): void;
  /** The current state of a task; `undefined` if it does not exist. */
  readTask(shareId: string, taskId: string): TaskFields | undefined;
  /** The current state of all tasks of a file system, newest first. */
  listTasks(shareId: string): readonly TaskFields[];
  reset(): void;
}

const DEFAULT_DELETION = 5000;

export function createFileSystems(now: () => number, taskDuration: number): FileSystems {
  const shares = new Map<string, Map<string, KeptTask>>();
  // Not reset: an id means the same thing as long as the emulator lives.
  let identifiers = 0;

  function newIdentifier(): string {
    identifiers += 1;
    return `5f5bd2c4-0000-4000-8000-${identifiers.toString(16).padStart(12, "0")}`;
  }

  function tasksOf(shareId: unknown): Map<string, KeptTask> {
    const tasks = shares.get(checkIdentifier("shareId", shareId));
    return tasks ?? expected("shareId", "a file system of this emulator (`addFileSystem` adds one)", shareId);
  }

  function isGone({ deletion }: KeptTask, moment: number): boolean {
    return deletion !== undefined && moment >= deletion.ends;
  }

  function find(shareId: string, taskId: string): KeptTask | undefined {
    const task = shares.get(shareId)?.get(taskId);
    return task === undefined || isGone(task, now()) ? undefined : task;
  }

  function reset(): void {
    shares.clear();
    shares.set(documentedTask.shareId, new Map([[documentedTask.taskId, documentedExample()]]));
  }

  reset();
  return {
    add(shareId = newIdentifier()) {
      checkIdentifier("shareId", shareId);
      if (shares.has(shareId)) expected("shareId", "new to this emulator", shareId);
      shares.set(shareId, new Map());
      return shareId;
    },
    has: (shareId) => shares.has(shareId),
    addTask(task = {}) {
      checkKeys("task", task, NEW_TASK_KEYS);
      const { shareId = documentedTask.shareId, taskId = newIdentifier() } = task;
      const tasks = tasksOf(shareId);
      if (find(shareId, checkIdentifier("taskId", taskId)) !== undefined)
        expected("taskId", "new to its file system", taskId);
      const kept = newTask({ ...task, shareId, taskId }, now(), taskDuration);
      // A deleted task with this id would pass its position to the new one.
      tasks.delete(taskId);
      tasks.set(taskId, kept);
      return Object.freeze({ shareId, taskId, startTime: kept.startTime, endTime: kept.end.endTime });
    },
    finishTask(ids, options = {}) {
      if (typeof ids !== "object" || ids === null) expected("ids", "an object", ids);
      checkKeys("options", options, ["outcome", "message"]);
      const { shareId, taskId } = ids;
      tasksOf(shareId);
      const task = find(shareId, checkIdentifier("taskId", taskId));
      if (task === undefined || fieldsAt(task, now()).status !== "DOING")
        return expected("taskId", "a running task of this file system", taskId);
      task.end = readEnd(now(), options);
    },
    deleteTask(shareId, taskId, options = {}) {
      const { duration = DEFAULT_DELETION } = checkKeys("options", options, ["duration"]);
      tasksOf(shareId);
      const task = find(shareId, checkIdentifier("taskId", taskId));
      if (task === undefined) return expected("taskId", "a task of this file system", taskId);
      const begins = task.deletion?.begins ?? now();
      task.deletion = { begins, ends: now() + checkDuration("duration", duration) };
    },
    readTask(shareId, taskId) {
      const task = find(shareId, taskId);
      return task === undefined ? undefined : fieldsAt(task, now());
    },
    listTasks(shareId) {
      const moment = now();
      return (
        [...(shares.get(shareId)?.values() ?? [])]
          .filter((task) => !isGone(task, moment))
          // Of two tasks with the same start time, the one added later comes first.
          .reverse()
          .sort((one, other) => other.startTime - one.startTime)
          // With the id under which the task can be requested, also for the documented example.
          .map((task) => ({ ...fieldsAt(task, moment), task_id: task.taskId }))
      );
    },
    reset,
  };
}
