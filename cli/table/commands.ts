// The table of commands. Parsing, help, completions and the manual are made from it.

import type { Argument, Command } from "./command.js";
import {
  commonFlags,
  connectionFlags,
  emulatorFlags,
  filterFlags,
  followFlags,
  markdownFlag,
  outputFlags,
  pageFlags,
  taskFlags,
  taskTypes,
  untilFlag,
  yesFlag,
} from "./flags.js";

const task: Argument = { name: "task", summary: "The id of a task" };
const service = [...connectionFlags, ...outputFlags, ...commonFlags];

const GOES_ON =
  "Ctrl-C, a timeout and a lost connection never change the task. The command that continues to wait is printed.";

export const commands: readonly Command[] = [
  {
    name: "list",
    alias: ["ls", "tasks"],
    summary: "Lists the tasks of a file system",
    more: ["In a pipe, each task is one line of JSON."],
    flags: [...filterFlags, ...pageFlags, ...service],
    examples: [
      { text: "The tasks that have failed", line: "list --status FAIL" },
      { text: "All tasks, for another program", line: "list --all -o ndjson" },
    ],
  },
  {
    name: "get",
    alias: ["show", "describe", "status", "info"],
    summary: "Shows one task",
    more: [],
    argument: task,
    flags: service,
    examples: [
      { text: "One task", line: "get 11abef677ac40f46644d1d5cfc2424a4" },
      { text: "With the service's own JSON", line: "get 11abef677ac40f46644d1d5cfc2424a4 -o json --raw" },
    ],
  },
  {
    name: "create",
    alias: ["start", "new", "add", "run"],
    summary: "Creates a task, which starts an import or export",
    more: [
      "In a pipe, the id of the new task is printed as soon as it is known. With --wait and `-o json`, the task is printed when it has ended. A creation is never sent twice: if its answer is lost, list the tasks before you create the task again.",
      GOES_ON,
    ],
    argument: { name: "type", summary: "What the task does", choices: taskTypes },
    flags: [...taskFlags, ...followFlags, ...service],
    examples: [
      {
        text: "Export the objects whose names start with 2026/, and wait for the end",
        line: "create export --src-target results --src-prefix 2026/ --wait",
      },
      {
        text: "Show the request without sending it",
        line: "create import --src-target data --file-mode 640 --dry-run",
      },
    ],
  },
  {
    name: "delete",
    alias: ["rm", "remove", "del"],
    summary: "Deletes a task",
    more: [
      "On a terminal, it asks for confirmation. Elsewhere, --yes is required. The task has the status DELETING for a while; `wait --until deleted` waits until it is gone.",
    ],
    argument: task,
    flags: [yesFlag, ...service],
    examples: [{ text: "In a script", line: "delete 11abef677ac40f46644d1d5cfc2424a4 --yes" }],
  },
  {
    name: "wait",
    alias: ["follow"],
    summary: "Waits until a task has ended",
    more: ["The exit code is 0 after SUCCESS and 3 after FAIL. The reason of a failure is printed.", GOES_ON],
    argument: task,
    flags: [...followFlags, untilFlag, ...service],
    examples: [
      { text: "For at most half an hour", line: "wait 11abef677ac40f46644d1d5cfc2424a4 --timeout 30m" },
      { text: "Until a deleted task is gone", line: "wait 11abef677ac40f46644d1d5cfc2424a4 --until deleted" },
    ],
  },
  {
    name: "watch",
    summary: "Prints a task, or all tasks of a file system, at each change",
    more: [
      "For one task, it ends as `wait` does. For a file system, it sends one list request per interval and does not end by itself.",
      GOES_ON,
    ],
    argument: { ...task, optional: true },
    flags: [...filterFlags, ...followFlags, ...service],
    examples: [
      { text: "One task", line: "watch 11abef677ac40f46644d1d5cfc2424a4" },
      { text: "The exports of a file system", line: "watch --type export" },
    ],
  },
  {
    name: "emulator",
    alias: ["serve", "mock"],
    summary: "Serves an emulated SFS Turbo, for clients in any language",
    more: [
      "Its data is in memory only. It starts with four tasks: two that never end, one that has failed, and one that has succeeded. Ctrl-C ends it with exit code 0.",
    ],
    flags: [...emulatorFlags, ...commonFlags],
    examples: [
      { text: "On port 4010", line: "emulator" },
      { text: "On a free port, for the set-up of a test", line: "emulator --port 0 --json" },
      {
        text: "The first task succeeds, all later ones fail",
        line: 'emulator --scenario "success=2s, fail=5s:The bucket is gone."',
      },
    ],
  },
  {
    name: "whoami",
    alias: ["login", "config", "auth"],
    summary: "Shows how requests are signed in, the region and the project, without secrets",
    more: ["No request is sent to the service. A source of keys may send its own requests to get a key."],
    flags: service,
    examples: [{ text: "Show who is signed in, and where", line: "whoami" }],
  },
  {
    name: "completion",
    alias: ["completions"],
    summary: "Prints the completion script for a shell",
    more: [],
    argument: { name: "shell", summary: "The shell", choices: ["bash", "zsh", "fish", "powershell"] },
    flags: commonFlags,
    examples: [
      {
        text: "bash, for all sessions",
        line: "completion bash > ~/.local/share/bash-completion/completions/sfs-turbo-tasks",
      },
      {
        text: "fish, for all sessions",
        line: "completion fish > ~/.config/fish/completions/sfs-turbo-tasks.fish",
      },
    ],
  },
  {
    name: "help",
    summary: "Explains a command",
    more: [],
    argument: { name: "command", summary: "A command", optional: true },
    flags: [markdownFlag, ...commonFlags],
    examples: [{ text: "The help of create", line: "help create" }],
  },
];

/** The program's name. */
export const program = "sfs-turbo-tasks";

/** The exit codes, by which programs see the result. */
export const exitCodes: readonly (readonly [code: number, meaning: string])[] = [
  [0, "success"],
  [1, "another error"],
  [2, "the command line is wrong, or an argument was refused"],
  [3, "the task ended as FAIL"],
  [4, "not signed in, or no permission"],
  [5, "not found"],
  [124, "--timeout ran out; the task continues"],
  [130, "Ctrl-C; the task continues (143 for SIGTERM, 129 for SIGHUP)"],
];
