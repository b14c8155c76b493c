// Listens to abort signals, with one listener for all calls on one signal: Node warns of a leak at the eleventh.

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
 * @returns Stops listening; the last one to stop leaves no listener on the signal.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const listening = signals.get(signal) ?? listen(signal);
  const { callbacks, listener } = listening;
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0 || signals.get(signal) !== listening) return;
    signals.delete(signal);
    signal.removeEventListener("abort", listener);
  };
}

function listen(signal: AbortSignal): Listening {
  const callbacks = new Set<() => void>();
  const listener = () => {
    for (const callback of [...callbacks]) callback();
  };
  signal.addEventListener("abort", listener);
  const listening = { callbacks, listener };
  signals.set(signal, listening);
  return listening;
}

/** What a promise rejects with whose signal is aborted: its reason, as with `fetch`. */
export function abortReason(signal: AbortSignal | undefined): unknown {
  const reason: unknown = signal?.reason;
  return reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason;
}
