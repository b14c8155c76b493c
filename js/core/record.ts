// Reads a good answer by the operation's table: what is plain JSON becomes an object of the public types.

import type { Description, Field } from "./description.js";
import { readTime } from "./time.js";

/** A JSON object, or an object of the public types. */
export type JsonObject = Record<string, unknown>;

/**
 * Reads an answer.
 *
 * @param text Its body, as it is where it is no JSON.
 * @returns What the operation gives; or, as a string, the service's name of the field that is missing, `""` if it is not an
 *   object.
 */
export function readAnswer(
  json: unknown,
  description: Description,
  id: string,
  text: string | null,
): JsonObject | string {
  const { errorNames, fields, list, polluted } = description;
  const requestId = id === "" ? null : id;
  if (fields.length === 0 && text?.trim() === "") return { requestId };
  if (!isObject(json)) return "";
  // What is not asked for may be anything but a complaint.
  if (fields.length === 0)
    return errorNames.some((name) => /code$/i.test(name) && isOwn(json, name)) ? "" : { requestId };
  // Made in two ways, since a list may have a thousand records: the careful one takes several times as long.
  const isPolluted = polluted();
  if (list === "") return readRecord(json, fields, requestId, isPolluted);
  const own = isPolluted ? Object.assign(Object.create(null), json) : json;
  const { [list]: rows, count } = own;
  if (!Array.isArray(rows)) return list;
  // One entry that is no record does not cost the others. It is in `raw`.
  const records = rows
    .map((row) => (isObject(row) ? readRecord(row, fields, requestId, isPolluted) : ""))
    .filter((record) => typeof record !== "string");
  const answer = { [list]: records, count: Number.isSafeInteger(count) ? count : rows.length, requestId };
  return { ...answer, raw: json };
}

function readRecord(
  json: JsonObject,
  fields: readonly Field[],
  requestId: string | null,
  isPolluted: boolean,
): JsonObject | string {
  const source = isPolluted ? Object.assign(Object.create(null), json) : json;
  const record: JsonObject = isPolluted ? Object.create(null) : {};
  for (const { wire, name, required, time } of fields) {
    const value = source[wire];
    if (required && typeof value !== "string") return wire;
    record[name] = time ? readTime(value) : readText(value);
  }
  record.requestId = requestId;
  record.raw = json;
  return isPolluted ? { ...record } : record;
}

/** Whether an object has a field itself. */
export function isOwn(json: JsonObject, name: string): boolean {
  return Object.keys(json).includes(name);
}

/** Whether JSON is an object, neither a list nor `null`. */
export function isObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** A string, also for a whole number; `""` for anything else. */
function readText(value: unknown): string {
  if (typeof value === "string") return value;
  return Number.isSafeInteger(value) ? String(value) : "";
}
