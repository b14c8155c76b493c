// A task: what tests create, what the emulator keeps of it, and what the service says about it at a point in time.
import type { TaskFields } from "./answers.js";
import { checkDuration, checkOneOf, checkText, checkTime } from "./arguments.js";
import { documentedTask } from "./documented.js";
import { serviceTime } from "./time.js";

/** How a task ends. */
export type TaskOutcome = "SUCCESS" | "FAIL";

/** What `addTask` takes. */
export interface NewTask {
  /** The file system: an id from `addFileSystem`. Default: the one of the documented example. */
  readonly shareId?: string | undefined;
  /** Default: a new id. */
  readonly taskId?: string | undefined;
  /** `import`, `import_metadata` (default), `preload`, `export`, or any other string, as of a newer service. */
  readonly type?: string | undefined;
  /** Name of the interworking directory, answered as `src_target` and `dest_target`. Default: `"sfs-link-directory"`. */
  readonly srcTarget?: string | undefined;
  /** Path prefix, answered as `src_prefix` and `dest_prefix`. Default: `"input/datasets/"`. */
  readonly srcPrefix?: string | undefined;
  /** When the task started: milliseconds since the epoch. Default: now. */
  readonly startTime?: number | undefined;
  /**
   * How long it is `DOING`, in milliseconds of the emulator's clock. With 0 it ends at once, with `Infinity` never. Default:
   * the emulator's `taskDuration`.
   */
  readonly duration?: number | undefined;
  /** Its status after that. Default: `"SUCCESS"`. */
  readonly outcome?: TaskOutcome | undefined;
  /** Its `message` after it has ended. Default: `""`, or for a failed task a sentence about its bucket. */
  readonly message?: string | undefined;
}

/** The ids of a task. Other properties are ignored, so that you can spread the result of `addTask` or `createTask`. */
export interface TaskIds {
  /** Its file system. */
  readonly shareId: string;
  /** Its id. */
  readonly taskId: string;
}

/** A task of the emulator. */
export interface EmulatedTask extends TaskIds {
  /** Milliseconds since the epoch. */
  readonly startTime: number;
  /** When it ends: milliseconds since the epoch, or `Infinity`. */
  readonly endTime: number;
}

/** The options of `finishTask`. */
export interface FinishTaskOptions {
  /** The new status of the task. Default: `"SUCCESS"`. */
  readonly outcome?: TaskOutcome | undefined;
  /** Its `message`. Default: `""`, or for a failed task a sentence about its bucket. */
  readonly message?: string | undefined;
}

/** The options of `deleteTask`. */
export interface DeleteTaskOptions {
  /**
   * How long the task is `DELETING` before it no longer exists: milliseconds of the emulator's clock, 0 to `Infinity`.
   * Default: 5000.
   */
  readonly duration?: number | undefined;
}

/** How a task ends, and when. */
export interface TaskEnd {
  readonly endTime: number;
  readonly outcome: TaskOutcome;
  readonly message: string;
}

/** The state of a task. */
export interface KeptTask extends TaskIds {
  /** The id in the answer. Only for the documented example it differs from the requested id. */
  readonly answeredId: string;
  readonly type: string;
  readonly target: string;
  readonly prefix: string;
  readonly startTime: number;
  end: TaskEnd;
  deletion?: { readonly begins: number; readonly ends: number };
}

/** The properties that `addTask` accepts. */
export const NEW_TASK_KEYS: readonly string[] =
  "shareId taskId type srcTarget srcPrefix startTime duration outcome message".split(" ");

const DEFAULT_FAILURE = "The OBS bucket does not exist or cannot be accessed.";

/** Makes a task from the argument of `addTask`, and from the current time and default duration where it says nothing. */
export function newTask(task: NewTask & TaskIds, now: number, usualDuration: number): KeptTask {
  const { shareId, taskId, startTime = now, duration = usualDuration } = task;
  return {
    shareId,
    taskId,
    answeredId: taskId,
    type: checkText("type", task.type ?? "import_metadata"),
    target: checkText("srcTarget", task.srcTarget ?? "sfs-link-directory"),
    prefix: checkText("srcPrefix", task.srcPrefix ?? "input/datasets/"),
    startTime: checkTime("startTime", startTime),
    end: readEnd(startTime + checkDuration("duration", duration), task),
  };
}

/** How a task ends, from the options of a test. */
export function readEnd(endTime: number, { outcome = "SUCCESS", message }: FinishTaskOptions): TaskEnd {
  checkOneOf("outcome", outcome, ["SUCCESS", "FAIL"]);
  const usual = outcome === "FAIL" ? DEFAULT_FAILURE : "";
  return { endTime, outcome, message: checkText("message", message ?? usual) };
}

/** The vendor's example, which does not end by itself. */
export function documentedExample(): KeptTask {
  return {
    ...documentedTask,
    answeredId: "7bd2a9b6-xxxx-4605-xxxx-512d636001b0",
    type: "import_metadata",
    target: "sfs-link-directory",
    prefix: "input/datasets/",
    // 2023-09-02T15:04:05, as a number: a replaced `Date` may have no `UTC`.
    startTime: 1_693_667_045_000,
    end: readEnd(Number.POSITIVE_INFINITY, {}),
  };
}

/** The fields that the service sends for a task at a point in time. */
export function fieldsAt(task: KeptTask, moment: number): TaskFields {
  const { endTime, outcome, message } = task.end;
  // A deletion stops the clock of the task: it does not succeed while it is being deleted.
  const ended = (task.deletion?.begins ?? moment) >= endTime;
  return {
    task_id: task.answeredId,
    type: task.type,
    status: task.deletion !== undefined ? "DELETING" : ended ? outcome : "DOING",
    src_target: task.target,
    src_prefix: task.prefix,
    dest_target: task.target,
    dest_prefix: task.prefix,
    start_time: serviceTime(task.startTime),
    end_time: ended ? serviceTime(endTime) : "",
    message: ended ? message : "",
  };
}
