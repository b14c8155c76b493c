// `help`: shows all commands, one command, or the whole manual.

import { findCommand } from "../arguments/read.js";
import type { Context } from "../context.js";
import { commandHelp } from "../help/command-help.js";
import { overview } from "../help/overview.js";

export async function run({ given, screen }: Context): Promise<number> {
  const width = screen.isTerminal ? screen.width : screen.noteWidth;
  if (given.is("markdown")) {
    screen.data((await import("../help/manual.js")).manual());
    return 0;
  }
  const { command, argument } = given;
  const asked = command.name === "help" && !given.is("help") ? argument : command.name;
  screen.data(asked === undefined ? overview(width) : commandHelp(findCommand(asked), width));
  return 0;
}
