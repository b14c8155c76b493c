// Time for the emulator: what moment it is, and how the service writes one.

/** Kept from the start, since tests replace `Date`, often by a function that gives one fixed date. */
const PlatformDate = Date;

/** Milliseconds since the epoch by the `Date` of this moment, so that a replaced one moves the emulator's clock. */
export function currentTime(): number {
  if (typeof Date.now === "function") return Date.now();
  // A mock makes dates, and may have nothing else.
  const date = new Date();
  return date.getTime();
}

/** Tells whether a value is a point in time that a `Date` can show: milliseconds since the epoch. */
export function isTime(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(new PlatformDate(value).getTime());
}

/** The service's way to write a time: UTC, to the second, without a zone. */
export function serviceTime(milliseconds: number): string {
  return new PlatformDate(milliseconds).toISOString().slice(0, 19);
}

/** The way of signatures to write a time: UTC, to the second. */
export function signatureTime(milliseconds: number): string {
  return `${serviceTime(milliseconds).replace(/[-:]/g, "")}Z`;
}

/** Milliseconds since the epoch of a time written in the way of signatures; NaN for any other text. */
export function readSignatureTime(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return Number.NaN;
  const [, year, month, day, hours, minutes, seconds] = parts;
  return readServiceTime(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}`);
}

/**
 * Milliseconds since the epoch of a time written in the service's way; NaN for any other text. Hour 24 is the end of a
 * day, as in the vendor's examples.
 */
export function readServiceTime(text: string): number {
  const isWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text);
  return isWritten ? new PlatformDate(`${text}Z`).getTime() : Number.NaN;
}
