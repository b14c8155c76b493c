// File systems and their tasks, whose status moves with the clock.
import { documentedTask, type TaskFields } from "./answers.js";
import {
  checkDuration,
  checkIdentifier,
  checkKeys,
  checkOneOf,
  checkText,
  checkTime,
  expected,
} from "./arguments.js";
import { serviceTime } from "./time.js";

/** How a task ends. */
export type TaskOutcome = "SUCCESS" | "FAIL";

/** What `addTask` takes. */
export interface NewTask {
  /** The file system; one that `addFileSystem` gave, or that of the documented example (default). */
  readonly shareId?: string | undefined;
  /** Default: a new id. */
  readonly taskId?: string | undefined;
  /** `import`, `import_metadata` (default), `preload`, `export`, or what a newer service might say. */
  readonly type?: string | undefined;
  /** Name of the interworking directory, answered as `src_target` and `dest_target`. Default: `"sfs-link-directory"`. */
  readonly srcTarget?: string | undefined;
  /** Path prefix, answered as `src_prefix` and `dest_prefix`. Default: `"input/datasets/"`. */
  readonly srcPrefix?: string | undefined;
  /** When the task began: milliseconds since the epoch. Default: now. */
  readonly startTime?: number | undefined;
  /** How long it is `DOING`: milliseconds of the emulator's clock; 0 is ended at once, `Infinity` never. Default: 5000. */
  readonly duration?: number | undefined;
  /** What it is afterwards. Default: `"SUCCESS"`. */
  readonly outcome?: TaskOutcome | undefined;
  /** Its `message` once it has ended. Default: `""`, for a failed task a sentence about its bucket. */
  readonly message?: string | undefined;
}

/** A task the emulator holds. */
export interface EmulatedTask {
  /** Its file system. */
  readonly shareId: string;
  /** Its id. */
  readonly taskId: string;
  /** Milliseconds since the epoch. */
  readonly startTime: number;
  /** When it ends: milliseconds since the epoch, or `Infinity`. */
  readonly endTime: number;
}

/** What `deleteTask` takes besides the ids. */
export interface DeleteTaskOptions {
  /** How long the task is `DELETING` before it is gone: milliseconds of the emulator's clock, to `Infinity`. Default: 5000. */
  readonly duration?: number | undefined;
}

interface KeptTask extends EmulatedTask {
  /** The id in the answer; only the documented example answers another than was asked for. */
  readonly answeredId: string;
  readonly type: string;
  readonly target: string;
  readonly prefix: string;
  readonly outcome: TaskOutcome;
  readonly message: string;
  deletion?: { readonly begins: number; readonly ends: number };
}

/** All that the emulated project owns. */
export interface FileSystems {
  add(shareId?: string): string;
  has(shareId: string): boolean;
  addTask(task?: NewTask): EmulatedTask;
  deleteTask(shareId: string, taskId: string, options?: DeleteTaskOptions): void;
  /** The task as it is now, or `undefined` when there is none. */
  readTask(shareId: string, taskId: string): TaskFields | undefined;
  reset(): void;
}

const NEW_TASK_KEYS = "shareId taskId type srcTarget srcPrefix startTime duration outcome message".split(" ");
const DEFAULT_DURATION = 5000;
const DEFAULT_FAILURE = "The OBS bucket does not exist or cannot be accessed.";

export function createFileSystems(now: () => number): FileSystems {
  const shares = new Map<string, Map<string, KeptTask>>();
  // Goes on after a reset: an id means the same thing for as long as the emulator lives.
  let identifiers = 0;

  function newIdentifier(): string {
    identifiers += 1;
    return `5f5bd2c4-0000-4000-8000-${identifiers.toString(16).padStart(12, "0")}`;
  }

  function tasksOf(shareId: unknown): Map<string, KeptTask> {
    const tasks = shares.get(checkIdentifier("shareId", shareId));
    return tasks ?? expected("shareId", "a file system of this emulator (`addFileSystem` adds one)", shareId);
  }

  function find(shareId: string, taskId: string): KeptTask | undefined {
    const task = shares.get(shareId)?.get(taskId);
    return task?.deletion !== undefined && now() >= task.deletion.ends ? undefined : task;
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
      const { startTime = now(), duration = DEFAULT_DURATION, outcome = "SUCCESS" } = task;
      const tasks = tasksOf(shareId);
      if (find(shareId, checkIdentifier("taskId", taskId)) !== undefined)
        expected("taskId", "new to its file system", taskId);
      const kept: KeptTask = {
        shareId,
        taskId,
        answeredId: taskId,
        type: checkText("type", task.type ?? "import_metadata"),
        target: checkText("srcTarget", task.srcTarget ?? "sfs-link-directory"),
        prefix: checkText("srcPrefix", task.srcPrefix ?? "input/datasets/"),
        startTime: checkTime("startTime", startTime),
        endTime: startTime + checkDuration("duration", duration),
        outcome: checkOneOf("outcome", outcome, ["SUCCESS", "FAIL"]),
        message: checkText("message", task.message ?? (outcome === "FAIL" ? DEFAULT_FAILURE : "")),
      };
      tasks.set(taskId, kept);
      return Object.freeze({ shareId, taskId, startTime, endTime: kept.endTime });
    },
    deleteTask(shareId, taskId, options = {}) {
      const { duration = DEFAULT_DURATION } = checkKeys("options", options, ["duration"]);
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
    reset,
  };
}

function documentedExample(): KeptTask {
  return {
    ...documentedTask,
    answeredId: "7bd2a9b6-xxxx-4605-xxxx-512d636001b0",
    type: "import_metadata",
    target: "sfs-link-directory",
    prefix: "input/datasets/",
    // 2023-09-02T15:04:05, as a number: a replaced `Date` may have no `UTC`.
    startTime: 1_693_667_045_000,
    endTime: Number.POSITIVE_INFINITY,
    outcome: "SUCCESS",
    message: "",
  };
}

function fieldsAt(task: KeptTask, moment: number): TaskFields {
  // A deletion stops the clock of what it deletes: a task does not succeed while it is being removed.
  const ended = (task.deletion?.begins ?? moment) >= task.endTime;
  return {
    task_id: task.answeredId,
    type: task.type,
    status: task.deletion !== undefined ? "DELETING" : ended ? task.outcome : "DOING",
    src_target: task.target,
    src_prefix: task.prefix,
    dest_target: task.target,
    dest_prefix: task.prefix,
    start_time: serviceTime(task.startTime),
    end_time: ended ? serviceTime(task.endTime) : "",
    message: ended ? task.message : "",
  };
}
