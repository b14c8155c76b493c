// One call: its promise, its clock, its abort signal. The core asks it for whatever belongs to the page or the process.

import { abortReason, onAbort } from "./abort.js";
import { copyCause } from "./cause.js";
import { type ErrorKind, SfsTurboError, type SfsTurboErrorInit } from "./error.js";
import { redact } from "./redact.js";
import { type TokenFunction, TokenSource, tokenProblem } from "./token.js";
import type { Fetch, Task } from "./types.js";

/** What the core says of a failure, in the order of `ErrorFields` in `src/bindings.rs`. */
type ErrorFields = readonly [
  kind: ErrorKind,
  errCode: string,
  errMsg: string,
  message: string,
  httpStatus: number | null,
  requestId: string | null,
  retryable: boolean,
  field: string | null,
  encodedAuthorizationMessage: string | null,
];

/** What a call is made of. */
export interface CallSettings {
  readonly resolve: (task: Task) => void;
  readonly reject: (reason: unknown) => void;
  readonly taskId: unknown;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly fetch: Fetch;
  readonly token: string | TokenFunction;
}

/** The surface that `src/bindings.rs` declares, and what `js/client.ts` and `js/core.ts` need. No method throws. */
export class Call {
  /** Whether the promise is settled; nothing that happens later counts. */
  over = false;
  /** Called once when the promise is settled. */
  onOver: (() => void) | undefined;

  readonly fetch: Fetch;
  /** What the next request carries: the caller's string, or what the caller's function gave last. */
  token = "";
  private readonly settings: CallSettings;
  private readonly deadline: number;
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly tokens: string[] = [];
  private readonly source: TokenSource | undefined;
  private readonly stopListening: (() => void) | undefined;
  private attempts = 0;
  private attemptOver = false;
  private attemptTimer: ReturnType<typeof setTimeout> | undefined;
  private controller: AbortController | undefined;
  /** Tells the core what its wait has come to. */
  settled: ((value: unknown, failed: boolean) => void) | undefined;
  private turn = 0;
  private pauseTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: CallSettings) {
    const { timeout, signal, token } = settings;
    this.settings = settings;
    this.fetch = settings.fetch;
    if (typeof token === "function") this.source = new TokenSource(token);
    else this.useToken(token);
    // First: a stranger's signal may throw, and no timer must be left behind.
    if (signal !== undefined) {
      this.stopListening = onAbort(signal, () => this.stop(abortReason(signal)));
    }
    this.deadline = performance.now() + timeout;
    this.timer = setTimeout(this.onTimeout, timeout);
  }

  get origin(): string | undefined {
    const { location } = globalThis as { location?: { origin?: unknown } };
    const origin = location?.origin;
    // "null" is the origin of a page that has none, such as a sandboxed frame.
    return typeof origin === "string" && origin !== "null" ? origin : undefined;
  }

  get knowsCache(): boolean {
    return typeof Request !== "function" || "cache" in Request.prototype;
  }

  get interrupted(): boolean {
    return this.over || this.attemptOver;
  }

  wait(value: unknown): void {
    const settle = this.begin();
    // An executor's throw is a rejection; `Promise.resolve(value)` would throw: it reads `constructor` of a promise.
    new Promise((resolve) => resolve(value)).then(
      (result) => settle(result, false),
      (cause) => settle(cause, true),
    );
    if (this.interrupted) this.interrupt();
  }

  pause(milliseconds: number): void {
    const settle = this.begin();
    this.pauseTimer = setTimeout(() => settle(undefined, false), milliseconds);
  }

  askToken(refused: boolean): void {
    this.wait(
      // A call that is over asks nobody for anything.
      this.over
        ? undefined
        : this.source?.ask(refused ? this.token : undefined).then((token) => {
            if (typeof token !== "string") return "function gave no string: let it give an IAM token";
            const problem = tokenProblem(token);
            if (problem !== undefined) return `function gave a token that ${problem}`;
            if (refused && token === this.token) return "function gave the same token again";
            this.useToken(token);
            return undefined;
          }),
    );
  }

  private useToken(token: string): void {
    this.token = token;
    this.tokens.push(token);
  }

  /** Begins the one wait of the core: what settles it is told, once, and nothing after the call is over. */
  private begin(): (value: unknown, failed: boolean) => void {
    const turn = ++this.turn;
    return (value, failed) => {
      if (turn !== this.turn) return;
      this.turn += 1;
      this.settled?.(value, failed);
    };
  }

  /** Ends the wait under way, if there is one, before what it waits for has settled. */
  private interrupt(): void {
    this.turn += 1;
    this.settled?.(undefined, true);
  }

  startAttempt(milliseconds: number): AbortSignal {
    const controller = new AbortController();
    this.attempts += 1;
    this.attemptOver = false;
    this.controller = controller;
    this.attemptTimer = setTimeout(() => {
      this.attemptOver = true;
      controller.abort();
      this.interrupt();
    }, milliseconds);
    return controller.signal;
  }

  endAttempt(answered: boolean): void {
    clearTimeout(this.attemptTimer);
    if (!answered) this.controller?.abort();
    this.controller = undefined;
  }

  discard(reader: ReadableStreamDefaultReader): void {
    // A stream may refuse to be cancelled, which changes nothing for the call.
    reader.cancel().catch(() => {});
  }

  remaining(): number {
    return this.over ? 0 : this.deadline - performance.now();
  }

  isResponse(value: unknown): boolean {
    try {
      const { status, body, bodyUsed, type } = value as Response;
      // Nothing is left to read of a body that somebody else has read, or is reading. The core reads `type` itself.
      const unread = bodyUsed !== true && body?.locked !== true && type !== null;
      return Number.isInteger(status) && status >= 0 && status <= 999 && unread;
    } catch {
      return false;
    }
  }

  header(response: Response, name: string): string | undefined {
    try {
      const value: unknown = response.headers.get(name);
      return typeof value === "string" && value !== "" ? value : undefined;
    } catch {
      // What has no headers, or none that can be read, tells no request id and no time to wait.
      return undefined;
    }
  }

  byteLength(piece: unknown): number | undefined {
    return ArrayBuffer.isView(piece) ? piece.byteLength : undefined;
  }

  succeed(
    taskId: string,
    type: string,
    status: string,
    srcTarget: string,
    srcPrefix: string,
    destTarget: string,
    destPrefix: string,
    message: string,
    startTime: number,
    endTime: number,
    requestId: string | undefined,
    raw: Task["raw"],
  ): void {
    if (!this.settle()) return;
    this.settings.resolve({
      taskId,
      type,
      status,
      srcTarget,
      srcPrefix,
      destTarget,
      destPrefix,
      message,
      startTime: Number.isNaN(startTime) ? null : new Date(startTime),
      endTime: Number.isNaN(endTime) ? null : new Date(endTime),
      requestId: requestId ?? null,
      raw,
    });
  }

  fail(fields: ErrorFields | null, cause: unknown): void {
    if (fields === null) {
      this.failInRuntime("the WebAssembly core gave no error", cause);
      return;
    }
    const [kind, errCode, errMsg, message, httpStatus, requestId, retryable, field, encoded] = fields;
    const init = { kind, errCode, errMsg, message, httpStatus, requestId, retryable, field };
    const error = this.makeError({ ...init, encodedAuthorizationMessage: encoded }, cause);
    if (this.settle()) this.settings.reject(error);
  }

  /** Ends the call because the core did not start, or trapped. */
  failInRuntime(reason: string, cause: unknown): void {
    this.stop(this.makeError(clientError("runtime", reason), cause));
  }

  /** Ends the call from outside the core: whatever it waits for is given up. */
  stop(reason: unknown): void {
    if (!this.settle()) return;
    this.settings.reject(reason);
    this.controller?.abort();
    this.interrupt();
  }

  private makeError(fields: SfsTurboErrorInit, cause: unknown): SfsTurboError {
    // A service, or a proxy before it, may echo what it was sent.
    const clean = <T extends string | null | undefined>(text: T): T =>
      (typeof text === "string" ? redact(text, this.tokens) : text) as T;
    return new SfsTurboError({
      ...fields,
      errCode: clean(fields.errCode),
      errMsg: clean(fields.errMsg),
      message: clean(fields.message),
      requestId: clean(fields.requestId),
      encodedAuthorizationMessage: clean(fields.encodedAuthorizationMessage),
      attempts: this.attempts,
      cause: copyCause(cause, this.tokens),
    });
  }

  /** Leaves no timer and no listener behind. Whether it was the first to settle the promise. */
  private settle(): boolean {
    if (this.over) return false;
    this.over = true;
    clearTimeout(this.timer);
    clearTimeout(this.attemptTimer);
    clearTimeout(this.pauseTimer);
    this.stopListening?.();
    this.source?.close();
    this.onOver?.();
    return true;
  }

  private readonly onTimeout = (): void => {
    const { taskId, timeout } = this.settings;
    // The core has not judged the id yet if it has not started: it may be anything, and have no text form.
    const task = typeof taskId === "string" ? `task ${taskId}` : "the task";
    const reason = `no answer for ${task} within ${timeout} ms (timeout)`;
    this.stop(this.makeError(clientError("timeout", reason), undefined));
  };
}

const codes = {
  "invalid-request": "CLIENT.INVALID_REQUEST",
  timeout: "CLIENT.TIMEOUT",
  runtime: "CLIENT.RUNTIME",
} as const;

/** The fields of an error that the core cannot make: it did not start, or time ran out around it. */
export function clientError(kind: keyof typeof codes, reason: string): SfsTurboErrorInit {
  const retryable = kind === "timeout";
  return { kind, errCode: codes[kind], errMsg: reason, message: `getTask: ${reason}`, retryable };
}
