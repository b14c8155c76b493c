// The type of an operation on the service's side.
import type { Answer } from "../answers.js";
import type { FileSystems } from "../file-systems.js";

/** A request that has passed the gateway, for an existing file system. */
export interface Asked {
  readonly shareId: string;
  /** `""` if the path has none. */
  readonly taskId: string;
  /** As it was sent, without the question mark. */
  readonly query: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The state that operations work on. */
export interface Service {
  readonly fileSystems: FileSystems;
  /** How many tasks of one file system may be `DOING` at the same time. */
  readonly maxRunningTasks: number;
  /** Runs the step that a test has queued for the next list. */
  readonly beforeList: () => void;
}

/** One operation: its method and path, and the normal answer of the service. */
export interface Operation {
  readonly method: "GET" | "POST" | "DELETE";
  /** As the vendor's page writes it, with `{project_id}`, `{share_id}` and, for one task, `{task_id}`. */
  readonly path: string;
  readonly answer: (asked: Asked, service: Service) => Answer;
}
