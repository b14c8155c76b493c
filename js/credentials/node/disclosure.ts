// What may be told of a server's refusal: its status, its code, and its words only if no secret is among them.

import type { Answer } from "./exchange.js";

/** So many characters of a key or token in a row are too many to show. */
const telling = 8;

/** What is shorter may be a password, which may have a word of the language in it: most of it has to be there. */
const long = 24;

/** How much of a server's words is read, and how much is told. */
const read = 4096;
const told = 300;

/** A parsed body, or nothing. The parser's own error would repeat the body. */
export function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A field of what was parsed, if it is an object with that field of its own. */
export function fieldOf(record: unknown, name: string): unknown {
  if (typeof record !== "object" || record === null || !Object.hasOwn(record, name)) return undefined;
  return (record as Record<string, unknown>)[name];
}

/**
 * A refusal in one line, such as `HTTP 401, IAM.0011: …`.
 *
 * @param secrets What was sent, or what the body may have: words with a piece of one of them are left out.
 */
export function refusal({ status, body }: Answer, secrets: readonly (string | undefined)[]): string {
  const redirect = status >= 300 && status < 400 ? " (a redirect, which is not followed)" : "";
  const parsed = parsedJson(body);
  const error = fieldOf(parsed, "error") ?? parsed;
  const code = wordOf(fieldOf(error, "error_code") ?? fieldOf(error, "code"));
  const message = wordOf(fieldOf(error, "error_msg") ?? fieldOf(error, "message"));
  const hasSecret = holdsSecret(`${code}\n${message}`, secrets);
  const isCode = /^[\w.-]{1,64}$/.test(code) && code !== `${status}`;
  const words = [
    isCode && !hasSecret ? `, ${code}` : "",
    message === "" || hasSecret ? "" : `: ${message.slice(0, told).replace(/\.+$/, "")}`,
  ];
  const left = hasSecret ? " (its words are not shown, since they repeat a secret)" : "";
  return `HTTP ${status}${redirect}${words.join("")}${left}`;
}

function wordOf(value: unknown): string {
  if (typeof value === "number") return `${value}`;
  if (typeof value !== "string") return "";
  // Control characters could make one line of a log look like two.
  return value
    .slice(0, read)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

/** Whether a text has a piece of a secret, as it is or as URLs, JSON and base64 write it. */
export function holdsSecret(text: string, secrets: readonly (string | undefined)[]): boolean {
  const plain = text.toLowerCase();
  return secrets.some((secret) => {
    if (secret === undefined || secret === "") return false;
    const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64(secret)];
    return forms.some((form) => sharesPiece(plain, form.toLowerCase()));
  });
}

function base64(secret: string): string {
  return Buffer.from(secret).toString("base64");
}

function sharesPiece(text: string, secret: string): boolean {
  const size = secret.length < long ? Math.ceil(secret.length * 0.75) : telling;
  for (let start = 0; start + size <= text.length; start += 1) {
    if (secret.includes(text.slice(start, start + size))) return true;
  }
  return false;
}
