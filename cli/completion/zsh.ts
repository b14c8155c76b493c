// Completions for zsh.

import type { Command } from "../table/command.js";
import { commands, program } from "../table/commands.js";
import type { Flag } from "../table/flag.js";
import { plainWords, valuesOf } from "./words.js";

export function zsh(): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${plainWords(summary)}'`);
  return `#compdef ${program}
# Completions of ${program} for zsh: source <(${program} completion zsh)
_sfs_turbo_tasks() {
  local -a commands
  commands=(
${names.join("\n")}
  )
  local context state state_descr line
  typeset -A opt_args
  _arguments -C '--version[Prints the version]' '1: :->command' '*:: :->arguments'
  case $state in
    command) _describe command commands ;;
    arguments)
      case $line[1] in
${commands.map(branch).join("\n")}
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_sfs_turbo_tasks" ]; then
  _sfs_turbo_tasks "$@"
else
  compdef _sfs_turbo_tasks ${program}
fi
`;
}

function branch(command: Command): string {
  const { name, argument, flags } = command;
  const choices = name === "help" ? commands.map((one) => one.name) : argument?.choices;
  const first = argument ? [`'1:${argument.name}:${choices ? `(${choices.join(" ")})` : ""}'`] : [];
  return `        ${name}) _arguments ${[...first, ...flags.map(option)].join(" ")} ;;`;
}

function option(flag: Flag): string {
  const { name, short, value, file, multiple, summary } = flag;
  const values = valuesOf(flag);
  const action = file ? "_files" : values.length > 0 ? `(${values.join(" ")})` : "";
  const rest = `[${plainWords(summary)}]${value === undefined ? "" : `:${value}:${action}`}`;
  if (short === undefined) return `'${multiple ? "*" : ""}--${name}${rest}'`;
  return `'(-${short} --${name})'{-${short},--${name}}'${rest}'`;
}
