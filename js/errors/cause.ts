// Copies thrown errors, so that no other objects stay attached to them: a custom fetch may reject with the whole request.

import { unpolluted } from "../core/pollution.js";
import { redact } from "./redact.js";

/** The maximum depth of nested causes: Node's `fetch failed` has one. */
const DEEPEST = 4;

/** A cause as plain data. */
export interface CauseFields {
  readonly name: string;
  readonly message: string;
  /** Such as `"ECONNREFUSED"`; left out if there is none. */
  readonly code?: string | number;
  /** Left out if there is none. */
  readonly cause?: CauseFields;
}

/**
 * The name, message and code of a thrown value, and its causes in the same form.
 *
 * @param thrown Anything; `undefined` means that nothing was thrown.
 */
export function causeFields(thrown: unknown, depth = 0): CauseFields | undefined {
  if (thrown === undefined || depth === DEEPEST) return undefined;
  try {
    const value = Object(thrown) as Record<string, unknown>;
    const { name, message } = value;
    const code = unpolluted(value, "code");
    const cause = unpolluted(value, "cause");
    const inner = causeFields(cause, depth + 1);
    return {
      name: typeof name === "string" ? name : "Error",
      message: typeof message === "string" ? message : String(thrown),
      ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
      ...(inner === undefined ? {} : { cause: inner }),
    };
  } catch {
    // A getter that throws, or an object without a string form.
    return { name: "Error", message: "the cause cannot be read" };
  }
}

/**
 * An `Error` with these fields only.
 *
 * @param fields May come from another process, so their types are not certain.
 * @param tokens Secrets that are removed from the texts.
 */
export function causeOf(
  fields: CauseFields | null | undefined,
  tokens: readonly string[] = [],
): Error | undefined {
  if (fields === undefined || fields === null) return undefined;
  const { name, message } = fields;
  const code = unpolluted(fields, "code");
  const cause = unpolluted(fields, "cause") as CauseFields | undefined;
  const copy = new Error(redact(String(message), tokens));
  define(copy, "name", redact(String(name), tokens));
  // The real stack would show this function, and the original stack may contain anything.
  define(copy, "stack", `${copy.name}: ${copy.message}`);
  const inner = causeOf(cause, tokens);
  if (inner !== undefined) define(copy, "cause", inner);
  if (code === undefined) return copy;
  return Object.assign(copy, { code: typeof code === "string" ? redact(code, tokens) : code });
}

/** Defines a property, even if `Object.prototype` is polluted. A property that is not enumerable is not printed with an error. */
export function define(object: object, name: PropertyKey, value: unknown, listed = false): void {
  const descriptor = { __proto__: null, value, writable: true, configurable: true, enumerable: listed };
  Object.defineProperty(object, name, descriptor as PropertyDescriptor);
}
