// Time in the emulator: the current time, and the formats in which the service writes times.

/** Saved at the start, because tests replace `Date`, often with a function that always gives the same date. */
const PlatformDate = Date;

/** The current time in milliseconds since the epoch. It uses the current `Date`, so that a replaced `Date` moves the clock. */
export function currentTime(): number {
  if (typeof Date.now === "function") return Date.now();
  // A mock of `Date` may have no static methods.
  const date = new Date();
  return date.getTime();
}

/** Whether a value is a point in time that a `Date` can show: milliseconds since the epoch. */
export function isTime(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(new PlatformDate(value).getTime());
}

/** A time in the format of the service: UTC, to the second, without a zone. */
export function serviceTime(milliseconds: number): string {
  return new PlatformDate(milliseconds).toISOString().slice(0, 19);
}

/** A time in the format of signatures: UTC, to the second. */
export function signatureTime(milliseconds: number): string {
  return `${serviceTime(milliseconds).replace(/[-:]/g, "")}Z`;
}

/** Milliseconds since the epoch of a time in the format of signatures; NaN for any other text. */
export function readSignatureTime(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return Number.NaN;
  const [, year, month, day, hours, minutes, seconds] = parts;
  return readServiceTime(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}`);
}

/**
 * Milliseconds since the epoch of a time in the format of the service; NaN for any other text. Hour 24 is the end of a day,
 * as in the vendor's examples.
 */
export function readServiceTime(text: string): number {
  const isWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text);
  return isWritten ? new PlatformDate(`${text}Z`).getTime() : Number.NaN;
}
