// Reads what may be anything: a getter may throw, a proxy may refuse, and nobody must notice.

/** A field of any value; `undefined` where it has none or does not give it. */
export function field(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

/** A field that is text; else `""`. */
export function text(value: unknown, name: string): string {
  const given = field(value, name);
  return typeof given === "string" ? given : "";
}

/** A field that is a time, as milliseconds; `NaN` where it is none. JSON makes texts of dates. */
export function time(value: unknown, name: string): number {
  try {
    const given = field(value, name);
    return new Date((given || Number.NaN) as string | Date).getTime();
  } catch {
    return Number.NaN;
  }
}

/** What an object itself has under a key: a code or a status may be called `constructor`. */
export function own<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.getOwnPropertyDescriptor(object, key)?.value as Value | undefined;
}
