// The types of a fetch function, by what is used of it: so that undici's, node-fetch's and a mock's fit as well.

/** What a {@link Fetch} is called with. Every member is one of `fetch`'s own. */
export interface FetchInit {
  /** The HTTP method. */
  method: string;
  /** The headers, what signs in among them. */
  headers: Record<string, string>;
  /** The JSON body of an operation that has one. */
  body?: string;
  /** A redirect is not followed: it would carry the token to another origin. */
  redirect: "manual";
  /** No cookies, unless `fetchOptions` ask for them. */
  credentials: "omit" | "same-origin" | "include";
  /** No referrer. */
  referrerPolicy: "no-referrer";
  /** Nothing is stored; left out where the runtime does not know it. */
  cache?: "no-store";
  /** Aborted when the answer is not wanted any more. */
  signal: AbortSignal;
}

/** What is used of the response that a {@link Fetch} gives. */
export interface FetchResponse {
  /** The HTTP status. */
  readonly status: number;
  /** Where `X-request-id`, `Retry-After` and `Date` are read from. */
  readonly headers: { get(name: string): string | null };
  /** A stream that is read up to the limit. A body of another kind is read by {@link FetchResponse.text}. */
  readonly body?: unknown;
  /** The body as text. */
  text(): Promise<string>;
}

/** A function that is called as `fetch` is: with a URL and an init object. */
export type Fetch = (input: string, init: FetchInit) => Promise<FetchResponse>;
