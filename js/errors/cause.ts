// What was thrown underneath, copied so that nothing hangs on it: a fetch of one's own may reject with the whole request.

import { redact } from "./redact.js";

/** How many causes of causes are kept: Node's `fetch failed` has one. */
const deepest = 4;

/** A cause as plain data. */
export interface CauseFields {
  readonly name: string;
  readonly message: string;
  /** Such as `"ECONNREFUSED"`; left out where there is none. */
  readonly code?: string | number;
  /** Left out where there is none. */
  readonly cause?: CauseFields;
}

/**
 * What a cause tells: its name, message, code and, again as plain data, its causes.
 *
 * @param thrown Anything; `undefined` means that nothing was thrown.
 */
export function causeFields(thrown: unknown, depth = 0): CauseFields | undefined {
  if (thrown === undefined || depth === deepest) return undefined;
  try {
    const { name, message, code, cause } = Object(thrown) as Record<string, unknown>;
    const inner = causeFields(cause, depth + 1);
    return {
      name: typeof name === "string" ? name : "Error",
      message: typeof message === "string" ? message : String(thrown),
      ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
      ...(inner === undefined ? {} : { cause: inner }),
    };
  } catch {
    // A getter that throws, an object without a string form: there is nothing to tell.
    return { name: "Error", message: "the cause cannot be read" };
  }
}

/**
 * A cause as an `Error` with nothing but these fields.
 *
 * @param fields May come from another process, and be anything.
 * @param tokens What must not be in it.
 */
export function causeOf(
  fields: CauseFields | null | undefined,
  tokens: readonly string[] = [],
): Error | undefined {
  if (fields === undefined || fields === null) return undefined;
  const { name, message, code, cause } = fields;
  const copy = new Error(redact(String(message), tokens));
  define(copy, "name", redact(String(name), tokens));
  // Its own stack is that of this function, which helps nobody; the other's may hold anything.
  define(copy, "stack", `${copy.name}: ${copy.message}`);
  const inner = causeOf(cause, tokens);
  if (inner !== undefined) define(copy, "cause", inner);
  if (code === undefined) return copy;
  return Object.assign(copy, { code: typeof code === "string" ? redact(code, tokens) : code });
}

/** Sets a property, whatever a stranger has written to `Object.prototype`. One that is not listed is not printed with an error. */
export function define(object: object, name: PropertyKey, value: unknown, listed = false): void {
  const descriptor = { __proto__: null, value, writable: true, configurable: true, enumerable: listed };
  Object.defineProperty(object, name, descriptor as PropertyDescriptor);
}
