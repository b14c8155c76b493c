// What completions offer, from the table of commands.

import type { Command } from "../table/command.js";
import type { Flag } from "../table/flag.js";

/** The flags of a command as they are typed. */
export function flagWords({ flags }: Command): string[] {
  return flags.map(({ name }) => `--${name}`);
}

/** The values of a flag that are offered. */
export function valuesOf({ choices, known }: Flag): readonly string[] {
  return choices ?? known ?? [];
}

/** A sentence without what a shell or a reader of a menu stumbles over. */
export function plainWords(text: string): string {
  return text.replace(/[`'"]/g, "").replace(/[[\]:]/g, " ");
}
