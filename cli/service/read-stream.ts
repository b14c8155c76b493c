// Reads what somebody else writes, until it ends or nobody wants to wait any more.

import type { Readable } from "node:stream";

/** All of it. A stream that is awaited would keep the process alive: the signal destroys it. */
export async function readStream(stream: Readable, signal: AbortSignal): Promise<string> {
  const stop = () => stream.destroy();
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    let text = "";
    for await (const piece of stream.setEncoding("utf8")) text += piece;
    return text;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
