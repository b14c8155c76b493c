// An async iterator over the updates of a call that polls.

import type { Call } from "./call.js";

declare global {
  // As in TypeScript's own library since 5.2, so that users need no particular `lib` for the types of this package.
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

/** An async iterator that can be cancelled at any time, also with `await using`. */
export interface Watching<Value, End> {
  /** The next value. A call that is made before the last one has settled waits for it. */
  next(): Promise<IteratorResult<Value, End>>;
  /** Cancels: a request under way is aborted, and a pending `next()` resolves with the end. */
  return(value?: unknown): Promise<IteratorResult<Value, End>>;
  /** Cancels, and rejects with the error. */
  throw(error?: unknown): Promise<IteratorResult<Value, End>>;
  /** Returns itself: it is for one loop. */
  [Symbol.asyncIterator](): Watching<Value, End>;
  /** Cancels at the end of an `await using`, if the engine supports it. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Watches lazily: no request is sent before the first `next()`, nor while no `next()` is pending. A slow consumer gets the newest
 * state, not a queue of old ones.
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
      // It may have been cancelled while the answer was on its way.
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
      // One after the other, so that there are never two requests at the same time.
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
    // Older engines do not have this symbol.
    [Symbol.asyncDispose ?? "dispose"]: async () => {
      await finish();
    },
  };
  return watching as never;
}
