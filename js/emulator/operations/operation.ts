// What an operation is on the service's side.
import type { Answer } from "../answers.js";
import type { FileSystems } from "../file-systems.js";

/** What has passed the gateway, for a file system that is there. */
export interface Asked {
  readonly shareId: string;
  /** `""` where the path has none. */
  readonly taskId: string;
  /** As it was sent, without its question mark. */
  readonly query: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the operations work on. */
export interface Service {
  readonly fileSystems: FileSystems;
  /** How many tasks of one file system may be `DOING`. */
  readonly maxRunningTasks: number;
  /** Takes the step that a test has queued for the next list. */
  readonly beforeList: () => void;
}

/** One operation: where it is asked for, and what a healthy service says. */
export interface Operation {
  readonly method: "GET" | "POST" | "DELETE";
  /** What comes after `/hpc-cache/` in its path. */
  readonly path: "task" | "tasks" | "task/{task_id}";
  readonly answer: (asked: Asked, service: Service) => Answer;
}
