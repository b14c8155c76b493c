// One request of a call: its clock, its abort signal, what `fetch` is called with, and what is read of the response.

import { type BodyText, readBody } from "./body.js";
import type { Fetch } from "./types.js";

/** Whether requests have a `cache` here: Cloudflare's runtime of before November 2024 throws at the word. */
let knowsCache: boolean | undefined;

/** One request, from its sending to the end of its body. */
export class Attempt {
  /** Whether its time is over, or nobody wants its answer any more. */
  over = false;
  /** What `fetch` gave. */
  response: Response | undefined;
  private answered = false;
  private readonly controller = new AbortController();
  private readonly timer: ReturnType<typeof setTimeout>;

  /**
   * @param fetch May be anybody's.
   * @param milliseconds How long it may last.
   * @param onTimeout Called when that is over, after the request was aborted.
   */
  constructor(
    private readonly fetch: Fetch,
    milliseconds: number,
    onTimeout: () => void,
  ) {
    this.timer = setTimeout(() => {
      this.abandon();
      onTimeout();
    }, milliseconds);
  }

  /**
   * Calls `fetch`, and reads the body of what it gives. Nothing is followed, stored, or told to others.
   *
   * @param limit How many bytes of the body are read at most.
   * @returns As `readBody`; `undefined` also if there is no response.
   * @throws Whatever `fetch` or the body fails with.
   */
  async send(url: string, headers: Readonly<Record<string, string>>, limit: number): Promise<BodyText> {
    knowsCache ??= typeof Request !== "function" || "cache" in Request.prototype;
    const init: RequestInit = {
      method: "GET",
      // A plain object and no `Headers`: every `fetch` takes it, also where there is no such class.
      headers,
      // A redirect would carry the token to another origin: browsers and Node strip `Authorization` only.
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: this.controller.signal,
    };
    if (knowsCache) init.cache = "no-store";
    // Not as a method: a browser's own wants no other `this`.
    const { fetch } = this;
    const response: unknown = await fetch(url, init);
    if (!isResponse(response)) return undefined;
    this.response = response;
    return readBody(response, limit, this);
  }

  /** Its body has been read: there is nothing left to abort. */
  end(): void {
    clearTimeout(this.timer);
    this.answered = true;
  }

  /** Gives up: the request is aborted, unless it was answered. */
  abandon(): void {
    this.over = true;
    clearTimeout(this.timer);
    if (!this.answered) this.controller.abort();
  }
}

/** Whether a value has what is read of a response, none of which throws, with a body that is still to be read. */
function isResponse(value: unknown): value is Response {
  try {
    const { status, body, bodyUsed, type } = value as Response;
    // Nothing is left to read of a body that somebody else has read, or is reading. The core reads `type` itself.
    const unread = bodyUsed !== true && body?.locked !== true && type !== null;
    return Number.isInteger(status) && status >= 0 && status <= 999 && unread;
  } catch {
    return false;
  }
}

/** A header of a response; `undefined` if it is empty, no string, or cannot be read. */
export function headerOf(response: Response | undefined, name: string): string | undefined {
  try {
    const value: unknown = response?.headers.get(name);
    return typeof value === "string" && value !== "" ? value : undefined;
  } catch {
    // What has no headers, or none that can be read, tells no request id and no time to wait.
    return undefined;
  }
}
