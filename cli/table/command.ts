// The type of a command in the table of commands.

import type { Flag } from "./flag.js";

/** The one argument of a command. */
export interface Argument {
  readonly name: string;
  readonly summary: string;
  readonly optional?: true;
  readonly choices?: readonly string[];
}

/** One way to use a command. */
export interface Example {
  /** What it does: a sentence without a full stop. */
  readonly text: string;
  /** The arguments after the program's name. */
  readonly line: string;
}

/** One command. */
export interface Command {
  readonly name: string;
  /** Other names that people try: each is refused with the right name. */
  readonly alias?: readonly string[];
  /** One sentence, without a full stop. */
  readonly summary: string;
  /** More explanation: one text per paragraph. */
  readonly more: readonly string[];
  readonly argument?: Argument;
  readonly flags: readonly Flag[];
  readonly examples: readonly Example[];
}
