// Checks the options that never enter the core, because they belong to the page or process.

import { isKeyProblem, type Key, type KeyFunction, readKey } from "../credentials/access-key.js";
import type { TokenFunction } from "../credentials/token.js";
import type { Fetch } from "../operations/fetch.js";
import { type Problem, readFetchOptions, readHeaders } from "./fetch-options.js";
import type { Given } from "./given.js";
import { LONGEST_TIMEOUT } from "./wait.js";

/** The default of `timeout`. The core has the same value; this clock starts before the core. */
const DEFAULT_TIMEOUT = 60_000;
/** Longer than the name of any usual function. */
const LONGEST_NAME = 64;

/** The checked options. If there is no problem, each value has the right type. */
export interface HostOptions {
  readonly token: string | TokenFunction | null;
  readonly credentials: Key | KeyFunction | undefined;
  readonly fetch: Fetch;
  /** The name of the caller's function; `""` for the platform's. */
  readonly fetchName: string;
  readonly signal: AbortSignal | undefined;
  readonly timeout: number;
  readonly endpoint: unknown;
  /** The caller's headers, and the secrets in their values. */
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  /** The caller's options for `fetch`. */
  readonly fetchOptions: Readonly<Record<string, unknown>>;
  readonly onRetry: ((details: unknown) => unknown) | undefined;
  /** The first problem. The core's checks come first, because it recognises misspelt names such as `ak`. */
  readonly problem: Problem | undefined;
}

/** Used if an option is not given. */
const NONE = Object.freeze(Object.create(null));

/** Checks all host options, and keeps the first problem. */
export function checkHostOptions({ values, memo }: Given): HostOptions {
  const [token, credentials, own, signal, headers, fetchOptions, onRetry, , endpoint, , timeout] = values;
  const fetch = own ?? globalThis.fetch;
  // Separate, because an exception in each call without a signal would cost more than the rest of this function.
  const isNone = signal === undefined || signal === null;
  const isGood = !isNone && isSignal(signal);
  const key = credentials === undefined ? undefined : checkCredentials(credentials);
  const readInit = fetchOptions === undefined ? NONE : readFetchOptions(fetchOptions);
  const read = headers === undefined ? undefined : readHeaders(headers, credentials !== undefined);
  const problems: (Problem | undefined)[] = [
    isNone || isGood ? undefined : ["signal", "must be an AbortSignal"],
    problemOf("fetch", fetchProblem(fetch)),
    credentials !== undefined && token !== undefined
      ? ["credentials", "must not be given together with token: pass one of the two"]
      : undefined,
    isProblem(key) ? key : undefined,
    credentials !== undefined || token === null || typeof token === "function"
      ? undefined
      : problemOf("token", memo.tokenProblem(token)),
    isProblem(read) ? read : undefined,
    isProblem(readInit) ? readInit : undefined,
    onRetry === undefined || typeof onRetry === "function" ? undefined : ["onRetry", "must be a function"],
  ];
  return {
    token: token as string | TokenFunction | null,
    credentials: isProblem(key) ? undefined : key,
    fetch: fetch as Fetch,
    fetchName: fetch === own ? nameOf(own) : "",
    signal: isGood ? signal : undefined,
    // The core refuses any other value when it runs.
    timeout:
      typeof timeout === "number" && timeout >= 1 && timeout <= LONGEST_TIMEOUT ? timeout : DEFAULT_TIMEOUT,
    endpoint,
    headers: read === undefined || isProblem(read) ? NONE : read.headers,
    secrets: read === undefined || isProblem(read) ? [] : read.secrets,
    fetchOptions: isProblem(readInit) ? NONE : readInit,
    onRetry: onRetry as HostOptions["onRetry"],
    problem: problems.find((problem) => problem !== undefined),
  };
}

function isProblem(read: unknown): read is Problem {
  // A caller's function may be a proxy that has been revoked, which `isArray` refuses.
  return typeof read === "object" && Array.isArray(read);
}

function problemOf(option: string, words: string | undefined): Problem | undefined {
  return words === undefined ? undefined : [option, words];
}

/** The key or key function, or what is wrong with it. */
function checkCredentials(credentials: unknown): Key | KeyFunction | Problem {
  if (typeof credentials === "function") return credentials as KeyFunction;
  try {
    const read = readKey(credentials);
    if (!isKeyProblem(read)) return read;
    if (read.member !== "it") return [`credentials.${read.member}`, read.words];
    return ["credentials", "must be { accessKeyId, secretAccessKey }, or a function that gives it"];
  } catch {
    return ["credentials", "cannot be read: a getter throws"];
  }
}

function fetchProblem(fetch: unknown): string | undefined {
  if (typeof fetch === "function") return undefined;
  if (fetch === undefined) return "is missing: this runtime has no fetch, so pass one";
  return "must be a function that works as fetch does";
}

/** Not `instanceof`: a signal may come from another realm. */
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
    return typeof name === "string" ? name.slice(0, LONGEST_NAME) : "";
  } catch {
    return "";
  }
}
