// Durations: reads them as people type them, and writes them.

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of a text such as `250ms`, `5s`, `30m` or `2h`; `undefined` for any other text. */
export function readDuration(text: string): number | undefined {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const scale = UNITS[unit];
  if (number === undefined || scale === undefined) return undefined;
  const milliseconds = Math.round(Number(number) * scale);
  return milliseconds > 0 ? milliseconds : undefined;
}

/** Minutes and seconds, with hours if there are any: `0:07`, `1:02:03`. */
export function writeDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (number: number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
