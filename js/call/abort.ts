// Listens to abort signals, with one listener for all calls on one signal: Node warns of a leak at the eleventh.

import { invalidRequest } from "../errors/failure.js";

/** A signal's listener, and whom it tells. */
interface Listening {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

/** What is listened to. A weak map, so that a signal which is never aborted can be collected. */
const signals = new WeakMap<AbortSignal, Listening>();

/**
 * Calls back once when a signal is aborted.
 *
 * @returns Stops listening; the last one to stop leaves no listener on the signal. Never throws.
 * @throws A typed error if the signal does not let itself be listened to.
 */
export function onAbort(
  signal: AbortSignal | undefined,
  callback: () => void,
  operation: string,
): () => void {
  if (signal === undefined) return () => {};
  const listening = signals.get(signal) ?? listen(signal, operation);
  const { callbacks, listener } = listening;
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0 || signals.get(signal) !== listening) return;
    signals.delete(signal);
    try {
      signal.removeEventListener("abort", listener);
    } catch {
      // A signal that is not the platform's. What it still calls finds nobody to tell.
    }
  };
}

function listen(signal: AbortSignal, operation: string): Listening {
  const callbacks = new Set<() => void>();
  const listener = () => {
    for (const callback of [...callbacks]) callback();
  };
  try {
    signal.addEventListener("abort", listener);
  } catch (cause) {
    throw invalidRequest(operation, "signal", "cannot be listened to: its addEventListener throws", cause);
  }
  const listening = { callbacks, listener };
  signals.set(signal, listening);
  return listening;
}

/** What a promise rejects with whose signal is aborted: its reason, as with `fetch`. */
export function abortReason(signal: AbortSignal | undefined): unknown {
  const words = "This operation was aborted";
  try {
    const reason: unknown = signal?.reason;
    if (reason !== undefined) return reason;
  } catch {
    // A signal that is not the platform's.
  }
  if (typeof DOMException === "function") return new DOMException(words, "AbortError");
  return Object.assign(new Error(words), { name: "AbortError" });
}
