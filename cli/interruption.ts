// Ctrl-C and other signals, and a reader that has gone: each stops the current work of this program, and never the task.

const NUMBERS: Readonly<Record<string, number>> = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

/** A signal arrived. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(name: string) {
    super(`${name} came`);
    this.exitCode = 128 + (NUMBERS[name] ?? 0);
  }
}

/** The reader of standard output has gone. */
export class ReaderGone extends Error {}

/** Standard output accepts no more data although it has a reader: a full disk, for example. */
export class OutputLost extends Error {
  constructor({ code, message }: NodeJS.ErrnoException) {
    super(`standard output cannot be written: ${message || code}`);
  }
}

/** Why standard output failed. A closed pipe is not an error. */
export function outputFailure(error: NodeJS.ErrnoException): ReaderGone | OutputLost {
  return error.code === "EPIPE" || error.code === "EOF" ? new ReaderGone() : new OutputLost(error);
}

/** The signal that stops the work, a function that stops it for another reason, and one that ends the listening. */
export interface Interruption {
  readonly signal: AbortSignal;
  giveUp(reason: Error): void;
  end(): void;
}

/**
 * Listens to signals. A second signal ends the process at once.
 *
 * @param restore Restores the terminal. It is called whichever way the process ends.
 */
export function listen(restore: () => void): Interruption {
  const controller = new AbortController();
  const { signal } = controller;
  const onSignal = (name: string) => {
    const interrupted = new Interrupted(name);
    if (signal.aborted && signal.reason instanceof Interrupted) process.exit(interrupted.exitCode);
    controller.abort(interrupted);
  };
  const names = Object.keys(NUMBERS);
  for (const name of names) process.on(name, onSignal);
  process.on("exit", restore);
  return {
    signal,
    giveUp: (reason) => controller.abort(reason),
    end: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
}

/** The promise, or a rejection with the signal's reason as soon as there is one. */
export function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
