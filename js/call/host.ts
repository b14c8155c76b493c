// What a call needs of the page or process it runs in.

import { runtimeError } from "../errors/failure.js";

/**
 * What no call can be made without. `fetch` is an option, and `URL` is needed for an endpoint only.
 *
 * @throws An error of kind `runtime` that names what is not there.
 */
export function checkHost(operation: string): void {
  // One by one: looking names up in `globalThis` takes ten times as long.
  if (typeof WebAssembly !== "object") throw missing(operation, "WebAssembly");
  if (typeof AbortController !== "function") throw missing(operation, "AbortController");
  if (typeof TextDecoder !== "function") throw missing(operation, "TextDecoder");
  if (typeof TextEncoder !== "function") throw missing(operation, "TextEncoder");
  if (typeof performance !== "object") throw missing(operation, "performance");
  if (typeof setTimeout !== "function") throw missing(operation, "setTimeout");
  if (typeof clearTimeout !== "function") throw missing(operation, "clearTimeout");
}

/** The error that names what is not there. */
export function missing(operation: string, name: string): Error {
  return runtimeError(operation, `this page or process has no ${name}, which the package needs`);
}

/** The page's origin; `""` where there is no page, or none that has one. */
export function pageOrigin(): string {
  const { location } = globalThis as { location?: { origin?: unknown } };
  const origin = location?.origin;
  // "null" is the origin of a page that has none, such as a sandboxed frame.
  return typeof origin === "string" && origin !== "null" ? origin : "";
}

/** Whether this is a page or a worker of one, where a failed connection may be a refusal by CORS. */
export function isInPage(): boolean {
  const { document, WorkerGlobalScope } = globalThis as Record<string, unknown>;
  return typeof document === "object" || typeof WorkerGlobalScope === "function";
}
