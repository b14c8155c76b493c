// A duration in words: its two largest units.

import { type Languages, textAt } from "./texts.js";

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Such as `2 h 5 min`; `""` if it is not a duration: not a number, not finite, or negative. */
export function durationIn(languages: Languages, milliseconds: unknown): string {
  if (typeof milliseconds !== "number" || !(milliseconds >= 0 && milliseconds < Number.POSITIVE_INFINITY)) {
    return "";
  }
  let seconds = Math.floor(milliseconds / 1000);
  const parts = UNITS.map(([unit, length]) => {
    const count = Math.floor(seconds / length);
    seconds -= count * length;
    // The units come from the tables, because Intl's names differ between engines: `2 hr` or `2 h`.
    return { count, text: `${numberIn(languages, count)} ${textAt(languages, "units", unit)}` };
  });
  const largest = parts.findIndex(({ count }) => count > 0);
  if (largest < 0) return parts[3]?.text ?? "";
  return parts
    .slice(largest, largest + 2)
    .filter(({ count }) => count > 0)
    .map(({ text }) => text)
    .join(" ");
}

function numberIn([{ tag }]: Languages, count: number): string {
  try {
    return new Intl.NumberFormat(tag).format(count);
  } catch {
    // The caller's own tag may not be one that Intl accepts.
    return String(count);
  }
}
