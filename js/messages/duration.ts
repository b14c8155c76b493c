// A duration in words: the two largest units that count.

import { type Languages, textAt } from "./texts.js";

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Such as `2 h 5 min`; `""` for what is no duration: not a number, not finite, less than zero. */
export function durationIn(languages: Languages, milliseconds: unknown): string {
  if (typeof milliseconds !== "number" || !(milliseconds >= 0 && milliseconds < Number.POSITIVE_INFINITY)) {
    return "";
  }
  let seconds = Math.floor(milliseconds / 1000);
  const parts = units.map(([unit, length]) => {
    const count = Math.floor(seconds / length);
    seconds -= count * length;
    // The units are texts of the table: what Intl says for them differs between engines, `2 hr` or `2 h`.
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
    // A tag of the caller's own may be none that Intl takes.
    return String(count);
  }
}
