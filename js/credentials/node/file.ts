// Reads the files that sources are told of: anew at each renewal, never at import.

import { createReadStream } from "node:fs";
import { broken, notConfigured } from "./error.js";
import { codeOf } from "./thrown.js";

/** How many bytes a file may have, and one that holds nothing but a secret, which a request has to carry. */
const largest = 1024 * 1024;
const largestSecret = 64 * 1024;

/** A file, who named it, and whether somebody did: a usual file that is not there is no mistake. */
export interface FilePlace {
  readonly path: string;
  /** The option or variable that named it; `undefined` for the usual place. */
  readonly name: string | undefined;
}

/** The text of a file, without the mark that Windows editors put before it. */
export async function readText(source: string, { path, name }: FilePlace, most = largest): Promise<string> {
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

/** The beginning of a file, which may be one without an end. */
async function readBytes(path: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: most - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The one secret that a file holds, without the line break at its end. */
export async function readSecret(source: string, place: FilePlace): Promise<string> {
  const text = (await readText(source, place, largestSecret)).trim();
  if (text === "") throw broken(source, `the file ${place.path} is empty.`);
  if (/^[!-~]+( [!-~]+)*$/.test(text)) return text;
  throw broken(source, `the file ${place.path} must contain one line of visible ASCII.`);
}
