// The home directory, where the files of other tools are.

import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { notConfigured } from "./error.js";
import type { FilePlace } from "./file.js";

/**
 * The home directory; nothing where there is none, as for a user whom the machine does not know. An empty `HOME` is none: with
 * it, keys would be read from wherever the program was started.
 */
export function home(): string | undefined {
  try {
    const path = homedir();
    return isAbsolute(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** A file at its usual place, in the home directory. */
export function usualPlace(source: string, ...parts: readonly string[]): FilePlace {
  const folder = home();
  if (folder !== undefined) return { path: join(folder, ...parts), name: undefined };
  throw notConfigured(source, `there is no home directory, and so no file ~/${parts.join("/")}.`);
}
