// The help of one command.

import type { Command } from "../table/command.js";
import { program } from "../table/commands.js";
import { meaning, typed } from "./flag-words.js";
import { entries, paragraph } from "./layout.js";

/** How to type the command. */
export function usage({ name, argument }: Command): string {
  const about =
    argument === undefined ? "" : argument.optional ? ` [${argument.name}]` : ` <${argument.name}>`;
  return `${program} ${name}${about} [flags]`;
}

export function commandHelp(command: Command, width: number): string {
  const { summary, more, argument, flags, examples } = command;
  const without = (text: string) => text.replaceAll("`", "");
  const parts = [paragraph(usage(command), width), paragraph(`${summary}.`, width)];
  for (const text of more) parts.push(paragraph(without(text), width));
  if (argument) {
    const choices = argument.choices ? `: ${argument.choices.join(", ")}` : "";
    parts.push(`Argument:\n${entries([[`<${argument.name}>`, `${argument.summary}${choices}.`]], width)}`);
  }
  parts.push(
    `Flags:\n${entries(
      flags.map((flag) => [typed(flag), without(meaning(flag))] as const),
      width,
    )}`,
  );
  // Never broken, however narrow the terminal is: users copy these lines.
  const lines = examples.map(({ text, line }) => `  # ${text}\n  ${program} ${line}\n`);
  parts.push(`Examples:\n${lines.join("\n")}`);
  return parts.join("\n");
}
