// The command that goes on waiting for a task which was followed until now.

import type { Context } from "./context.js";
import { program } from "./table/commands.js";

/** What of the command line is needed again. */
const KEPT = ["share", "project", "region", "endpoint", "profile", "token-file"] as const;

/** Tells that the task goes on, and how to go on waiting. */
export function goesOn(context: Context): void {
  const { screen, following } = context;
  if (following === undefined) return;
  if (following === "creating") {
    screen.problem(
      `The task may have been created: look with \`${commandLine(context, ["list"])}\` before you create it again.`,
    );
    return;
  }
  const until = following.until === "deleted" ? ["--until", "deleted"] : [];
  screen.problem(
    `Nothing was done to the task. To go on waiting:\n  ${commandLine(context, ["wait", following.taskId, ...until])}`,
  );
}

/** A command line for the same file system, signed in alike. */
export function commandLine({ given, env }: Context, words: readonly string[]): string {
  const flags = KEPT.flatMap((name) => {
    const value = given.text(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  if (given.is("allow-insecure")) flags.push("--allow-insecure");
  return [programTyped(env), ...[...words, ...flags].map(quoted)].join(" ");
}

/** The program as it has to be typed where it was started by npm, and is in no PATH. */
export function programTyped({ npm_command: command }: Context["env"]): string {
  return command === "exec" || command === "run-script" ? `npx ${program}` : program;
}

/** As a shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
