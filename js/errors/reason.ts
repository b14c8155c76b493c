// Why a connection failed, as far as the host says it.

import { unpolluted } from "../core/pollution.js";
import { type CauseFields, causeFields } from "./cause.js";

/** Longer than any message of a host. */
const LONGEST = 256;
const LONGEST_CODE = 64;

/** The host's code for a failure, such as `ECONNREFUSED`, and its message; `""` if there is none. */
export interface Reason {
  readonly code: string;
  readonly words: string;
}

/** The code and message of what `fetch` or a body threw. The innermost cause is the most precise. */
export function reasonOf(thrown: unknown): Reason {
  let code = "";
  let words = "";
  let fields = causeFields(thrown);
  while (fields !== undefined) {
    const own = unpolluted(fields, "code");
    if (typeof own === "string") code = own.slice(0, LONGEST_CODE);
    words = wordsOf(fields) || words;
    fields = unpolluted(fields, "cause") as CauseFields | undefined;
  }
  return { code, words };
}

function wordsOf({ name, message }: CauseFields): string {
  const text = message.slice(0, LONGEST).replace(/\s+/g, " ").trim();
  return text === "" || name === "Error" || name === "TypeError"
    ? text
    : `${name.slice(0, LONGEST_CODE)}: ${text}`;
}
