// Reads fields of foreign data: own fields only, never those of `Object.prototype`.

/** A parsed body, or `undefined`. The error of the parser is dropped, because it would repeat the body. */
export function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** An own field of a parsed value; `undefined` if the value is not an object or has no such field. */
export function fieldOf(record: unknown, name: string): unknown {
  if (typeof record !== "object" || record === null || !Object.hasOwn(record, name)) return undefined;
  return (record as Record<string, unknown>)[name];
}
