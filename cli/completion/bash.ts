// Completions for bash.

import { commands, program } from "../table/commands.js";
import type { Flag } from "../table/flag.js";
import { flagWords, valuesOf } from "./words.js";

export function bash(): string {
  const flags = [
    ...new Map(commands.flatMap(({ flags }) => flags).map((flag) => [flag.name, flag])).values(),
  ];
  const typed = ({ name, short }: Flag) => (short === undefined ? `--${name}` : `--${name}|-${short}`);
  const chosen = flags.filter((flag) => valuesOf(flag).length > 0);
  const files = flags.filter(({ file }) => file);
  const others = flags.filter(
    (flag) => flag.value !== undefined && !flag.file && valuesOf(flag).length === 0,
  );
  const values = chosen.map(
    (flag) =>
      `    ${typed(flag)}) COMPREPLY=($(compgen -W "${valuesOf(flag).join(" ")}" -- "$word")); return ;;`,
  );
  const words = commands.map((command) => {
    const { name, argument } = command;
    const choices = name === "help" ? commands.map((one) => one.name) : (argument?.choices ?? []);
    return `    ${name}) words="${[...choices, ...flagWords(command)].join(" ")}" ;;`;
  });
  return `# Completions of ${program} for bash: source <(${program} completion bash)
_sfs_turbo_tasks() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" index
  COMPREPLY=()
  case "$before" in
${values.join("\n")}
    ${files.map(typed).join("|")}) COMPREPLY=($(compgen -f -- "$word")); return ;;
    ${others.map(typed).join("|")}) return ;;
  esac
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${COMP_WORDS[index]}" in
      ${commands.map(({ name }) => name).join("|")}) command="\${COMP_WORDS[index]}"; break ;;
    esac
  done
  case "$command" in
    "") words="${commands.map(({ name }) => name).join(" ")} --help --version" ;;
${words.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _sfs_turbo_tasks ${program}
`;
}
