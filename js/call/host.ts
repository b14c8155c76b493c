// What a call needs of the page or process that it runs in.

import { runtimeError } from "../errors/failure.js";

/**
 * Checks the functions that every call needs. `fetch` is an option, and `URL` is needed only for an endpoint.
 *
 * @throws An error of kind `runtime` that names what is missing.
 */
export function checkHost(operation: string): void {
  // One by one, because a lookup by name in `globalThis` takes ten times as long.
  if (typeof WebAssembly !== "object") throw missing(operation, "WebAssembly");
  if (typeof AbortController !== "function") throw missing(operation, "AbortController");
  if (typeof TextDecoder !== "function") throw missing(operation, "TextDecoder");
  if (typeof TextEncoder !== "function") throw missing(operation, "TextEncoder");
  if (typeof performance !== "object") throw missing(operation, "performance");
  if (typeof setTimeout !== "function") throw missing(operation, "setTimeout");
  if (typeof clearTimeout !== "function") throw missing(operation, "clearTimeout");
}

/** The error that names the missing function. */
export function missing(operation: string, name: string): Error {
  return runtimeError(operation, `this page or process has no ${name}, which the package needs`);
}

/** The origin of the page; `""` if there is no page or it has no origin. */
export function pageOrigin(): string {
  const { location } = globalThis as { location?: { origin?: unknown } };
  const origin = location?.origin;
  // "null" is the origin of a page without one, such as a sandboxed frame.
  return typeof origin === "string" && origin !== "null" ? origin : "";
}

/** Whether this is a page or one of its workers. There, CORS may be the reason of a failed connection. */
export function isInPage(): boolean {
  const { document, WorkerGlobalScope } = globalThis as Record<string, unknown>;
  return typeof document === "object" || typeof WorkerGlobalScope === "function";
}
