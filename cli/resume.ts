// The command that continues to wait for a followed task.

import type { Context } from "./context.js";
import { program } from "./table/commands.js";

/** The flags that the new command needs too. */
const KEPT = ["share", "project", "region", "endpoint", "profile", "token-file"] as const;

/** Says that the task continues, and how to continue the wait. */
export function goesOn(context: Context): void {
  const { screen, following } = context;
  if (following === undefined) return;
  if (following === "all") {
    const line = commandLine(context, ["watch"], undefined, [...KEPT, "status", "type"]);
    screen.problem(`The tasks were not changed. To continue watching:\n  ${line}`);
  } else {
    const until = following.until === "deleted" ? ["--until", "deleted"] : [];
    const line = commandLine(context, ["wait", ...until], following.taskId);
    screen.problem(`The task was not changed. To continue waiting:\n  ${line}`);
  }
  needsToken(context);
}

/** A value that is read from standard input is not part of a command line. */
export function needsToken({ given, screen }: Context): void {
  if (given.is("token-stdin")) screen.problem("Add --token-stdin, and pipe in the token again.");
}

/** Says what may have happened to a request that was given up before its answer came. */
export function isInDoubt(context: Context): void {
  const { screen, unanswered } = context;
  if (unanswered === "creation") {
    const line = commandLine(context, ["list"]);
    screen.problem(`The task may have been created: check with \`${line}\` before you create it again.`);
  } else if (unanswered === "deletion") {
    const line = commandLine(context, ["get"], context.given.argument);
    screen.problem(`The task may have been deleted: check with \`${line}\`.`);
  } else return;
  needsToken(context);
}

/** A command line for the same file system, with the same sign-in. */
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
  // After `--` nothing is a flag.
  const words =
    argument === undefined ? all : argument.startsWith("-") ? [...all, "--", argument] : [argument, ...all];
  return [programTyped(env), ...[command, ...words].map(quoted)].join(" ");
}

/** The program as the user has to type it. A program that npm started is not in the PATH. */
export function programTyped({ npm_command: command }: Context["env"]): string {
  return command === "exec" || command === "run-script" ? `npx ${program}` : program;
}

/** Quotes a word for a shell. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
