// The body of a request, read before anything is answered, as a server does.
import { pause, refuseEnded } from "./pause.js";
import type { Call } from "./requests.js";

const WITHOUT_BODY: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/** Whether a request can have a body. The others are recorded in the turn in which they come. */
export function mayHaveBody({ request }: Call): boolean {
  return !WITHOUT_BODY.includes(request.method);
}

/** The body of a request that has none. */
export const NO_BODY = new Uint8Array(0);

/**
 * Reads the body. A body that breaks rejects with a `TypeError` that has the reason as its cause, a call that
 * is aborted meanwhile with the reason of its signal.
 */
export async function readBody(call: Call): Promise<Uint8Array<ArrayBuffer>> {
  const finished = new AbortController();
  // A body can be a stream that never ends; the signal has to end the call all the same.
  const ended = pause(Number.POSITIVE_INFINITY, { ...call, signals: [...call.signals, finished.signal] });
  try {
    const read = call.request.arrayBuffer().then((bytes) => new Uint8Array(bytes));
    return await Promise.race([read, ended.then(() => NO_BODY)]);
  } catch (error) {
    refuseEnded(call);
    throw new TypeError("fetch failed", { cause: error });
  } finally {
    finished.abort();
  }
}
