// Reads values that may be anything: a getter or a proxy may throw, and these functions must not.

/** A field of any value; `undefined` if the value does not have it or if reading it throws. */
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

/** A time field in milliseconds; `NaN` if it is not a time. A date that went through JSON is a string. */
export function time(value: unknown, name: string): number {
  try {
    const given = field(value, name);
    // Zero is a time, the beginning of 1970; other empty values are not.
    return new Date((given === 0 ? given : given || Number.NaN) as string | number | Date).getTime();
  } catch {
    return Number.NaN;
  }
}

/** An own property of an object: a code or a status may be named `constructor`. */
export function own<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.getOwnPropertyDescriptor(object, key)?.value as Value | undefined;
}
