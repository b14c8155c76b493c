// An async iterator over what a call gives that asks again and again.

import type { Call } from "./call.js";

declare global {
  // As TypeScript's own library has it since 5.2: nobody should have to choose a library for this package's types.
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

/** An async iterator that can be given up at any time, also by `await using`. */
export interface Watching<Value, End> {
  /** The next value. Calls that are made before the last one is answered wait for it. */
  next(): Promise<IteratorResult<Value, End>>;
  /** Gives up: a request under way is aborted, and a `next()` that waits gets the end. */
  return(value?: unknown): Promise<IteratorResult<Value, End>>;
  /** Gives up, and rejects with the error. */
  throw(error?: unknown): Promise<IteratorResult<Value, End>>;
  /** Itself: it is for one loop. */
  [Symbol.asyncIterator](): Watching<Value, End>;
  /** Gives up, at the end of an `await using`, where the engine knows it. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Watches lazily: nothing is asked before the first `next()`, nor while nobody waits for the next value. Who is slow gets
 * the newest state, and no queue of old ones.
 */
export function watch<Value, End>(begin: () => Call): Watching<Value, End> {
  let call: Call | undefined;
  let isOver = false;
  let last: Promise<unknown> = Promise.resolve();
  const end = (value?: unknown) => ({ done: true, value }) as IteratorReturnResult<End>;

  const advance = async (): Promise<IteratorResult<Value, End>> => {
    if (isOver) return end();
    try {
      call ??= begin();
      const value = await call.run();
      // It may have been given up while its answer was on the way.
      if (isOver) return end();
      isOver = call.isOver;
      return isOver ? end(value) : { done: false, value: value as Value };
    } catch (error) {
      if (isOver) return end();
      isOver = true;
      throw error;
    }
  };
  const finish = async (value?: unknown): Promise<IteratorReturnResult<End>> => {
    isOver = true;
    call?.close();
    return end(await value);
  };
  const watching = {
    next() {
      // One after the other: there are never two requests under way.
      const next = last.then(advance, advance);
      last = next;
      return next;
    },
    return: finish,
    async throw(error: unknown) {
      await finish();
      throw error;
    },
    [Symbol.asyncIterator]: () => watching,
    // Not every engine that runs this knows the symbol.
    [Symbol.asyncDispose ?? "dispose"]: async () => {
      await finish();
    },
  };
  return watching as never;
}
