// What may be told of a server's refusal: its status, its code, and its words only if no secret is among them.

import { fieldOf, parsedJson } from "./field.js";

/** So many characters of a key or token in a row are too many to show. */
const telling = 8;

/** What is shorter may be a password, which may have a word of the language in it: most of it has to be there. */
const long = 24;

/** How much of somebody's words is read, and how much is told. */
const read = 512;
const told = 300;

/** Of what is longer no piece is looked for: it would take too long. */
const longest = 128 * 1024;

/** What of an answer tells why it is none. */
interface Refused {
  readonly status: number;
  readonly body: string;
}

/**
 * A refusal in one line, such as `HTTP 401, IAM.0011: …`.
 *
 * @param secrets What was sent, or what the body may have: words with a piece of one of them are left out.
 */
export function refusal({ status, body }: Refused, secrets: readonly (string | undefined)[]): string {
  const redirect = status >= 300 && status < 400 ? " (a redirect, which is not followed)" : "";
  const parsed = parsedJson(body);
  const error = fieldOf(parsed, "error") ?? parsed;
  const code = wordOf(fieldOf(error, "error_code") ?? fieldOf(error, "code"));
  const message = wordOf(fieldOf(error, "error_msg") ?? fieldOf(error, "message"));
  const hasSecret = holdsSecret(`${code}\n${message}`, secrets);
  const isCode = /^[\w.-]{1,64}$/.test(code) && code !== `${status}`;
  const words = [
    isCode && !hasSecret ? `, ${code}` : "",
    message === "" || hasSecret ? "" : `: ${lineOf(message).replace(/\.+$/, "")}`,
  ];
  const left = hasSecret ? " (its message is not shown, because it repeats a secret)" : "";
  return `HTTP ${status}${redirect}${words.join("")}${left}`;
}

function wordOf(value: unknown): string {
  if (typeof value === "number") return `${value}`;
  return typeof value === "string" ? lineOf(value, read) : "";
}

/** The beginning of a text, in one line. */
export function lineOf(text: string, length = told): string {
  // Control characters could make one line of a log look like two.
  return text
    .slice(0, length)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

/** Whether the beginning of a text has a piece of a secret, as it is or as URLs, JSON and base64 write it. */
export function holdsSecret(text: string, secrets: readonly (string | undefined)[]): boolean {
  const beginning = text.slice(0, 2 * read).toLowerCase();
  return secrets.some((secret) => {
    if (secret === undefined || secret === "") return false;
    if (secret.length > longest) return true;
    return formsOf(secret).some((form) => sharesPiece(beginning, form.toLowerCase()));
  });
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  // What a URL cannot have is the same mark in both.
  const inUrl = encodeURIComponent(bytes.toString());
  // In base64 a text looks otherwise for each place in its group of three bytes: with that many before it.
  const inBase64 = [0, 1, 2].map((before) => base64(bytes, before));
  const forms = [secret, inUrl, JSON.stringify(secret).slice(1, -1), ...inBase64];
  // As URLs write base64.
  return [...new Set([...forms, ...inBase64.map((form) => form.replace(/\+/g, "-").replace(/\//g, "_"))])];
}

/** The characters of base64 that the bytes alone decide, with so many others before them. */
function base64(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
  return before === 0 ? text : text.slice(before + 1);
}

function sharesPiece(text: string, secret: string): boolean {
  const size = secret.length < long ? Math.ceil(secret.length * 0.75) : telling;
  const pieces = new Set<string>();
  for (let start = 0; start + size <= text.length; start += 1) pieces.add(text.slice(start, start + size));
  if (pieces.size === 0) return false;
  for (let start = 0; start + size <= secret.length; start += 1) {
    if (pieces.has(secret.slice(start, start + size))) return true;
  }
  return false;
}
