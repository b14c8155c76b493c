// Which parts of a server's refusal a message may contain: the status, the code, and the message if it contains no secret.

import { fieldOf, parsedJson } from "./field.js";

/** A message must not contain this many characters of a secret in a row. */
const TELLING = 8;

/** A shorter secret may be a password that contains an ordinary word. For it, a larger part must match. */
const LONG = 24;

/** How many characters of a foreign message are read, and how many are shown. */
const READ_LENGTH = 512;
const SHOWN_LENGTH = 300;

/** For a longer secret no pieces are searched, because it would take too long. */
const LONGEST = 128 * 1024;

/** The parts of an answer that explain a refusal. */
interface Refused {
  readonly status: number;
  readonly body: string;
}

/**
 * A refusal in one line, such as `HTTP 401, IAM.0011: …`.
 *
 * @param secrets Secrets that were sent or that the body may contain. A message with a piece of one is left out.
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
  return typeof value === "string" ? lineOf(value, READ_LENGTH) : "";
}

/** The start of a text, in one line. */
export function lineOf(text: string, length = SHOWN_LENGTH): string {
  // Control characters could make one line of a log look like several.
  return text
    .slice(0, length)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

/** Whether the start of a text contains a piece of a secret: plain, or in the encoding of URLs, JSON or base64. */
export function holdsSecret(text: string, secrets: readonly (string | undefined)[]): boolean {
  const beginning = text.slice(0, 2 * READ_LENGTH).toLowerCase();
  return secrets.some((secret) => {
    if (secret === undefined || secret === "") return false;
    if (secret.length > LONGEST) return true;
    return formsOf(secret).some((form) => sharesPiece(beginning, form.toLowerCase()));
  });
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  // Characters that a URL cannot have become the same replacement character in both.
  const inUrl = encodeURIComponent(bytes.toString());
  // In base64 a text has three forms, depending on its position in a group of three bytes.
  const inBase64 = [0, 1, 2].map((before) => base64(bytes, before));
  const forms = [secret, inUrl, JSON.stringify(secret).slice(1, -1), ...inBase64];
  // URLs use another alphabet for base64.
  return [...new Set([...forms, ...inBase64.map((form) => form.replace(/\+/g, "-").replace(/\//g, "_"))])];
}

/** The base64 characters that depend only on these bytes, with the given number of bytes before them. */
function base64(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
  return before === 0 ? text : text.slice(before + 1);
}

function sharesPiece(text: string, secret: string): boolean {
  const size = secret.length < LONG ? Math.ceil(secret.length * 0.75) : TELLING;
  const pieces = new Set<string>();
  for (let start = 0; start + size <= text.length; start += 1) pieces.add(text.slice(start, start + size));
  if (pieces.size === 0) return false;
  for (let start = 0; start + size <= secret.length; start += 1) {
    if (pieces.has(secret.slice(start, start + size))) return true;
  }
  return false;
}
