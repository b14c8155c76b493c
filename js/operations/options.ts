// The options of every operation. This file is the manual, so every member is documented.

import type { SfsTurboError } from "../errors/error.js";
import type { Fetch } from "./fetch.js";
import type { Region } from "./region.js";

/** What a token function is called with. */
export interface TokenContext {
  /**
   * The token that the service just refused with 401; `undefined` on the first call.
   *
   * A function that caches its token discards the cached token if it is this one.
   */
  readonly rejected: string | undefined;
}

/**
 * An IAM token, or a function that gives one.
 *
 * A string is sent unchanged, and a 401 ends the call. A function is called before the first request of each call. After a
 * 401 it is called once more with {@link TokenContext.rejected}, and the request is sent again if it gives another token.
 *
 * The function runs in the async context of its call, so that one function can serve many users, for example with an
 * `AsyncLocalStorage`. Only a renewal is shared, among calls with the same function, place, project and refused token. So a
 * function must not give several users the same token and then renew it with a different one for each user.
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

/** An access key from the console's page "My Credentials", or a temporary one. */
export interface AccessKey {
  /** The id of the key, which each request contains. */
  readonly accessKeyId: string;
  /** The secret that signs. It is never sent. */
  readonly secretAccessKey: string;
  /** For a temporary key: the value of header `X-Security-Token`. */
  readonly securityToken?: string | undefined;
  /** When a temporary key expires. The client does not read it: the function that gives keys renews them. */
  readonly expiration?: Date | undefined;
}

/**
 * An access key, or a function that gives one.
 *
 * It signs each request (SDK-HMAC-SHA256) with the platform's WebCrypto. A function is called before the first request of
 * each call, and before each look of a wait, in the async context of that call. Its key is used for that call only, so that
 * one function can serve many users. `sfs-turbo-tasks/credentials` has functions for Node that read keys from the same
 * places as the vendor's own tools.
 *
 * A 401 is not retried: after more than five in a row the gateway locks the key for five minutes. There is one exception. If
 * the gateway says that the time of the signature is wrong by more than five minutes, the request is signed once more with
 * the gateway's time. The client keeps using that time for its later requests.
 *
 * **Not for a page that others open:** everyone who opens it can read the secret.
 *
 * @example
 * ```ts
 * const credentials = { accessKeyId: "…", secretAccessKey: "…" };
 * const client = createClient({ region: "cn-north-4", projectId, credentials });
 * ```
 */
export type Credentials = AccessKey | (() => AccessKey | Promise<AccessKey>);

/**
 * The options that the calls of a client share: where the service is, who calls, and the timeouts.
 *
 * If a value is missing or malformed, `createClient` does not throw. Each call rejects with kind `invalid-request` before a
 * request is sent, and `field` is the name of the option. `undefined` means the default. Properties inherited from
 * `Object.prototype` are ignored. A misspelt name, or the name that other clients use, is refused with the right name. Other
 * names are ignored, so that you can spread a table row into the options.
 */
export interface ClientOptions {
  /**
   * The id of the region, such as `"cn-north-4"`: one of the 32 that the vendor lists. Pass it or an {@link endpoint}.
   *
   * An unknown id is refused, with similar ids in the message. The region of a call replaces the endpoint of its client.
   */
  readonly region?: Region | undefined;
  /**
   * The URL of the service, instead of {@link region}: `"https://…"`, with a path if a proxy needs one.
   *
   * In a browser it may be a path on the page's own origin: `"/proxy"`. `http:` is allowed only for this machine
   * (`localhost`, `127.0.0.0/8`, `[::1]`), because it sends the token unencrypted; see {@link allowInsecure}. If region and
   * endpoint are both given, the endpoint is used. The endpoint of a call replaces the region of its client.
   */
  readonly endpoint?: string | undefined;
  /** The id of the project, 32 hexadecimal digits in the vendor's examples. Not empty, not `.` or `..`. */
  readonly projectId?: string | undefined;
  /**
   * The IAM token for header `X-Auth-Token`, scoped to the project, or a function that gives it.
   *
   * `null` sends no token, because the proxy at {@link endpoint} adds it. It needs an endpoint. The token of a call replaces
   * the token or credentials of its client.
   */
  readonly token?: Token | null | undefined;
  /** An access key that signs each request, or a function that gives one. Pass it instead of {@link token}. */
  readonly credentials?: Credentials | undefined;
  /**
   * Milliseconds until the promise settles at the latest. Default 60 000; 1 to 2 147 483 647.
   *
   * It covers everything: the start of the core, the token function, each attempt with its body, and the pauses. When it
   * expires, the promise rejects with kind `timeout`.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds for one request and its body. After that the attempt has failed. Default 20 000; 1 to 2 147 483 647. */
  readonly attemptTimeout?: number | undefined;
  /**
   * How often a request is retried after `throttled`, `unavailable`, `network` or an expired {@link attemptTimeout}.
   * Default 2; 0 to 10.
   *
   * Pauses grow exponentially with full jitter. `Retry-After` is respected. No pause lasts longer than {@link timeout}. A
   * certificate that is not trusted is not retried. A creation is retried only if it cannot have arrived.
   */
  readonly maxRetries?: number | undefined;
  /**
   * The maximum size of a body in bytes. A larger one is refused as `invalid-response`. Default 1 048 576 for one task,
   * 8 388 608 for a list; 1 to 2 147 483 647.
   */
  readonly maxResponseBytes?: number | undefined;
  /** `true` allows `http:` to other hosts than this machine. Default `false`: `http:` sends the token unencrypted. */
  readonly allowInsecure?: boolean | undefined;
  /**
   * Any function that is called like `fetch`. Default: `globalThis.fetch`, read at each call.
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
   * Additional headers of each request, for a proxy: an object of strings, or a `Headers`. Default: none.
   *
   * Headers that the package sets are refused: `Content-Type`, `Host`, `X-Auth-Token`, `X-Sdk-Date`, `X-Security-Token`,
   * `X-Project-Id`, and with `credentials` also `Authorization`.
   *
   * @example
   * ```ts
   * createClient({ endpoint: "/sfs-turbo", projectId, token: null, headers: { "X-CSRF-Token": csrfToken } });
   * ```
   */
  readonly headers?: Readonly<Record<string, string>> | HeaderList | undefined;
  /**
   * Additional options for `fetch`: `credentials` for a proxy that needs cookies, `dispatcher` for undici, `keepalive`,
   * `next`, `cf` and others. Default: none.
   *
   * `method`, `headers`, `body`, `signal` and `redirect` are refused, because the package sets them. Without this option no
   * cookies are sent (`credentials: "omit"`), nothing is stored (`cache: "no-store"`), and no referrer is sent.
   *
   * @example
   * ```ts
   * createClient({ endpoint: "/sfs-turbo", projectId, token: null, fetchOptions: { credentials: "same-origin" } });
   * ```
   */
  readonly fetchOptions?: FetchOptions | undefined;
  /**
   * Called before a request is sent again: after a pause, with another token, or with a new signature. It is not awaited. If
   * it throws, the call rejects with that error. A wait reports a failed look to `onFault` instead.
   *
   * @example
   * ```ts
   * const onRetry: ClientOptions["onRetry"] = ({ error, attempt, delay }) =>
   *   console.warn(`${error.errCode}; attempt ${attempt} in ${delay} ms`);
   * ```
   */
  readonly onRetry?: ((details: RetryDetails) => void) | undefined;
}

/** What the package uses of a `Headers`. */
export interface HeaderList {
  /** Calls the callback for each header. */
  forEach(callback: (value: string, name: string) => void): void;
}

/** Additional options for `fetch`: everything that it accepts here, except what the package sets. */
export interface FetchOptions {
  readonly credentials?: "omit" | "same-origin" | "include" | undefined;
  readonly [name: string]: unknown;
  readonly method?: never;
  readonly headers?: never;
  readonly body?: never;
  readonly signal?: never;
  readonly redirect?: never;
}

/** What {@link ClientOptions.onRetry} is called with. */
export interface RetryDetails {
  /** The error of the last attempt. */
  readonly error: SfsTurboError;
  /** The number of the next attempt: 2 for the first retry. */
  readonly attempt: number;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** The options of one call: those of a client, which they replace, and a signal. */
export interface CallOptions extends ClientOptions {
  /**
   * Cancels the call: the promise rejects with `signal.reason`, as with `fetch`, and the request is aborted.
   *
   * @example
   * ```ts
   * await client.getTask({ shareId, taskId, signal: AbortSignal.timeout(5_000) });
   * ```
   */
  readonly signal?: AbortSignal | null | undefined;
}

/** Where the service is. The client or the call needs one of the two. */
export type Place = { readonly region: Region } | { readonly endpoint: string };

/** The credentials of a call. The client or the call needs one of these. */
export type SignIn =
  | { readonly token: Token }
  | { readonly token: null; readonly endpoint: string }
  | { readonly credentials: Credentials };

/** What a call without a client needs: the place of the service, the project and the credentials. */
export type Standalone = Place & SignIn & { readonly projectId: string };

/** Refuses unknown names, such as a misspelt option. TypeScript does not check them by itself if a type is inferred. */
export type OnlyOptions<Given> = { readonly [Name in Exclude<keyof Given, keyof ClientOptions>]?: never };

/** The options that a client was not given, so that each call needs them. `Given` is the type of the client's options. */
export type MissingOptions<Given> = (Given extends Place ? unknown : Place) &
  (Given extends { readonly projectId: string } ? unknown : { readonly projectId: string }) &
  (Given extends { readonly token: Token | null } | { readonly credentials: Credentials } ? unknown : SignIn);
