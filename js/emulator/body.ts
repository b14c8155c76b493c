// Reads the body of a request before anything is answered, as a server does.
import { pause, refuseEnded } from "./pause.js";
import type { Call } from "./requests.js";

const WITHOUT_BODY: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/** Whether a request can have a body. Requests that cannot are recorded immediately. */
export function mayHaveBody({ request }: Call): boolean {
  return !WITHOUT_BODY.includes(request.method);
}

/** The body of a request without one. */
export const NO_BODY = new Uint8Array(0);

/**
 * Reads the body. If the body breaks, it rejects with a `TypeError` whose cause is the reason. If the call is aborted, it
 * rejects with the reason of the signal.
 */
export async function readBody(call: Call): Promise<Uint8Array<ArrayBuffer>> {
  const finished = new AbortController();
  // A body may be a stream that never ends. The signal must end the call all the same.
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
