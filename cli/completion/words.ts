// The words that completions offer, from the table of commands.

import type { Command } from "../table/command.js";
import type { Flag } from "../table/flag.js";

/** The flags of a command as they are typed. */
export function flagWords({ flags }: Command): string[] {
  return flags.map(({ name }) => `--${name}`);
}

/** The values of a flag that completions offer. */
export function valuesOf({ choices, known }: Flag): readonly string[] {
  return choices ?? known ?? [];
}

/** A sentence without the characters that are special in a shell or a completion menu. */
export function plainWords(text: string): string {
  return text.replace(/[`'"]/g, "").replace(/[[\]:]/g, " ");
}
