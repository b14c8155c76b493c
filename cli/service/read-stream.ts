// Reads what another program writes, until it ends or the signal is aborted.

import type { Readable } from "node:stream";

/** All of the text. An awaited stream would keep the process alive, so the signal destroys it. */
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
