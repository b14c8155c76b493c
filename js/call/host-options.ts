// Judges the options that never enter the core: they belong to the page or process.

import type { TokenFunction } from "../credentials/token.js";
import type { Fetch } from "../operations/fetch.js";
import type { Given } from "./given.js";
import { longestTimeout } from "./wait.js";

/** The default of `timeout`, of which the core has a copy: this clock runs before the core has started. */
const defaultTimeout = 60_000;
/** Much more than any function's name has. */
const longestName = 64;

/** What a call needs of them. Each is of its type if there is no problem. */
export interface HostOptions {
  readonly token: string | TokenFunction;
  readonly fetch: Fetch;
  /** The name of the caller's own function; `""` for the platform's. */
  readonly fetchName: string;
  readonly signal: AbortSignal | undefined;
  readonly timeout: number;
  readonly endpoint: unknown;
  /** The first option that is wrong, and how. The core goes first: it knows whether `ak` was meant to be a token. */
  readonly problem: readonly [option: string, words: string] | undefined;
}

/** Judges them all, and keeps the first problem. */
export function judgeHostOptions({ values, memo }: Given): HostOptions {
  const [token, own, signal, , endpoint, , timeout] = values;
  const fetch = own ?? globalThis.fetch;
  // Apart, since an exception at each call that has no signal would cost more than all the rest of it.
  const isNone = signal === undefined || signal === null;
  const isGood = !isNone && isSignal(signal);
  const problems = [
    ["signal", isNone || isGood ? undefined : "must be an AbortSignal"],
    ["fetch", fetchProblem(fetch)],
    ["token", typeof token === "function" ? undefined : memo.tokenProblem(token)],
  ] as const;
  return {
    token: token as string | TokenFunction,
    fetch: fetch as Fetch,
    fetchName: fetch === own ? nameOf(own) : "",
    signal: isGood ? signal : undefined,
    // Another value is refused by the core as soon as it runs.
    timeout:
      typeof timeout === "number" && timeout >= 1 && timeout <= longestTimeout ? timeout : defaultTimeout,
    endpoint,
    problem: problems.find(([, words]) => words !== undefined) as HostOptions["problem"],
  };
}

function fetchProblem(fetch: unknown): string | undefined {
  if (typeof fetch === "function") return undefined;
  if (fetch === undefined) return "is missing: this runtime has no fetch of its own, so pass one";
  return "must be a function that works as fetch does";
}

/** Not `instanceof`: a signal of another realm is one as well. */
function isSignal(value: unknown): value is AbortSignal {
  try {
    const { aborted, addEventListener, removeEventListener } = value as AbortSignal;
    const methods = [addEventListener, removeEventListener];
    return typeof aborted === "boolean" && methods.every((method) => typeof method === "function");
  } catch {
    return false;
  }
}

function nameOf(fetch: unknown): string {
  try {
    const { name } = fetch as { name?: unknown };
    return typeof name === "string" ? name.slice(0, longestName) : "";
  } catch {
    return "";
  }
}
