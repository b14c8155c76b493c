// Reads a good answer with the operation's table: JSON becomes an object of the public types.

import type { Description, Field } from "./description.js";
import { readTime } from "./time.js";

/** A JSON object, or an object of the public types. */
export type JsonObject = Record<string, unknown>;

/**
 * Reads an answer.
 *
 * @param text The body as text. It may be empty if the operation returns nothing.
 * @returns The result of the operation; or, as a string, the name of the missing field, `""` if the answer is not an object.
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
  // The operation returns nothing, so that any object is accepted unless it has an error code.
  if (fields.length === 0)
    return errorNames.some((name) => /code$/i.test(name) && isOwn(json, name)) ? "" : { requestId };
  // There are two ways to copy, because a list may have a thousand records and the safe way is several times slower.
  const isPolluted = polluted();
  if (list === "") return readRecord(json, fields, requestId, isPolluted);
  const own = isPolluted ? Object.assign(Object.create(null), json) : json;
  const { [list]: rows, count } = own;
  if (!Array.isArray(rows)) return list;
  // An entry that is not a record is left out. It is still in `raw`.
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

/** Whether an object has an own field of this name. */
export function isOwn(json: JsonObject, name: string): boolean {
  return Object.keys(json).includes(name);
}

/** Whether JSON is an object, not a list and not `null`. */
export function isObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** A string, or a whole number as a string; `""` for anything else. */
function readText(value: unknown): string {
  if (typeof value === "string") return value;
  return Number.isSafeInteger(value) ? String(value) : "";
}
