// The objects that a command works with.

import type { Given } from "./arguments/given.js";
import type { Screen } from "./terminal/screen.js";

/** A followed task, for the message that is shown if the wait is given up. */
export interface Following {
  readonly taskId: string;
  readonly until: "ended" | "deleted";
}

/** A request that changes data, was sent, and has no answer yet. */
export type Unanswered = "creation" | "deletion";

export interface Context {
  readonly given: Given;
  readonly screen: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C, and when the reader of standard output has gone. */
  readonly signal: AbortSignal;
  /** The task that is followed now, or all tasks of the file system. */
  following: Following | "all" | undefined;
  unanswered: Unanswered | undefined;
}
