// The two fields of a request that are not taken everywhere.

/** Whether requests have a `cache` here: Cloudflare's runtime of before November 2024 throws at the word. */
let knowsCache: boolean | undefined;
/** Whose signals were tried, and whether requests take them. Both may change: a test runner puts a page around each file. */
let maker: unknown;
let takesSignals = true;

/**
 * Nothing is stored, and the request can be aborted: as far as requests take the fields for that here. One without a signal
 * goes on when its call has ended; nobody waits for it.
 */
export function requestFields(signal: AbortSignal): Pick<RequestInit, "cache" | "signal"> {
  knowsCache ??= typeof Request !== "function" || "cache" in Request.prototype;
  return {
    ...(isTaken(signal) ? { signal } : {}),
    ...(knowsCache ? { cache: "no-store" } : {}),
  };
}

/** In jsdom the signals are jsdom's and `fetch` is Node's, which refuses them. */
function isTaken(signal: AbortSignal): boolean {
  if (maker !== AbortController) {
    maker = AbortController;
    takesSignals = true;
    try {
      if (typeof Request === "function") new Request("https://service.invalid", { signal });
    } catch {
      takesSignals = false;
    }
  }
  return takesSignals;
}
