// The CORS headers of three kinds of gateway.

/**
 * How the emulator answers browsers from another origin.
 *
 * - `"open"`: preflights pass. Pages can read answers and the headers `X-request-id` and `Retry-After`.
 * - `"unexposed"`: like `"open"`, but the browser hides those two headers from the page.
 * - `"none"`: no CORS headers, and a preflight is an unknown path. No source shows that the real gateway does more.
 */
export type CorsMode = "open" | "unexposed" | "none";

const ALLOW = { "access-control-allow-origin": "*" };

/**
 * Headers of every answer except that of a preflight.
 *
 * They do not depend on `Origin`: a browser does not let a page set or read it on a `Request` in memory.
 */
export const ANSWER_HEADERS: Readonly<Record<CorsMode, Readonly<Record<string, string>>>> = {
  open: { ...ALLOW, "access-control-expose-headers": "X-request-id, Retry-After" },
  unexposed: ALLOW,
  none: {},
};

/** Headers of the answer to a preflight. In mode `"none"` there is no such answer. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  ...ALLOW,
  "access-control-allow-methods": "GET, POST, DELETE",
  "access-control-allow-headers":
    "X-Auth-Token, Content-Type, Authorization, X-Sdk-Date, X-Security-Token, X-Project-Id",
  "access-control-max-age": "600",
};
