// The body of a request, read before anything is answered, as a server does.
import { pause, refuseEnded } from "./pause.js";
import type { Call } from "./requests.js";

const WITHOUT_BODY: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/** Whether a request can have a body. The others are recorded in the turn in which they come. */
export function mayHaveBody({ request }: Call): boolean {
  return !WITHOUT_BODY.includes(request.method);
}

/**
 * Reads the body as text. A body that breaks rejects with a `TypeError` that has the reason as its cause, a call that
 * is aborted meanwhile with the reason of its signal.
 */
export async function readBody(call: Call): Promise<string> {
  const finished = new AbortController();
  // A body can be a stream that never ends; the signal has to end the call all the same.
  const ended = pause(Number.POSITIVE_INFINITY, { ...call, signals: [...call.signals, finished.signal] });
  try {
    return await Promise.race([call.request.text(), ended.then(() => "")]);
  } catch (error) {
    refuseEnded(call);
    throw new TypeError("fetch failed", { cause: error });
  } finally {
    finished.abort();
  }
}
