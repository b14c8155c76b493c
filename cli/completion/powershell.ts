// Completions for PowerShell.

import { commands, program } from "../table/commands.js";
import { flagWords, valuesOf } from "./words.js";

export function powershell(): string {
  const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");
  const flags = [
    ...new Map(commands.flatMap(({ flags }) => flags).map((flag) => [flag.name, flag])).values(),
  ];
  const chosen = flags.filter((flag) => valuesOf(flag).length > 0);
  const words = commands.map((command) => {
    const { name, argument } = command;
    const choices = name === "help" ? commands.map((one) => one.name) : (argument?.choices ?? []);
    return `    '${name}' = @(${list([...choices, ...flagWords(command)])})`;
  });
  const values = chosen.map((flag) => `    '--${flag.name}' = @(${list(valuesOf(flag))})`);
  return `# Completions of ${program} for PowerShell: ${program} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName '${program}' -ScriptBlock {
  param($word, $ast, $position)
  $commands = [ordered]@{
${words.join("\n")}
  }
  $values = @{
${values.join("\n")}
  }
  $typed = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $before = if ($typed.Count -gt 1) { $typed[-1] } else { '' }
  if ($before -eq '-o') { $before = '--output' }
  $command = $typed | Select-Object -Skip 1 | Where-Object { $commands.Contains($_) } | Select-Object -First 1
  $offered = if ($values.ContainsKey($before)) { $values[$before] }
    elseif ($command) { $commands[$command] }
    else { @($commands.Keys) + @('--help', '--version') }
  $offered | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
