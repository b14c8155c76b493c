// Listens to abort signals, with one listener for all calls on one signal: Node warns of a leak at the eleventh.

import { invalidRequest } from "../errors/failure.js";

/** The listener of a signal, and the callbacks that it calls. */
interface Listening {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

/** The signals with a listener. A weak map, so that a signal that is never aborted can be garbage-collected. */
const signals = new WeakMap<AbortSignal, Listening>();

/**
 * Calls the callback once when the signal is aborted.
 *
 * @param tokens Secrets that are removed from the error.
 * @returns A function that removes the callback; the last one also removes the listener. It never throws.
 * @throws A typed error if no listener can be added to the signal.
 */
export function onAbort(
  signal: AbortSignal | undefined,
  callback: () => void,
  operation: string,
  tokens: readonly string[],
): () => void {
  if (signal === undefined) return () => {};
  const listening = signals.get(signal) ?? listen(signal, operation, tokens);
  const { callbacks, listener } = listening;
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0 || signals.get(signal) !== listening) return;
    signals.delete(signal);
    try {
      signal.removeEventListener("abort", listener);
    } catch {
      // Not a signal of the platform. Its listener has no callbacks left.
    }
  };
}

function listen(signal: AbortSignal, operation: string, tokens: readonly string[]): Listening {
  const callbacks = new Set<() => void>();
  const listener = () => {
    for (const callback of [...callbacks]) callback();
  };
  try {
    signal.addEventListener("abort", listener);
  } catch (cause) {
    const problem = "cannot be listened to: its addEventListener throws";
    throw invalidRequest(operation, "signal", problem, cause, tokens);
  }
  const listening = { callbacks, listener };
  signals.set(signal, listening);
  return listening;
}

/** The reason of an aborted signal, which the call rejects with, as `fetch` does. */
export function abortReason(signal: AbortSignal | undefined): unknown {
  const words = "This operation was aborted";
  try {
    const reason: unknown = signal?.reason;
    if (reason !== undefined) return reason;
  } catch {
    // Not a signal of the platform.
  }
  if (typeof DOMException === "function") return new DOMException(words, "AbortError");
  return Object.assign(new Error(words), { name: "AbortError" });
}
