// What a command has to work with.

import type { Given } from "./arguments/given.js";
import type { Screen } from "./terminal/screen.js";

/** A task that is being followed: what is told when that is given up. */
export interface Following {
  readonly taskId: string;
  readonly until: "ended" | "deleted";
}

/** What changes something, was sent, and has no answer yet. */
export type Unanswered = "creation" | "deletion";

export interface Context {
  readonly given: Given;
  readonly screen: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C, and when nobody reads any more. */
  readonly signal: AbortSignal;
  /** The task that is followed now, or all tasks of the file system. */
  following: Following | "all" | undefined;
  unanswered: Unanswered | undefined;
}
