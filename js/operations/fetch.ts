// The types of a fetch function. They have only what the package uses, so that undici's fetch, node-fetch and mocks fit too.

/** The init object that a {@link Fetch} is called with. Every member is a member of `fetch`'s own init. */
export interface FetchInit {
  /** The HTTP method. */
  method: string;
  /** The headers, including the token or signature. */
  headers: Record<string, string>;
  /** The JSON body, for an operation that has one. */
  body?: string;
  /** Redirects are not followed: they would send the token to another origin. */
  redirect: "manual";
  /** No cookies are sent, unless `fetchOptions` says otherwise. */
  credentials: "omit" | "same-origin" | "include";
  /** No referrer is sent. */
  referrerPolicy: "no-referrer";
  /** Nothing is stored. Left out if the runtime does not know this option. */
  cache?: "no-store";
  /** Aborted when the answer is no longer needed. */
  signal: AbortSignal;
}

/** What the package uses of the response that a {@link Fetch} gives. */
export interface FetchResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The headers. The package reads `X-request-id`, `Retry-After` and `Date`. */
  readonly headers: { get(name: string): string | null };
  /** A stream, which is read up to the limit. Any other kind of body is read with {@link FetchResponse.text}. */
  readonly body?: unknown;
  /** The body as text. */
  text(): Promise<string>;
}

/** A function that is called like `fetch`: with a URL and an init object. */
export type Fetch = (input: string, init: FetchInit) => Promise<FetchResponse>;
