// The manual as Markdown: docs/command-line.md.

import type { Command } from "../table/command.js";
import { commands, exitCodes, program } from "../table/commands.js";
import type { Flag } from "../table/flag.js";
import { commonFlags, connectionFlags, outputFlags } from "../table/flags.js";
import { usage } from "./command-help.js";
import { typed } from "./flag-words.js";

const shared = [...connectionFlags, ...outputFlags, ...commonFlags];

export function manual(): string {
  return `# The command line

<!-- Written by \`${program} help --markdown\`. -->

\`${program} <command> [flags]\` starts, follows, lists and deletes import and export tasks of Huawei Cloud SFS Turbo.
Standard output is data only; progress, hints and errors go to standard error.

| command | |
| --- | --- |
${commands.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${summary} |`).join("\n")}

## Signing in

In this order: \`--token-file\`, \`--token-stdin\` or \`--profile\`; \`SFS_TURBO_TOKEN\`; the variables \`HUAWEICLOUD_SDK_…\`; the
variables \`HW_…\`; the profile file \`~/.huaweicloud/credentials\`; the pod identity of a CCE cluster; the agency of an ECS
instance. No flag takes a secret, because every user of a machine can see the flags of its programs. \`${program} whoami\` shows
which of these signs in.

## Flags of every command that sends requests

${flagTable(shared)}
${commands.map(section).join("\n")}
## Durations

A number and \`ms\`, \`s\`, \`m\` or \`h\`: \`250ms\`, \`5s\`, \`30m\`, \`2h\`.

## Progress

On a terminal, one line is redrawn: the time so far, the status, and what moves from where to where. There is no percentage,
because the service reports none. Elsewhere, in CI, with \`TERM=dumb\` or \`--plain\`, there is one line per change, one per minute while
nothing changes, and one last line. \`NO_COLOR\` and \`FORCE_COLOR\` are honoured.

## Exit codes

| code | |
| --- | --- |
${exitCodes.map(([code, meaning]) => `| ${code} | ${meaning} |`).join("\n")}
`;
}

function section(command: Command): string {
  const { name, summary, more, argument, flags, examples } = command;
  const own = flags.filter((flag) => !shared.includes(flag));
  const choices = argument?.choices?.map((choice) => `\`${choice}\``).join(", ");
  const blocks = [
    `## ${name}\n`,
    `\`${usage(command)}\`\n`,
    `${summary}.${choices ? ` The ${argument?.name}: ${choices}.` : ""}\n`,
    ...more.map((text) => `${text}\n`),
    ...(own.length === 0 ? [] : [flagTable(own)]),
    `\`\`\`sh\n${examples.map(({ text, line }) => `# ${text}\n${program} ${line}`).join("\n")}\n\`\`\`\n`,
  ];
  return blocks.join("\n");
}

function flagTable(flags: readonly Flag[]): string {
  const rows = flags.map((flag) => {
    const { summary, variable, otherwise, multiple } = flag;
    const values = (flag.choices ?? flag.known)?.map((value) => `\`${value}\``).join(", ");
    const without = [variable && `\`${variable}\``, otherwise].filter(Boolean).join(", else ");
    return `| \`${typed(flag)}\` | ${summary}${values ? `: ${values}` : ""}${multiple ? ". May be repeated" : ""} | ${without} |`;
  });
  return `| flag | | without it |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}
