// What reaches the emulator: any way of calling fetch becomes one call, and every call leaves a record.

/** A request the emulator has seen, preflights included. */
export interface RecordedRequest {
  /** The method, in upper case as fetch sends it. */
  readonly method: string;
  /** The path as it was sent, still percent-encoded. */
  readonly path: string;
  /** The query as it was sent, without its question mark; `""` where there is none. */
  readonly query: string;
  /** The headers that can be seen, by lower-case name. A browser shows none that it adds itself to a `Request` in memory. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; `""` where there is none. */
  readonly body: string;
  /** The `X-request-id` of the answer, unless a fault set another. */
  readonly requestId: string;
}

/** A request, and what its caller can end it by. */
export interface Call {
  readonly request: Request;
  readonly signals: readonly AbortSignal[];
}

/** A request as it arrived, with what a signature covers besides the record. */
export interface ArrivedRequest {
  readonly record: RecordedRequest;
  /** Of its URL, with the port unless that is the usual one. */
  readonly host: string;
  /** The body. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the arguments of fetch. */
export function readCall(input: Request | string | URL, init: RequestInit | undefined): Call {
  // A server's request can be one of its own making, which `new Request` would not accept as input.
  if (init === undefined && typeof input === "object" && "method" in input) {
    return { request: input, signals: [input.signal] };
  }
  // The signal stays outside: a Request that gets one leaves its listener on it until it is collected as garbage.
  const { signal, ...rest } = init ?? {};
  const request = new Request(input, rest);
  return { request, signals: [signal ?? request.signal] };
}

/** A call whose body has come. Nothing changes its record afterwards. */
export function receiveCall(
  { request }: Call,
  bytes: Uint8Array<ArrayBuffer>,
  requestId: string,
): ArrivedRequest {
  // Cut from the text, since a parsed URL would show the path resolved and encoded anew.
  const [, host = "", target = ""] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(request.url) ?? [];
  const queryAt = target.indexOf("?");
  const record = Object.freeze({
    method: request.method,
    path: queryAt === -1 ? target : target.slice(0, queryAt),
    query: queryAt === -1 ? "" : target.slice(queryAt + 1),
    headers: Object.freeze(byLowerCaseName(request.headers)),
    body: new TextDecoder().decode(bytes),
    requestId,
  });
  return { record, host, bytes };
}

/** The headers by lower-case name. Real ones are so already; those of happy-dom keep the case that they were set with. */
export function byLowerCaseName(headers: Iterable<readonly [string, string]>): Record<string, string> {
  return Object.fromEntries(Array.from(headers, ([name, value]) => [name.toLowerCase(), value]));
}
