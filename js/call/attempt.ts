// One request of a call: the call of `fetch`, and the reading of the response.

import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import type { Fetch, FetchInit } from "../operations/fetch.js";
import { type BodyText, readBody } from "./body.js";
import { requestFields } from "./request-fields.js";

/** One request, from sending it to the end of its answer. */
export class Attempt {
  /** Whether its answer is no longer needed. */
  over = false;
  status = 0;
  requestId = "";
  retryAfter = "";
  date = "";
  /** The body; `null` if it is longer than the limit. */
  text: string | null = "";
  /** The body as JSON; `undefined` if it is not JSON. */
  json: unknown;
  private answered = false;
  private readonly controller = new AbortController();

  /**
   * @param fetch The platform's function or the caller's.
   * @param limit The maximum number of bytes that are read of the answer.
   */
  constructor(
    private readonly fetch: Fetch,
    private readonly limit: number,
  ) {}

  /**
   * Sends the request and reads the answer. Redirects are not followed, nothing is stored, and no referrer is sent.
   *
   * @param fetchOptions They have no field that the package reserves, but may replace `credentials` and the like.
   * @returns Whether there is a readable answer.
   * @throws Whatever `fetch` or the body throws.
   */
  async send(
    url: string,
    body: string,
    { method, contentType, requestIdHeader }: Description,
    headers: Readonly<Record<string, string>>,
    fetchOptions: object,
  ): Promise<boolean> {
    // Without a prototype: `fetch` reads inherited fields, and `Object.prototype` may be polluted.
    const init = {
      __proto__: null,
      method,
      // A plain object instead of `Headers`: every `fetch` accepts it, also where there is no such class.
      headers: { "Content-Type": contentType, ...headers },
      // A redirect would carry the token to another origin: browsers and Node strip `Authorization` only.
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      ...requestFields(this.controller.signal),
      ...fetchOptions,
    } as unknown as FetchInit;
    if (body !== "") init.body = body;
    // Not called as a method: a browser's `fetch` throws with another `this`.
    const { fetch, limit } = this;
    const response: unknown = await fetch(url, init);
    const status = statusOf(response);
    if (status === undefined) return false;
    const text: BodyText = await readBody(response as Response, limit, this);
    if (text === undefined) return false;
    this.status = status;
    this.requestId = headerOf(response, requestIdHeader);
    if (status < 200 || status > 299) {
      this.retryAfter = headerOf(response, "retry-after");
      if (this.retryAfter !== "") this.date = headerOf(response, "date");
    }
    this.text = text;
    this.json = text === null ? undefined : parse(text);
    return true;
  }

  /** The body has been read, so that there is nothing left to abort. */
  end(): void {
    this.answered = true;
  }

  /** Cancels the request if it is not answered yet. */
  abort(): void {
    this.over = true;
    if (!this.answered) this.controller.abort();
  }
}

inheritNothing(Attempt);

/** The status of a response with an unread body. Each property is read only once: it may be a getter of a foreign object. */
function statusOf(value: unknown): number | undefined {
  try {
    const { status, body, bodyUsed, type } = value as Response;
    const unread = bodyUsed !== true && body?.locked !== true && type !== null;
    if (!Number.isInteger(status) || status < 0 || status > 999 || !unread) return undefined;
    // A redirect that was not followed has status 0 in a browser. Any other response with status 0 is not readable.
    return status === 0 && type !== "opaqueredirect" ? undefined : status;
  } catch {
    return undefined;
  }
}

/** A header of a response; `""` if it is not a string or cannot be read. */
function headerOf(response: unknown, name: string): string {
  try {
    const value: unknown = (response as Response).headers.get(name);
    return typeof value === "string" ? value : "";
  } catch {
    // No readable headers: there is no request id and no `Retry-After`.
    return "";
  }
}

/** The parsed JSON of a text; `undefined` if it is not JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
