// Reads a watch of a client until it is stopped. An answer that comes later is ignored.

import type { Watching } from "../call/watching.js";

/**
 * @param begin Starts the watch. If it throws, that is a failure too.
 * @param see Called with each value.
 * @param end Called when the watch ends, with the error if there is one.
 * @returns A function that stops at once: a request under way is aborted.
 */
export function follow(
  begin: () => Watching<unknown, unknown>,
  see: (value: unknown) => void,
  end: (failed?: { readonly error: unknown }) => void,
): () => void {
  let isStopped = false;
  let watch: Watching<unknown, unknown> | undefined;
  const leave = async () => watch?.return();
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
    // The watch of another client may fail here, or may lack `return`. Its values are ignored anyway.
    leave().catch(() => {});
  };
}
