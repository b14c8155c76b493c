// Why a connection failed, as far as the host tells it.

import { type CauseFields, causeFields } from "./cause.js";

/** Much more than any host says. */
const longest = 256;
const longestCode = 64;

/** The host's code for a failure, such as `ECONNREFUSED`, and its words; `""` where there are none. */
export interface Reason {
  readonly code: string;
  readonly words: string;
}

/** What was thrown by `fetch`, or by a body, in short: the innermost cause says most. */
export function reasonOf(thrown: unknown): Reason {
  let code = "";
  let words = "";
  for (let fields = causeFields(thrown); fields !== undefined; fields = fields.cause) {
    if (typeof fields.code === "string") code = fields.code.slice(0, longestCode);
    words = wordsOf(fields) || words;
  }
  return { code, words };
}

function wordsOf({ name, message }: CauseFields): string {
  const text = message.slice(0, longest).replace(/\s+/g, " ").trim();
  return text === "" || name === "Error" || name === "TypeError"
    ? text
    : `${name.slice(0, longestCode)}: ${text}`;
}
