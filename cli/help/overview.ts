// The help of all commands.

import { commands, exitCodes, program } from "../table/commands.js";
import { entries, paragraph } from "./layout.js";

export function overview(width: number): string {
  const names = commands.map(({ name, argument, summary }) => {
    const about =
      argument === undefined ? "" : argument.optional ? ` [${argument.name}]` : ` <${argument.name}>`;
    return [`${name}${about}`, `${summary}.`] as const;
  });
  return [
    paragraph(`${program} <command> [flags]`, width),
    paragraph("Import and export tasks of Huawei Cloud SFS Turbo: start, follow, list, delete.", width),
    `Commands:\n${entries(names, width)}`,
    `Exit codes:\n${entries(
      exitCodes.map(([code, meaning]) => [`${code}`, `${meaning}.`] as const),
      width,
    )}`,
    paragraph(`${program} help <command> explains a command, --version prints the version.`, width),
  ].join("\n");
}
