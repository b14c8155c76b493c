// The CORS headers of the three gateways a browser may meet.

/**
 * How the emulator treats browsers of another origin.
 *
 * - `"open"`: preflights pass, answers and their `X-request-id` and `Retry-After` can be read.
 * - `"unexposed"`: as `"open"`, but the browser hides those two headers from scripts.
 * - `"none"`: no CORS header at all, and a preflight is an unknown path. No source shows the real gateway doing better.
 */
export type CorsMode = "open" | "unexposed" | "none";

const allow = { "access-control-allow-origin": "*" };

/**
 * Headers for every answer but a preflight's.
 *
 * They do not depend on `Origin`: a browser does not let scripts set or see it on a `Request` that stays in memory.
 */
export const answerHeaders: Readonly<Record<CorsMode, Readonly<Record<string, string>>>> = {
  open: { ...allow, "access-control-expose-headers": "X-request-id, Retry-After" },
  unexposed: allow,
  none: {},
};

/** Headers of an answer to a preflight; `"none"` has no such answer. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  ...allow,
  "access-control-allow-methods": "GET, POST, DELETE",
  "access-control-allow-headers":
    "X-Auth-Token, Content-Type, Authorization, X-Sdk-Date, X-Security-Token, X-Project-Id",
  "access-control-max-age": "600",
};
