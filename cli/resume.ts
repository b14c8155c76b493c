// The command that goes on waiting for a task which was followed until now.

import type { Context } from "./context.js";
import { program } from "./table/commands.js";

/** What of the command line is needed again. */
const KEPT = ["share", "project", "region", "endpoint", "profile", "token-file"] as const;

/** Tells that the task goes on, and how to go on waiting. */
export function goesOn(context: Context): void {
  const { screen, following } = context;
  if (following === undefined) return;
  if (following === "all") {
    const line = commandLine(context, ["watch"], undefined, [...KEPT, "status", "type"]);
    screen.problem(`Nothing was done to the tasks. To go on watching:\n  ${line}`);
  } else {
    const until = following.until === "deleted" ? ["--until", "deleted"] : [];
    const line = commandLine(context, ["wait", ...until], following.taskId);
    screen.problem(`Nothing was done to the task. To go on waiting:\n  ${line}`);
  }
  needsToken(context);
}

/** What is read from standard input is no part of a command line. */
export function needsToken({ given, screen }: Context): void {
  if (given.is("token-stdin")) screen.problem("It wants the token again: add --token-stdin.");
}

/** Tells what may have come to be of a request that was given up before its answer came. */
export function isInDoubt(context: Context): void {
  const { screen, unanswered } = context;
  if (unanswered === "creation") {
    const line = commandLine(context, ["list"]);
    screen.problem(`The task may have been created: look with \`${line}\` before you create it again.`);
  } else if (unanswered === "deletion") {
    const line = commandLine(context, ["get"], context.given.argument);
    screen.problem(`The task may be deleted: look with \`${line}\`.`);
  } else return;
  needsToken(context);
}

/** A command line for the same file system, signed in alike. */
export function commandLine(
  { given, env }: Context,
  [command = "", ...own]: readonly string[],
  argument?: string,
  kept: readonly string[] = KEPT,
): string {
  const flags = kept.flatMap((name) => {
    const value = given.text(name);
    if (value === undefined) return [];
    return value.startsWith("-") ? [`--${name}=${value}`] : [`--${name}`, value];
  });
  if (given.is("allow-insecure")) flags.push("--allow-insecure");
  const all = [...own, ...flags];
  // Behind `--` nothing is a flag.
  const words =
    argument === undefined ? all : argument.startsWith("-") ? [...all, "--", argument] : [argument, ...all];
  return [programTyped(env), ...[command, ...words].map(quoted)].join(" ");
}

/** The program as it has to be typed where it was started by npm, and is in no PATH. */
export function programTyped({ npm_command: command }: Context["env"]): string {
  return command === "exec" || command === "run-script" ? `npx ${program}` : program;
}

/** As a shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
