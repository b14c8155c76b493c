// Reads the service's times. A list may have thousands of them; with `Date` alone they would take as long as the rest of the list.

/**
 * A time in the service's format, with a day that every month has and an hour that every day has. It can be computed without
 * `Date`.
 */
const USUAL = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}$/;

/** Days from 1 March of the year 0 to 1970. */
const DAYS_UNTIL_1970 = 719_468;

/**
 * Reads a time. The service writes times without a zone, which means UTC, and sometimes with a space instead of the `T`.
 *
 * Only `new Date` is used: tests may replace `Date`, and their replacement then makes the date.
 */
export function readTime(value: unknown): Date | null {
  if (typeof value !== "string" || value === "") return null;
  if (USUAL.test(value)) return dateOf(millisecondsOf(value));
  const match = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d(?:\.\d+)?)(.*)$/.exec(value.trim());
  if (match === null) return null;
  const text = `${match[1]}T${match[2]}${match[3] || "Z"}`;
  // V8 reads 30 February as 2 March.
  const day = Number(text.slice(8, 10));
  return dateOf(text, day > 28 && text.endsWith("Z") ? day : undefined);
}

/** Milliseconds since 1970 of a time that matches {@link USUAL}. */
function millisecondsOf(text: string): number {
  const two = (at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
  const month = two(5);
  // Years start in March here, so that the leap day is the last day.
  const year = two(0) * 100 + two(2) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const daysBefore = Math.floor((((month + 9) % 12) * 153 + 2) / 5);
  const days = year * 365 + leapDays + daysBefore + two(8) - 1 - DAYS_UNTIL_1970;
  return ((days * 24 + two(11)) * 60 + two(14)) * 60_000 + two(17) * 1_000;
}

/** @param day The day of the month that the date must have; `undefined`: any. */
function dateOf(time: number | string, day?: number): Date | null {
  try {
    const date = new Date(time);
    const isOff = day !== undefined && date.getUTCDate() !== day;
    return Number.isNaN(date.getTime()) || isOff ? null : date;
  } catch {
    return null;
  }
}
