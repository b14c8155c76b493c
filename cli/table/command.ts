// What a command is, as the table of commands has it.

import type { Flag } from "./flag.js";

/** The one thing that a command is about. */
export interface Argument {
  readonly name: string;
  readonly summary: string;
  readonly optional?: true;
  readonly choices?: readonly string[];
}

/** A way to use a command. */
export interface Example {
  /** What it does, as a sentence without a dot. */
  readonly text: string;
  /** The arguments behind the program's name. */
  readonly line: string;
}

/** One command. */
export interface Command {
  readonly name: string;
  /** What else people call it: each is refused with the right name. */
  readonly alias?: readonly string[];
  /** One sentence, without a dot. */
  readonly summary: string;
  /** More to know: a paragraph each. */
  readonly more: readonly string[];
  readonly argument?: Argument;
  readonly flags: readonly Flag[];
  readonly examples: readonly Example[];
}
