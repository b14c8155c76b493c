// The two fields of a request that some platforms refuse.

/** The classes that the answers below belong to. Both may be replaced: a test runner puts a page around each file, or a mock. */
let testedController: unknown;
let testedRequest: unknown;
/** Cloudflare's runtime from before November 2024 throws if `cache` is set. */
let takesCache = true;
/** In jsdom the signals are jsdom's and `fetch` is Node's, which refuses them. */
let takesSignals = true;

/**
 * Tells `fetch` to store nothing and to stop when the request is aborted, as far as this platform takes the fields for that.
 * Without a signal the request continues after its call has ended; nobody waits for it.
 */
export function requestFields(signal: AbortSignal): Pick<RequestInit, "cache" | "signal"> {
  testAgainIfReplaced(signal);
  return {
    ...(takesSignals ? { signal } : {}),
    ...(takesCache ? { cache: "no-store" } : {}),
  };
}

function testAgainIfReplaced(signal: AbortSignal): void {
  const { AbortController: controller, Request: request } = globalThis;
  if (controller === testedController && request === testedRequest) return;
  testedController = controller;
  testedRequest = request;
  takesCache = true;
  takesSignals = true;
  if (typeof request !== "function") return;
  try {
    takesCache = "cache" in request.prototype;
    new request("https://service.invalid", { signal });
  } catch {
    takesSignals = false;
  }
}
