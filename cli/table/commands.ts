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
  "Ctrl-C, a timeout and a lost connection never touch the task: the command that goes on waiting is printed.";

export const commands: readonly Command[] = [
  {
    name: "list",
    alias: ["ls", "tasks"],
    summary: "Lists the tasks of a file system",
    more: ["In a pipe, each task is one line of JSON."],
    flags: [...filterFlags, ...pageFlags, ...service],
    examples: [
      { text: "What has failed", line: "list --status FAIL" },
      { text: "Every task, for another program", line: "list --all -o ndjson" },
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
      { text: "As the service told it", line: "get 11abef677ac40f46644d1d5cfc2424a4 -o json --raw" },
    ],
  },
  {
    name: "create",
    alias: ["start", "new", "add", "run"],
    summary: "Starts an import or export",
    more: [
      "In a pipe the new task's id is printed, as soon as it is known; with --wait and `-o json` the task, at its end. A creation is never sent twice: where its answer is lost, list the tasks before you create again.",
      GOES_ON,
    ],
    argument: { name: "type", summary: "What the task does", choices: taskTypes },
    flags: [...taskFlags, ...followFlags, ...service],
    examples: [
      {
        text: "Export what begins with 2026/, and wait for the end",
        line: "create export --src-target results --src-prefix 2026/ --wait",
      },
      {
        text: "See the request, and send nothing",
        line: "create import --src-target data --file-mode 640 --dry-run",
      },
    ],
  },
  {
    name: "delete",
    alias: ["rm", "remove", "del"],
    summary: "Deletes a task",
    more: [
      "On a terminal it asks before; elsewhere it wants --yes. The task is DELETING for a while; `wait --until deleted` waits until it is gone.",
    ],
    argument: task,
    flags: [yesFlag, ...service],
    examples: [{ text: "In a script", line: "delete 11abef677ac40f46644d1d5cfc2424a4 --yes" }],
  },
  {
    name: "wait",
    alias: ["follow"],
    summary: "Waits for the end of a task",
    more: ["Ends with 0 after SUCCESS and with 3 after FAIL, whose reason it tells.", GOES_ON],
    argument: task,
    flags: [...followFlags, untilFlag, ...service],
    examples: [
      { text: "For half an hour at most", line: "wait 11abef677ac40f46644d1d5cfc2424a4 --timeout 30m" },
      { text: "Until a deleted task is gone", line: "wait 11abef677ac40f46644d1d5cfc2424a4 --until deleted" },
    ],
  },
  {
    name: "watch",
    summary: "Prints a task, or all tasks of a file system, each time something has changed",
    more: [
      "Of one task it ends as `wait` does. Of a file system, which is one listing an interval, it has no end of its own.",
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
    summary: "Serves an SFS Turbo without a cloud, for any language",
    more: [
      "It is in memory, and gone when it ends. Four tasks are there: two that run for ever, one that has failed, one that has succeeded. Ctrl-C ends it, with 0.",
    ],
    flags: [...emulatorFlags, ...commonFlags],
    examples: [
      { text: "On port 4010", line: "emulator" },
      { text: "On a free port, for a test's set-up", line: "emulator --port 0 --json" },
      {
        text: "The first task succeeds, all later ones fail",
        line: 'emulator --scenario "success=2s, fail=5s:The bucket is gone."',
      },
    ],
  },
  {
    name: "whoami",
    alias: ["login", "config", "auth"],
    summary: "Tells which source signs in, the region and the project; no secret",
    more: ["The service is not asked; of a key's source, whatever it asks for a key."],
    flags: service,
    examples: [{ text: "Who am I, and where", line: "whoami" }],
  },
  {
    name: "completion",
    alias: ["completions"],
    summary: "Prints the completions for a shell",
    more: [],
    argument: { name: "shell", summary: "The shell", choices: ["bash", "zsh", "fish", "powershell"] },
    flags: commonFlags,
    examples: [
      { text: "bash, in ~/.bashrc", line: "completion bash" },
      { text: "fish, for good", line: "completion fish > ~/.config/fish/completions/sfs-turbo-tasks.fish" },
    ],
  },
  {
    name: "help",
    summary: "Explains a command",
    more: [],
    argument: { name: "command", summary: "A command", optional: true },
    flags: [markdownFlag, ...commonFlags],
    examples: [{ text: "How to create", line: "help create" }],
  },
];

/** The program's name. */
export const program = "sfs-turbo-tasks";

/** The exit codes, by which programs see the result. */
export const exitCodes: readonly (readonly [code: number, meaning: string])[] = [
  [0, "well"],
  [1, "another error"],
  [2, "the command line makes no sense, or an argument was refused"],
  [3, "the task ended as FAIL"],
  [4, "not signed in, or not allowed"],
  [5, "not found"],
  [124, "the time was up; the task goes on"],
  [130, "Ctrl-C; the task goes on (143 for SIGTERM, 129 for SIGHUP)"],
];
