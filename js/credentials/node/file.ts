// Reads the files that sources are told of: anew at each renewal, never at import.

import { readFile } from "node:fs/promises";
import { broken, notConfigured } from "./error.js";

/** A file, who named it, and whether somebody did: a usual file that is not there is no mistake. */
export interface FilePlace {
  readonly path: string;
  /** The option or variable that named it; `undefined` for the usual place. */
  readonly name: string | undefined;
}

/** The text of a file, without the mark that Windows editors put before it. */
export async function readText(source: string, { path, name }: FilePlace): Promise<string> {
  try {
    return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    if (name === undefined && (code === "ENOENT" || code === "ENOTDIR")) {
      throw notConfigured(source, `there is no file ${path}.`);
    }
    const named = name === undefined ? "" : `, which ${name} names,`;
    throw broken(source, `the file ${path}${named} cannot be read: ${code}.`);
  }
}

/** The one secret that a file holds, without the line break at its end. */
export async function readSecret(source: string, place: FilePlace): Promise<string> {
  const text = (await readText(source, place)).trim();
  if (text === "") throw broken(source, `the file ${place.path} is empty.`);
  if (/^[!-~]+( [!-~]+)*$/.test(text)) return text;
  throw broken(source, `the file ${place.path} must hold visible ASCII in one line.`);
}
