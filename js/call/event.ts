// What a call tells the core, as fields: the other end is `read` of src/border.rs.

import { field, separator, valueField } from "../core/border.js";
import type { Description } from "../core/description.js";
import { isObject, isOwn } from "../core/record.js";
import { reasonOf } from "../errors/reason.js";
import type { Attempt } from "./attempt.js";

/** What has happened, as src/border.rs numbers it. */
export const happened = {
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

/** One of {@link happened}, and what the core is told of it besides, each part after a separator. */
export type Event = readonly [kind: (typeof happened)[keyof typeof happened], details?: string];

/** How many objects inside an error body are looked at, and how much of a text: it comes from anywhere. */
const mostInner = 16;
const longestText = 16_384;

/**
 * What the core wants to know of an answer that is not what was asked for.
 *
 * @param missing What `readAnswer` gave.
 * @param signed What was signed, where the signature was refused.
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
  else if (json === undefined) parts.push("text", field(text.slice(0, longestText)));
  else if (!isObject(json)) parts.push("json");
  else {
    const said = errorValues(json, description).map(valueField);
    parts.push("object", String(said.length), ...said);
  }
  parts.push(field(signed));
  return separator + parts.join(separator);
}

/** What the core wants to know of a task that is followed; of a list it wants nothing. */
export function lookedEvent(raw: Record<string, unknown>, requestId: string): Event {
  const [status, end, message] = ["status", "end_time", "message"].map((name) => own(raw, name));
  const words = (text: unknown) => field(typeof text === "string" ? text : "");
  const ended = typeof end === "string" && end !== "" ? 1 : 0;
  return [
    happened.looked,
    separator + [words(status), ended, words(message), field(requestId)].join(separator),
  ];
}

/** A connection that failed, with what was thrown. */
export function networkEvent(cause: unknown, inPage: boolean): Event {
  const { code, words } = reasonOf(cause);
  return [happened.network, separator + [field(code), field(words), inPage ? 1 : 0].join(separator)];
}

/** The fields of an error body in each place where they may stand, the top first. */
function errorValues(json: Record<string, unknown>, description: Description): unknown[] {
  const { innerObject, innerList, errorNames } = description;
  const list: unknown = json[innerList];
  const inner = Array.isArray(list) ? list.slice(0, mostInner) : [];
  return [json, json[innerObject], ...inner]
    .filter(isObject)
    .flatMap((place) => errorNames.map((name) => own(place, name)));
}

function own(place: Record<string, unknown>, name: string): unknown {
  const value = isOwn(place, name) ? place[name] : undefined;
  return typeof value === "string" ? value.slice(0, longestText) : value;
}

/** Milliseconds since 1970; 0 for a text that is not a date, and where a test has put something else in the place of `Date`. */
function milliseconds(read: () => number): number {
  try {
    return Math.floor(read()) || 0;
  } catch {
    return 0;
  }
}
