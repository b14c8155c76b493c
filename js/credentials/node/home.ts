// The home directory, which has the files of other tools.

import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { notConfigured } from "./error.js";
import type { FilePlace } from "./file.js";

/**
 * The home directory; `undefined` if there is none, for example for an unknown user. An empty `HOME` counts as none: otherwise
 * keys would be read from the current directory.
 */
export function home(): string | undefined {
  try {
    const path = homedir();
    return isAbsolute(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** A file at its default place in the home directory. */
export function usualPlace(source: string, ...parts: readonly string[]): FilePlace {
  const folder = home();
  if (folder !== undefined) return { path: join(folder, ...parts), name: undefined };
  throw notConfigured(source, `there is no home directory, and so no file ~/${parts.join("/")}.`);
}
