// Errors in words, and their exit codes.

import type { SfsTurboError } from "sfs-turbo-tasks";
import { UsageError } from "./arguments/usage-error.js";
import type { Context } from "./context.js";
import { Interrupted, OutputLost, ReaderGone } from "./interruption.js";
import { goesOn, isInDoubt } from "./resume.js";
import { SignInError } from "./service/sign-in-error.js";
import { program } from "./table/commands.js";
import { flagOf } from "./table/option.js";
import type { Screen } from "./terminal/screen.js";
import { visibleLines } from "./terminal/visible.js";

/** The exit code of each kind of error; 1 for a kind that is not listed. */
const CODES: Readonly<Partial<Record<SfsTurboError["kind"], number>>> = {
  "invalid-request": 2,
  "task-failed": 3,
  "no-credentials": 4,
  unauthenticated: 4,
  forbidden: 4,
  "not-found": 5,
  timeout: 124,
};

/** An error that is not the package's, with its exit code. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Writes the error. @returns the exit code */
export async function tell(error: unknown, screen: Screen, context: Context | undefined): Promise<number> {
  const say = (text: string) => screen.problem(`${screen.noteStyle("red", "error:")} ${visibleLines(text)}`);
  if (error instanceof ReaderGone) return 0;
  if (error instanceof Interrupted) {
    if (context) {
      isInDoubt(context);
      goesOn(context);
    }
    return error.exitCode;
  }
  if (error instanceof OutputLost) {
    say(error.message);
    if (context) {
      isInDoubt(context);
      goesOn(context);
    }
    return 1;
  }
  if (error instanceof UsageError) {
    say(error.message);
    if (error.next) screen.note(`See \`${program} ${error.next}\`.`);
    return 2;
  }
  if (error instanceof CommandError) {
    say(error.message);
    return error.exitCode;
  }
  if (error instanceof SignInError || isCredentialsError(error)) {
    say(error.message);
    return 4;
  }
  const { isSfsTurboError } = await import("sfs-turbo-tasks");
  if (isSfsTurboError(error)) return tellOfPackage(error, screen, say, context);
  say(error instanceof Error ? error.message : String(error));
  if (error instanceof Error && error.stack) screen.trace(visibleLines(error.stack));
  return 1;
}

function tellOfPackage(
  error: SfsTurboError,
  screen: Screen,
  say: (text: string) => void,
  context: Context | undefined,
): number {
  const { kind } = error;
  const code = CODES[kind] ?? 1;
  if (kind === "invalid-request") {
    say(inWordsOfFlags(error));
    if (context) screen.note(`See \`${program} help ${context.given.command.name}\`.`);
    return code;
  }
  say(words(error, context));
  if (kind === "no-credentials" || kind === "unauthenticated") {
    screen.note(`\`${program} whoami\` shows how requests are signed in.`);
  }
  if (kind !== "task-failed" && kind !== "not-found" && context) goesOn(context);
  return code;
}

/** The package's messages name its options; here the user sets flags. */
function inWordsOfFlags({ field, errMsg, message }: SfsTurboError): string {
  const flag = field === null ? undefined : flagOf(field);
  const words = errMsg.replace("pass allowInsecure: true", "pass --allow-insecure");
  if (flag === undefined || field === null) return message;
  return (words.startsWith(field) ? `${flag}${words.slice(field.length)}` : `${flag}: ${words}`).replace(
    "pass an endpoint",
    "use --endpoint",
  );
}

/** The error's own sentence, without the name of a function; or a sentence of the command line, if it knows more. */
function words({ kind, operation, message, cause }: SfsTurboError, context: Context | undefined): string {
  const following = context?.following;
  const limit = context?.given.text("timeout");
  if (kind === "timeout" && following === "all" && limit !== undefined)
    return `the ${limit} of --timeout ran out`;
  if (kind === "timeout" && typeof following === "object" && limit !== undefined) {
    const end = following.until === "deleted" ? "is not gone" : "has not ended";
    return `task ${following.taskId} ${end} after ${limit}`;
  }
  if (kind === "no-credentials" && cause instanceof Error) return cause.message;
  return message.startsWith(`${operation}: `) ? message.slice(operation.length + 2) : message;
}

/** Whether the error is a source's reason why it gives no key. It is known by its name, since the source may not be loaded. */
function isCredentialsError(error: unknown): error is Error {
  return error instanceof Error && error.name === "CredentialsError";
}
