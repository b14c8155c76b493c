// Reads a file that may be a named pipe, whose writer may come late or never.

import { close, constants, fstat, open, readFile } from "node:fs";
import { Socket } from "node:net";
import { util } from "../node-util.js";
import { readStream } from "./read-stream.js";

/** The text of the file. While Node opens or reads a pipe in the way it reads a file, it cannot exit. */
export async function readText(path: string, signal: AbortSignal): Promise<string> {
  // Windows has neither this flag nor these pipes.
  const file = await util.promisify(open)(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  let isOpen = true;
  try {
    if (!(await util.promisify(fstat)(file)).isFIFO()) return await util.promisify(readFile)(file, "utf8");
    // From here on the socket owns the handle.
    isOpen = false;
    return await readStream(new Socket({ fd: file, readable: true, writable: false }), signal);
  } finally {
    if (isOpen) await util.promisify(close)(file);
  }
}
