// The options that every operation has. This file is the manual, so every member says what it is.

import type { SfsTurboError } from "../errors/error.js";
import type { Fetch } from "./fetch.js";
import type { Region } from "./region.js";

/** What a token function is told. */
export interface TokenContext {
  /**
   * The token that the service just refused with 401, or `undefined` on the first ask.
   *
   * A function that caches its token throws the cached one away when it is this one.
   */
  readonly rejected: string | undefined;
}

/**
 * An IAM token, or a function that gives one when a request needs it.
 *
 * A string is sent as it is, and a 401 ends the call. A function is asked before the first request of each call; after a
 * 401 it is asked once more with {@link TokenContext.rejected} set, and the request is sent again if it gives another
 * token. The function runs in the async context of its own call, so that one function may serve many users: it may read
 * whose request it is from an `AsyncLocalStorage`. Only a renewal is shared, among calls of the same function, place and
 * project whose refused token is the same: a function must not exchange one token of several users for one of each.
 *
 * @example
 * ```ts
 * let cached: string | undefined;
 * const token = async ({ rejected }: TokenContext) => {
 *   if (cached === undefined || cached === rejected) {
 *     const response = await fetch("/session/sfs-token");
 *     if (!response.ok) throw new Error(`no token: HTTP ${response.status}`);
 *     cached = await response.text();
 *   }
 *   return cached;
 * };
 * ```
 */
export type Token = string | ((context: TokenContext) => string | Promise<string>);

/** An access key, as the console's page "My Credentials" gives it, or a temporary one. */
export interface AccessKey {
  /** The key's id, which the request tells. */
  readonly accessKeyId: string;
  /** The secret that signs. It is never sent. */
  readonly secretAccessKey: string;
  /** Of a temporary key: header `X-Security-Token`. */
  readonly securityToken?: string | undefined;
  /** When a temporary key ends. The package does not look at it: whoever gives keys renews them. */
  readonly expiration?: Date | undefined;
}

/**
 * An access key, or a function that gives one when a request needs it.
 *
 * Each request is signed with it anew: SDK-HMAC-SHA256, by the platform's WebCrypto. A function is asked before the first
 * request of each call, and before each look of a wait, in the async context of that call. What it gave is used for that
 * call only: one function may serve many users. `sfs-turbo-tasks/credentials` has functions for Node that read keys where
 * the vendor's own tools do.
 *
 * A 401 is not sent again: after more than five in a row the gateway locks the key for five minutes. There is one
 * exception. If the gateway says that the signature's time is off by more than five minutes, the request is signed once
 * more with the gateway's time, and so are the next ones of the client.
 *
 * **Not for a page that others open:** whoever opens it can read the secret.
 *
 * @example
 * ```ts
 * const credentials = { accessKeyId: "…", secretAccessKey: "…" };
 * const client = createClient({ region: "cn-north-4", projectId, credentials });
 * ```
 */
export type Credentials = AccessKey | (() => AccessKey | Promise<AccessKey>);

/**
 * What the calls of a client have in common: where the service is, who calls, and how patiently.
 *
 * A value that is missing or malformed rejects the call, not `createClient`, with kind `invalid-request` and `field` set
 * to the option's name, before anything is sent. `undefined` means: the default. What an object inherits from
 * `Object.prototype` does not count. A name that is nearly an option's, or what other clients call it, is refused; other
 * names pass, so that a row of a table can be spread in.
 */
export interface ClientOptions {
  /**
   * The region's id, such as `"cn-north-4"`: one of the 32 the vendor lists. Instead of an {@link endpoint}.
   *
   * An id that is not on the list fails with names near to it. A region of one call replaces the endpoint of its client.
   */
  readonly region?: Region | undefined;
  /**
   * Where the service is, instead of {@link region}: `"https://…"`, with a path if a proxy has one.
   *
   * In a browser a path on the page's own origin, `"/proxy"`, serves too. `http:` is refused except to this machine
   * (`localhost`, `127.0.0.0/8`, `[::1]`), since the token would travel readable; see {@link allowInsecure}. Given beside a
   * region, the endpoint counts. An endpoint of one call replaces the region of its client.
   */
  readonly endpoint?: string | undefined;
  /** The project's id, 32 hexadecimal digits in the vendor's examples. Not empty, not `.` or `..`. */
  readonly projectId?: string | undefined;
  /**
   * The IAM token for header `X-Auth-Token`, scoped to the project, or a function that gives it.
   *
   * `null` adds nothing, because the proxy at {@link endpoint} adds it: that needs an endpoint. A token of one call
   * replaces what its client signs in with, whichever of the two that is.
   */
  readonly token?: Token | null | undefined;
  /** An access key, or a function that gives one, instead of a {@link token}: each request is signed with it. */
  readonly credentials?: Credentials | undefined;
  /**
   * Milliseconds until the promise is settled, whatever happens. Default 60 000; 1 to 2 147 483 647.
   *
   * Covers everything: starting the core, the token function, each attempt with its body, the pauses between. When it
   * runs out the promise rejects with kind `timeout`.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds for one request with its body, after which it counts as failed. Default 20 000; 1 to 2 147 483 647. */
  readonly attemptTimeout?: number | undefined;
  /**
   * How often a request is sent again after `throttled`, `unavailable`, `network` or a spent
   * {@link attemptTimeout}. Default 2; 0 to 10.
   *
   * Pauses grow exponentially with full jitter; `Retry-After` is honoured; no pause goes past {@link timeout}. A
   * certificate that is not trusted is not tried again.
   */
  readonly maxRetries?: number | undefined;
  /**
   * Bytes of a body that are read before the answer is refused as `invalid-response`. Default 1 048 576 for one task; 1 to
   * 2 147 483 647.
   */
  readonly maxResponseBytes?: number | undefined;
  /** `true` allows `http:` to hosts other than this machine. Default `false`: a token over `http:` can be read by all. */
  readonly allowInsecure?: boolean | undefined;
  /**
   * Any function that works as `fetch` does. Default: `globalThis.fetch`, looked up at each call.
   *
   * @example
   * ```ts
   * import { createEmulator } from "sfs-turbo-tasks/emulator";
   * const { fetch, endpoint, projectId, token } = createEmulator();
   * const client = createClient({ fetch, endpoint, projectId, token });
   * ```
   */
  readonly fetch?: Fetch | undefined;
  /**
   * More headers of each request, for a proxy: an object of strings, or a `Headers`. Default: none.
   *
   * Those that the package sets are refused: `Content-Type`, `Host`, `X-Auth-Token`, `X-Sdk-Date`, `X-Security-Token`,
   * `X-Project-Id`, and `Authorization` where `credentials` set it.
   *
   * @example
   * ```ts
   * createClient({ endpoint: "/sfs-turbo", projectId, token: null, headers: { "X-CSRF-Token": csrfToken } });
   * ```
   */
  readonly headers?: Readonly<Record<string, string>> | HeaderList | undefined;
  /**
   * More fields of what `fetch` is called with: `credentials` for a proxy that wants cookies, `dispatcher` for undici,
   * `keepalive`, `next`, `cf` and others. Default: none.
   *
   * `method`, `headers`, `body`, `signal` and `redirect` are refused, since they are the package's. Without this option
   * no cookies are sent (`credentials: "omit"`), nothing is stored (`cache: "no-store"`), and no referrer is told.
   *
   * @example
   * ```ts
   * createClient({ endpoint: "/sfs-turbo", projectId, token: null, fetchOptions: { credentials: "same-origin" } });
   * ```
   */
  readonly fetchOptions?: FetchOptions | undefined;
  /**
   * Called before a request is sent again: after a pause, with another token, or with a signature made anew. It is not
   * awaited; what it throws rejects the call. In a wait, a look that failed is told to `onFault` instead.
   *
   * @example
   * ```ts
   * const onRetry: ClientOptions["onRetry"] = ({ error, attempt, delay }) =>
   *   console.warn(`${error.errCode}; attempt ${attempt} in ${delay} ms`);
   * ```
   */
  readonly onRetry?: ((details: RetryDetails) => void) | undefined;
}

/** What is used of a `Headers`. */
export interface HeaderList {
  /** Calls back for each header. */
  forEach(callback: (value: string, name: string) => void): void;
}

/** More fields of what `fetch` is called with: whatever it takes here, but for those that the package sets. */
export interface FetchOptions {
  readonly credentials?: "omit" | "same-origin" | "include" | undefined;
  readonly [name: string]: unknown;
  readonly method?: never;
  readonly headers?: never;
  readonly body?: never;
  readonly signal?: never;
  readonly redirect?: never;
}

/** What {@link ClientOptions.onRetry} is told. */
export interface RetryDetails {
  /** What the last attempt came to. */
  readonly error: SfsTurboError;
  /** The number of the attempt that comes: 2 for the first that is sent again. */
  readonly attempt: number;
  /** Milliseconds until it is sent. */
  readonly delay: number;
}

/** What one call may want otherwise than its client. */
export interface CallOptions extends ClientOptions {
  /**
   * Gives the call up: the promise rejects with `signal.reason`, as `fetch` does, and the request is aborted.
   *
   * @example
   * ```ts
   * await client.getTask({ shareId, taskId, signal: AbortSignal.timeout(5_000) });
   * ```
   */
  readonly signal?: AbortSignal | null | undefined;
}

/** Where the service is: one of the two must be given, to the client or to the call. */
export type Place = { readonly region: Region } | { readonly endpoint: string };

/** What a call signs in with: one of these must be given, to the client or to the call. */
export type SignIn =
  | { readonly token: Token }
  | { readonly token: null; readonly endpoint: string }
  | { readonly credentials: Credentials };

/** What a call needs that has no client: where the service is, the project, and what it signs in with. */
export type Standalone = Place & SignIn & { readonly projectId: string };

/** Refuses what is not an option, as a misspelt name: TypeScript does not do so by itself where a type is inferred. */
export type OnlyOptions<Given> = { readonly [Name in Exclude<keyof Given, keyof ClientOptions>]?: never };

/** What a client was not given, so that each call needs it. `Given` is the type of what it was given. */
export type MissingOptions<Given> = (Given extends Place ? unknown : Place) &
  (Given extends { readonly projectId: string } ? unknown : { readonly projectId: string }) &
  (Given extends { readonly token: Token | null } | { readonly credentials: Credentials } ? unknown : SignIn);
