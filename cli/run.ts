// One run of the command line: reads it, runs its command, and writes the error.

import type { Given } from "./arguments/given.js";
import { readArguments } from "./arguments/read.js";
import type { Context } from "./context.js";
import { listen, OutputLost, outputFailure, unlessAborted } from "./interruption.js";
import { programs } from "./programs.js";
import { Screen } from "./terminal/screen.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** The version of the package. The build inserts it. */
declare const VERSION: string;

/** @returns the exit code */
export async function runCommandLine(args: readonly string[], env: Environment): Promise<number> {
  const interruption = listen(() => screen.clear());
  let isOutUsed = false;
  const out = lazily(
    () => {
      isOutUsed = true;
      return process.stdout;
    },
    (reason) => interruption.giveUp(outputFailure(reason)),
  );
  // An error that cannot be written is dropped.
  const error = lazily(
    () => process.stderr,
    () => {},
  );
  const screenFor = (given?: Given) =>
    new Screen({
      out,
      error,
      env,
      plain: given?.is("plain") ?? false,
      quiet: given?.is("quiet") ?? false,
      verbose: given?.is("verbose") ?? false,
    });
  let screen = screenFor();
  let context: Context | undefined;
  const end = async (reason: unknown) => {
    screen.clear();
    const { tell } = await import("./failure.js");
    return tell(reason, screen, context);
  };
  const command = async () => {
    const given = readArguments(args);
    if (given === "version") {
      screen.data(`${VERSION}\n`);
      return 0;
    }
    if (given === undefined) {
      const { overview } = await import("./help/overview.js");
      screen.problem(overview(screen.noteWidth).trimEnd());
      return 2;
    }
    screen = screenFor(given);
    context = {
      given,
      screen,
      env,
      signal: interruption.signal,
      following: undefined,
      unanswered: undefined,
    };
    const load = programs[given.is("help") ? "help" : given.command.name];
    if (load === undefined) throw new Error(`${given.command.name} has no program`);
    const { run } = await load();
    return run(context);
  };
  const { signal } = interruption;
  let reason: unknown;
  let code: number;
  try {
    code = await command();
  } catch (failure) {
    reason = failure;
    code = await end(failure);
  }
  try {
    const known: unknown = signal.reason;
    if (known instanceof OutputLost && known !== reason) throw known;
    // Whether the output could be written is known only after the command has ended.
    if (isOutUsed && known === undefined) await unlessAborted(written(out()), signal);
  } catch (failure) {
    code = (await end(failure)) || code;
  } finally {
    screen.clear();
    interruption.end();
  }
  return code;
}

/** Settles when all output is written, or has failed. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    // The error arrives by its event, one turn later.
    stream.write("", () => setImmediate(resolve));
  });
}

/** A stream that is created when it is needed. Its errors are heard as long as the process lives. */
function lazily(get: () => NodeJS.WriteStream, onError: (error: Error) => void): () => NodeJS.WriteStream {
  let stream: NodeJS.WriteStream | undefined;
  return () => {
    stream ??= get().on("error", onError);
    return stream;
  };
}
