// Waiting that ends with its call: the only place of the emulator with timers and listeners.
import type { Call } from "./requests.js";

/**
 * Calls that wait. An abort reaches a Request only as long as something keeps that Request; a socket would, here it is
 * this set.
 */
const waiting = new Set<Request>();

/** Throws the reason of the signal that has ended a call, if one has. */
export function refuseEnded({ signals }: Call): void {
  const ended = signals.find((signal) => signal.aborted);
  if (ended !== undefined) throw ended.reason;
}

/**
 * Waits, for ever if `milliseconds` is `Infinity`. An aborted call rejects at once with the reason of its signal, and
 * leaves neither timer nor listener behind.
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
