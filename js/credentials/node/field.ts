// Reads fields of what others wrote or gave, and none that `Object.prototype` has.

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
