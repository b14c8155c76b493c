// What reaches the emulator: each call of fetch, in any form, becomes one call with one record.

/** A request that the emulator received. Preflights are included. */
export interface RecordedRequest {
  /** The method, in upper case as fetch sends it. */
  readonly method: string;
  /** The path as it was sent, percent-encoded. */
  readonly path: string;
  /** The query as it was sent, without the question mark; `""` if there is none. */
  readonly query: string;
  /** The visible headers, by lower-case name. A browser does not show the headers that it adds itself to a `Request` in memory. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; `""` if there is none. */
  readonly body: string;
  /** The `X-request-id` of the answer, unless a fault replaces it. */
  readonly requestId: string;
}

/** A request, and the signals that can abort it. */
export interface Call {
  readonly request: Request;
  readonly signals: readonly AbortSignal[];
}

/** A request as it arrived, and what a signature covers in addition to the record. */
export interface ArrivedRequest {
  readonly record: RecordedRequest;
  /** The host of its URL, with the port if it is not the default port. */
  readonly host: string;
  /** The body. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the arguments of fetch. */
export function readCall(input: Request | string | URL, init: RequestInit | undefined): Call {
  // A server may have its own class of requests, which `new Request` would not accept as input.
  if (init === undefined && typeof input === "object" && "method" in input) {
    return { request: input, signals: [input.signal] };
  }
  // The signal stays outside: a Request with a signal leaves a listener on it until the Request is garbage-collected.
  const { signal, ...rest } = init ?? {};
  const request = new Request(input, rest);
  return { request, signals: [signal ?? request.signal] };
}

/** Records a call whose body has arrived. The record does not change later. */
export function receiveCall(
  { request }: Call,
  bytes: Uint8Array<ArrayBuffer>,
  requestId: string,
): ArrivedRequest {
  // Taken from the text, because a parsed URL would have a resolved path in another encoding.
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

/** The headers by lower-case name. Happy-dom keeps the case in which headers were set; other platforms do not. */
export function byLowerCaseName(headers: Iterable<readonly [string, string]>): Record<string, string> {
  return Object.fromEntries(Array.from(headers, ([name, value]) => [name.toLowerCase(), value]));
}
