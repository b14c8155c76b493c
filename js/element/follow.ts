// Follows what a client watches, until it is stopped: an answer that comes later is nobody's any more.

import type { Watching } from "../call/watching.js";

/**
 * @param begin Begins to watch. What it throws is a failure too.
 * @param see Called with each value.
 * @param end Called at the end: with what it failed with, if it did.
 * @returns Stops at once: a request under way is aborted.
 */
export function follow(
  begin: () => Watching<unknown, unknown>,
  see: (value: unknown) => void,
  end: (failed?: { readonly error: unknown }) => void,
): () => void {
  let isStopped = false;
  let watch: Watching<unknown, unknown> | undefined;
  const run = async () => {
    try {
      watch = begin();
      while (!isStopped) {
        const { done, value } = await watch.next();
        if (isStopped) return;
        if (done) return end();
        see(value);
      }
    } catch (error) {
      if (!isStopped) end({ error });
    }
  };
  void run();
  return () => {
    isStopped = true;
    void watch?.return();
  };
}
