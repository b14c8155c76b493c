// One call: its promise, its clock, its abort signal. The core asks it for whatever belongs to the page or the process.

import { copyCause } from "./cause.js";
import { SfsTurboError, type SfsTurboErrorInit } from "./error.js";
import { type TokenFunction, TokenSource } from "./token.js";
import type { Fetch, Task } from "./types.js";

/** What a call is made of. */
export interface CallSettings {
  readonly resolve: (task: Task) => void;
  readonly reject: (reason: unknown) => void;
  readonly taskId: unknown;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly fetch: Fetch;
  readonly token: string | TokenFunction | undefined;
}

/** The surface that `src/bindings.rs` declares, and what `js/client.ts` and `js/core.ts` need. Nothing here throws. */
export class Call {
  /** Whether the promise is settled; nothing that happens later counts. */
  over = false;
  /** Called once when the promise is settled. */
  onOver: (() => void) | undefined;

  readonly fetch: Fetch;
  private readonly settings: CallSettings;
  private readonly deadline: number;
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly tokens: string[] = [];
  private readonly source: TokenSource | undefined;
  private attempts = 0;
  private attemptOver = false;
  private attemptTimer: ReturnType<typeof setTimeout> | undefined;
  private controller: AbortController | undefined;
  /** Rejects the one promise that the core waits for. */
  private interrupt: (() => void) | undefined;
  private pauseTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: CallSettings) {
    const { timeout, signal, token } = settings;
    this.settings = settings;
    this.fetch = settings.fetch;
    if (typeof token === "string") this.tokens.push(token);
    else if (token !== undefined) this.source = new TokenSource(token);
    this.deadline = performance.now() + timeout;
    this.timer = setTimeout(this.onTimeout, timeout);
    signal?.addEventListener("abort", this.onAbort);
  }

  get origin(): string | undefined {
    const { location } = globalThis as { location?: { origin?: unknown } };
    const origin = location?.origin;
    // "null" is the origin of a page that has none, such as a sandboxed frame.
    return typeof origin === "string" && origin !== "null" ? origin : undefined;
  }

  get interrupted(): boolean {
    return this.over || this.attemptOver;
  }

  guard(value: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.interrupted) return reject(undefined);
      this.interrupt = () => reject(undefined);
      // `Promise.resolve(value)` may throw: it reads `constructor` of a promise. An executor's throw is a rejection.
      new Promise((settle) => settle(value)).then(resolve, reject);
    });
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.over) return resolve();
      this.interrupt = resolve;
      this.pauseTimer = setTimeout(resolve, milliseconds);
    });
  }

  token(rejected: string | undefined): Promise<unknown> {
    const answer = this.source?.ask(rejected).then((token) => {
      if (typeof token === "string") this.tokens.push(token);
      return token;
    });
    return this.guard(answer);
  }

  startAttempt(milliseconds: number): AbortSignal {
    const controller = new AbortController();
    this.attempts += 1;
    this.attemptOver = false;
    this.controller = controller;
    this.attemptTimer = setTimeout(() => {
      this.attemptOver = true;
      controller.abort();
      this.interrupt?.();
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
    this.guard(reader.cancel()).catch(() => {});
  }

  remaining(): number {
    return this.over ? 0 : this.deadline - performance.now();
  }

  succeed(task: Task | null): void {
    if (task === null) this.failInRuntime("the WebAssembly core gave no task", undefined);
    else if (this.settle()) this.settings.resolve(task);
  }

  fail(fields: SfsTurboErrorInit | null, cause: unknown): void {
    if (fields === null) this.failInRuntime("the WebAssembly core gave no error", cause);
    else if (this.settle()) this.settings.reject(this.makeError(fields, cause));
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
    this.interrupt?.();
  }

  private makeError(fields: SfsTurboErrorInit, cause: unknown): SfsTurboError {
    return new SfsTurboError({ ...fields, attempts: this.attempts, cause: copyCause(cause, this.tokens) });
  }

  /** Leaves no timer and no listener behind. Whether it was the first to settle the promise. */
  private settle(): boolean {
    if (this.over) return false;
    this.over = true;
    clearTimeout(this.timer);
    clearTimeout(this.attemptTimer);
    clearTimeout(this.pauseTimer);
    this.settings.signal?.removeEventListener("abort", this.onAbort);
    this.source?.close();
    this.onOver?.();
    return true;
  }

  private readonly onAbort = (): void => this.stop(abortReason(this.settings.signal));

  private readonly onTimeout = (): void => {
    const { taskId, timeout } = this.settings;
    // The core has not judged the id yet if it has not started: it may be anything, and have no text form.
    const task = typeof taskId === "string" ? `task ${taskId}` : "the task";
    const reason = `no answer for ${task} within ${timeout} ms (timeout)`;
    this.stop(this.makeError(clientError("timeout", reason), undefined));
  };
}

/** What a promise rejects with whose signal is aborted: its reason, as with `fetch`. */
export function abortReason(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? new DOMException("This operation was aborted", "AbortError");
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
