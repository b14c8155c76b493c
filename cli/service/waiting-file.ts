// Reads a file that may be a pipe with a name, whose writer comes late or never.

import { close, constants, fstat, open, readFile } from "node:fs";
import { Socket } from "node:net";
import { promisify } from "node:util";
import { readStream } from "./read-stream.js";

/** The text of it. Node could not end while it opens or reads a pipe as it does a file. */
export async function readText(path: string, signal: AbortSignal): Promise<string> {
  // Windows has no such flag, and no such pipes.
  const file = await promisify(open)(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  let isOpen = true;
  try {
    if (!(await promisify(fstat)(file)).isFIFO()) return await promisify(readFile)(file, "utf8");
    // From here on it is the socket's.
    isOpen = false;
    return await readStream(new Socket({ fd: file, readable: true, writable: false }), signal);
  } finally {
    if (isOpen) await promisify(close)(file);
  }
}
