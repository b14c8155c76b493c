// Waiting that ends with the call. Only this file of the emulator uses timers and listeners.
import type { Call } from "./requests.js";

/**
 * The requests of calls that wait. An abort reaches a Request only while something references it. In a server that is a
 * socket, here it is this set.
 */
const waiting = new Set<Request>();

/** Throws the reason of the signal if the call has been aborted. */
export function refuseEnded({ signals }: Call): void {
  const ended = signals.find((signal) => signal.aborted);
  if (ended !== undefined) throw ended.reason;
}

/**
 * Waits; forever if `milliseconds` is `Infinity`. If the call is aborted, it rejects at once with the reason of the signal. It
 * leaves no timer and no listener behind.
 */
export async function pause(milliseconds: number, call: Call): Promise<void> {
  refuseEnded(call);
  const { request, signals } = call;
  await new Promise<void>((resolve, reject) => {
    const finish = (settle: () => void) => () => {
      clearTimeout(timer);
      for (const [signal, end] of ends) signal.removeEventListener("abort", end);
      waiting.delete(request);
      settle();
    };
    const ends = signals.map((signal) => [signal, finish(() => reject(signal.reason))] as const);
    const timer =
      milliseconds === Number.POSITIVE_INFINITY ? undefined : setTimeout(finish(resolve), milliseconds);
    for (const [signal, end] of ends) signal.addEventListener("abort", end);
    waiting.add(request);
  });
}
