// Times and durations, in words.

import { attempt } from "./failure.js";
import type { Words } from "./words/words.js";

const formats: Record<string, Intl.DateTimeFormat> = {};

/** Milliseconds since 1970; `NaN` if it is not a time. In a task that went through JSON a time is a string. */
export function instantOf(time: Date | null | undefined): number {
  return time ? new Date(time).getTime() : Number.NaN;
}

/** For the attribute `datetime`; `undefined` if it is not a time. */
export function isoText(time: Date | null): string | undefined {
  return attempt(() => new Date(instantOf(time)).toISOString());
}

/**
 * A time in the reader's zone, with the name of the zone: the service names none, and a reader should not have to guess.
 *
 * @param timeZoneName Omit it for a table cell.
 */
export function timeText(time: Date | null, language: string, timeZoneName?: "short"): string {
  const instant = instantOf(time);
  if (Number.isNaN(instant)) return "";
  const key = language + timeZoneName;
  const options = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" } as const;
  const make = (tag?: string) => new Intl.DateTimeFormat(tag, { ...options, timeZoneName, hourCycle: "h23" });
  try {
    formats[key] ||= make(language);
  } catch {
    // The `lang` is not a valid tag.
    formats[key] = make();
  }
  return (formats[key] as Intl.DateTimeFormat).format(instant);
}

/** A duration in its two largest units: `12 min 40 s`. */
export function durationText(milliseconds: number, { units }: Words): string {
  let seconds = Math.floor(milliseconds / 1_000);
  const parts = [86_400, 3_600, 60, 1].map((length, index) => {
    const count = Math.floor(seconds / length);
    seconds -= count * length;
    // A space without a line break.
    return count && `${count}\u00a0${units[index]}`;
  });
  const largest = parts.findIndex((part) => part);
  return (
    parts
      .slice(largest, largest + 2)
      .filter((part) => part)
      .join(" ") || `0\u00a0${units[3]}`
  );
}
