// What was thrown underneath, copied so that nothing hangs on it: a fetch of one's own may reject with the whole request.

import { redact } from "./redact.js";

/** How many causes of causes are kept: Node's `fetch failed` has one. */
const deepest = 4;

/**
 * A copy of what was thrown: an `Error` with its name, message, code and, again as copies, its causes.
 *
 * @param thrown Anything; `undefined` means that nothing was thrown.
 * @param tokens What must not be in it.
 */
export function copyCause(thrown: unknown, tokens: readonly string[], depth = 0): Error | undefined {
  if (thrown === undefined || depth === deepest) return undefined;
  try {
    const { name, message, code, cause } = Object(thrown) as Record<string, unknown>;
    const copy = new Error(redact(typeof message === "string" ? message : String(thrown), tokens));
    define(copy, "name", redact(typeof name === "string" ? name : "Error", tokens));
    // Its own stack is that of this function, which helps nobody; the other's may hold anything.
    define(copy, "stack", `${copy.name}: ${copy.message}`);
    const inner = copyCause(cause, tokens, depth + 1);
    if (inner !== undefined) define(copy, "cause", inner);
    return typeof code === "string" || typeof code === "number"
      ? Object.assign(copy, { code: typeof code === "string" ? redact(code, tokens) : code })
      : copy;
  } catch {
    // A getter that throws, an object without a string form: there is nothing to tell.
    return new Error("the cause cannot be read");
  }
}

function define(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, writable: true, configurable: true });
}
