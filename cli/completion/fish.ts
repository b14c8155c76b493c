// Completions for fish.

import { commands, program } from "../table/commands.js";
import type { Flag } from "../table/flag.js";
import { plainWords, valuesOf } from "./words.js";

export function fish(): string {
  const names = commands.map(({ name }) => name).join(" ");
  const lines = commands.flatMap(({ name, summary, argument, flags }) => {
    const inside = `-n '__fish_seen_subcommand_from ${name}'`;
    const choices = name === "help" ? commands.map((one) => one.name) : argument?.choices;
    return [
      `complete -c ${program} -f -n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d '${plainWords(summary)}'`,
      ...(choices ? [`complete -c ${program} -f ${inside} -a '${choices.join(" ")}'`] : []),
      ...flags.map((flag) => `complete -c ${program} ${inside} ${option(flag)}`),
    ];
  });
  return `# Completions of ${program} for fish: ${program} completion fish | source
complete -c ${program} -f
complete -c ${program} -n 'not __fish_seen_subcommand_from ${names}' -l version -d 'Prints the version'
${lines.join("\n")}
`;
}

function option(flag: Flag): string {
  const { name, short, value, file, summary } = flag;
  const values = valuesOf(flag);
  const words = [
    `-l ${name}`,
    short === undefined ? "" : `-s ${short}`,
    value === undefined ? "" : file ? "-r -F" : "-x",
    values.length === 0 ? "" : `-a '${values.join(" ")}'`,
    `-d '${plainWords(summary)}'`,
  ];
  return words.filter(Boolean).join(" ");
}
