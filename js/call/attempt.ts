// One request of a call: what `fetch` is called with, and what is read of the response.

import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import type { Fetch, FetchInit } from "../operations/fetch.js";
import { type BodyText, readBody } from "./body.js";
import { requestFields } from "./request-fields.js";

/** One request, from its sending to the end of its answer. */
export class Attempt {
  /** Whether its answer is not wanted any more. */
  over = false;
  status = 0;
  requestId = "";
  retryAfter = "";
  date = "";
  /** The body; `null` if it is longer than is allowed. */
  text: string | null = "";
  /** The body as JSON; `undefined` if it is not JSON. */
  json: unknown;
  private answered = false;
  private readonly controller = new AbortController();

  /**
   * @param fetch May be anybody's.
   * @param limit How many bytes of the answer are read at most.
   */
  constructor(
    private readonly fetch: Fetch,
    private readonly limit: number,
  ) {}

  /**
   * Sends the request, and reads the answer. Nothing is followed, stored, or told to others.
   *
   * @param fetchOptions None of them is a field that is set here for safety; those of cookies and the like may be.
   * @returns Whether there is an answer that can be read.
   * @throws Whatever `fetch` or the body fails with.
   */
  async send(
    url: string,
    body: string,
    { method, contentType, requestIdHeader }: Description,
    headers: Readonly<Record<string, string>>,
    fetchOptions: object,
  ): Promise<boolean> {
    // Without a prototype: `fetch` reads inherited fields, which another library may have let a stranger write.
    const init = {
      __proto__: null,
      method,
      // A plain object and no `Headers`: every `fetch` takes it, also where there is no such class.
      headers: { "Content-Type": contentType, ...headers },
      // A redirect would carry the token to another origin: browsers and Node strip `Authorization` only.
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      ...requestFields(this.controller.signal),
      ...fetchOptions,
    } as unknown as FetchInit;
    if (body !== "") init.body = body;
    // Not as a method: a browser's own wants no other `this`.
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

  /** Its body has been read: there is nothing left to abort. */
  end(): void {
    this.answered = true;
  }

  /** Gives up: the request is aborted, unless it was answered. */
  abandon(): void {
    this.over = true;
    if (!this.answered) this.controller.abort();
  }
}

inheritNothing(Attempt);

/** The status of a response whose body is still to be read. Each property is read once: it may be a stranger's getter. */
function statusOf(value: unknown): number | undefined {
  try {
    const { status, body, bodyUsed, type } = value as Response;
    const unread = bodyUsed !== true && body?.locked !== true && type !== null;
    if (!Number.isInteger(status) || status < 0 || status > 999 || !unread) return undefined;
    // A redirect that was not followed has status 0 in a browser. Nothing else with status 0 can be read.
    return status === 0 && type !== "opaqueredirect" ? undefined : status;
  } catch {
    return undefined;
  }
}

/** A header of a response; `""` if it is not a string, or cannot be read. */
function headerOf(response: unknown, name: string): string {
  try {
    const value: unknown = (response as Response).headers.get(name);
    return typeof value === "string" ? value : "";
  } catch {
    // What has no headers, or none that can be read, tells no request id and no time to wait.
    return "";
  }
}

/** The JSON that a text is; `undefined` if it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
