// The events that a call sends to the core, as fields. The other side is `read` of src/border.rs.

import { field, SEPARATOR, valueField } from "../core/border.js";
import type { Description } from "../core/description.js";
import { isObject, isOwn } from "../core/record.js";
import { reasonOf } from "../errors/reason.js";
import type { Attempt } from "./attempt.js";

/** The kinds of events, with the numbers of src/border.rs. */
export const HAPPENED = {
  begun: 0,
  credentialsGiven: 2,
  noCredentials: 3,
  answered: 4,
  network: 5,
  noResponse: 6,
  attemptTimeout: 7,
  paused: 8,
  callTimeout: 9,
  looked: 10,
} as const;

/** A kind of event and its details, with a separator before each part. */
export type Event = readonly [kind: (typeof HAPPENED)[keyof typeof HAPPENED], details?: string];

/** Limits for error bodies, which may come from anywhere: the number of inner objects, and the length of a text. */
const MOST_INNER = 16;
const LONGEST_TEXT = 16_384;

/**
 * The fields of an answer that is not the expected one.
 *
 * @param missing The result of `readAnswer`.
 * @param signed The canonical request, if a signature was refused.
 */
export function answerFields(
  attempt: Attempt,
  description: Description,
  missing: string,
  signed: string,
): string {
  const { status, requestId, retryAfter, date, text, json } = attempt;
  const sent = milliseconds(() => Date.parse(date)) || milliseconds(() => Date.now());
  const next = milliseconds(() => Date.parse(retryAfter));
  const parts = [status, requestId, retryAfter, sent, next, missing].map((part) => field(String(part)));
  if (text === null) parts.push("large");
  else if (json === undefined) parts.push("text", field(text.slice(0, LONGEST_TEXT)));
  else if (!isObject(json)) parts.push("json");
  else {
    const said = errorValues(json, description).map(valueField);
    parts.push("object", String(said.length), ...said);
  }
  parts.push(field(signed));
  return SEPARATOR + parts.join(SEPARATOR);
}

/** The event of a good answer in a wait or watch. The core needs details of a task, but none of a list. */
export function lookedEvent(raw: Record<string, unknown>, requestId: string): Event {
  const [status, end, message] = ["status", "end_time", "message"].map((name) => own(raw, name));
  const words = (text: unknown) => field(typeof text === "string" ? text : "");
  const ended = typeof end === "string" && end !== "" ? 1 : 0;
  return [
    HAPPENED.looked,
    SEPARATOR + [words(status), ended, words(message), field(requestId)].join(SEPARATOR),
  ];
}

/** The event of a failed connection, with the thrown error. */
export function networkEvent(cause: unknown, inPage: boolean): Event {
  const { code, words } = reasonOf(cause);
  return [HAPPENED.network, SEPARATOR + [field(code), field(words), inPage ? 1 : 0].join(SEPARATOR)];
}

/** The fields of an error body in each place where they may occur, the top level first. */
function errorValues(json: Record<string, unknown>, description: Description): unknown[] {
  const { innerObject, innerList, errorNames } = description;
  const list = own(json, innerList);
  const inner = Array.isArray(list) ? list.slice(0, MOST_INNER) : [];
  return [json, own(json, innerObject), ...inner]
    .filter(isObject)
    .flatMap((place) => errorNames.map((name) => own(place, name)));
}

function own(place: Record<string, unknown>, name: string): unknown {
  const value = isOwn(place, name) ? place[name] : undefined;
  return typeof value === "string" ? value.slice(0, LONGEST_TEXT) : value;
}

/** Milliseconds since 1970; 0 if the text is not a date, or if a test has replaced `Date`. */
function milliseconds(read: () => number): number {
  try {
    return Math.floor(read()) || 0;
  } catch {
    return 0;
  }
}
