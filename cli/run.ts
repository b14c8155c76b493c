// One run of the command line: reads it, runs its command, and tells what went wrong.

import type { Given } from "./arguments/given.js";
import { readArguments } from "./arguments/read.js";
import type { Context } from "./context.js";
import { listen, ReaderGone } from "./interruption.js";
import { programs } from "./programs.js";
import { Screen } from "./terminal/screen.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** Of the package, put in when it is built. */
declare const VERSION: string;

/** @returns the exit code */
export async function runCommandLine(args: readonly string[], env: Environment): Promise<number> {
  const interruption = listen(() => screen.clear());
  // What cannot be told to anybody is nobody's error.
  const out = lazily(
    () => process.stdout,
    () => interruption.giveUp(new ReaderGone()),
  );
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
  try {
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
    context = { given, screen, env, signal: interruption.signal, following: undefined };
    const load = programs[given.is("help") ? "help" : given.command.name];
    if (load === undefined) throw new Error(`${given.command.name} has no program`);
    const { run } = await load();
    return await run(context);
  } catch (reason) {
    screen.clear();
    const { tell } = await import("./failure.js");
    return tell(reason, screen, context);
  } finally {
    screen.clear();
    interruption.end();
  }
}

/** A stream that is made when it is needed, and heard for as long as the process lives. */
function lazily(get: () => NodeJS.WriteStream, onError: () => void): () => NodeJS.WriteStream {
  let stream: NodeJS.WriteStream | undefined;
  return () => {
    stream ??= get().on("error", onError);
    return stream;
  };
}
