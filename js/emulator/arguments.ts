// Checks the arguments of the emulator's functions, so that a mistake in a test fails at its line and not as an unexpected answer.
import { isTime } from "./time.js";

/** The longest time of a timer in browsers and Node, in milliseconds. A longer one would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Throws a TypeError with the expected and the actual value. */
export function expected(name: string, what: string, value: unknown): never {
  throw new TypeError(`Expected \`${name}\` to be ${what}, got ${described(value)}.`);
}

/** The caller's options. Unknown keys are refused. */
export function checkKeys<Options extends object>(
  name: string,
  options: Options,
  known: readonly string[],
): Options {
  if (typeof options !== "object" || options === null) expected(name, "an object", options);
  for (const key of Object.keys(options)) {
    if (!known.includes(key))
      throw new TypeError(`\`${name}\` has no \`${key}\`; its names are ${known.join(", ")}.`);
  }
  return options;
}

export function checkText(name: string, value: unknown): string {
  return typeof value === "string" ? value : expected(name, "a string", value);
}

export function checkIdentifier(name: string, value: unknown): string {
  return typeof value === "string" && value !== "" ? value : expected(name, "a non-empty string", value);
}

export function checkFunction<Kind extends () => unknown>(name: string, value: Kind): Kind {
  return typeof value === "function" ? value : expected(name, "a function", value);
}

/** A duration on the emulator's clock: any number of milliseconds, also `Infinity`. */
export function checkDuration(name: string, value: unknown): number {
  return typeof value === "number" && value >= 0
    ? value
    : expected(name, "milliseconds, from 0 to Infinity", value);
}

/** A duration on the real clock. */
export function checkTimer(name: string, value: unknown): number {
  return typeof value === "number" && value >= 0 && value <= LONGEST_TIMER
    ? value
    : expected(name, `milliseconds, from 0 to ${LONGEST_TIMER}`, value);
}

/** A point in time that a `Date` can show. */
export function checkTime(name: string, value: unknown): number {
  return isTime(value) ? value : expected(name, "milliseconds since the epoch", value);
}

export function checkWhole(
  name: string,
  value: unknown,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
    return value as number;
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
  return expected(name, `a whole number, ${range}`, value);
}

export function checkOneOf<Choice extends string>(
  name: string,
  value: unknown,
  choices: readonly Choice[],
): Choice {
  if (choices.includes(value as Choice)) return value as Choice;
  return expected(name, choices.map((choice) => JSON.stringify(choice)).join(" or "), value);
}

function described(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "an array" : "an object";
  return typeof value === "function" ? "a function" : String(value);
}
