// Reads the files of the sources: again at each renewal, never at import.

import { createReadStream } from "node:fs";
import { broken, notConfigured } from "./error.js";
import { codeOf } from "./thrown.js";

/** The maximum size of a file, and of a file that contains only a secret, which a request must be able to carry. */
const LARGEST = 1024 * 1024;
const LARGEST_SECRET = 64 * 1024;

/** A file, and the option or variable that named it. It is not an error if a file at its default place does not exist. */
export interface FilePlace {
  readonly path: string;
  /** The option or variable that named it; `undefined` for the default place. */
  readonly name: string | undefined;
}

/** The text of a file, without the byte order mark of Windows editors. */
export async function readText(source: string, { path, name }: FilePlace, most = LARGEST): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readBytes(path, most + 1);
  } catch (error) {
    const code = codeOf(error);
    if (name === undefined && (code === "ENOENT" || code === "ENOTDIR")) {
      throw notConfigured(source, `there is no file ${path}.`);
    }
    const named = name === undefined ? "" : `, which ${name} names,`;
    throw broken(source, `the file ${path}${named} cannot be read: ${code}.`);
  }
  if (bytes.length > most)
    throw broken(source, `the file ${path} is too large: it has more than ${most} bytes.`);
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

/** The start of a file, which may be endless. */
async function readBytes(path: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: most - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The only secret in a file, without the line break at its end. */
export async function readSecret(source: string, place: FilePlace): Promise<string> {
  const text = (await readText(source, place, LARGEST_SECRET)).trim();
  if (text === "") throw broken(source, `the file ${place.path} is empty.`);
  if (/^[!-~]+( [!-~]+)*$/.test(text)) return text;
  throw broken(source, `the file ${place.path} must contain one line of visible ASCII.`);
}
