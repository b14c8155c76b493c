// One call: its promise, its clock, its abort signal. The core asks it for whatever belongs to the page or the process.

import { abortReason, onAbort } from "./abort.js";
import { Attempt, headerOf } from "./attempt.js";
import type { Instance } from "./core.js";
import type { SfsTurboErrorInit } from "./error.js";
import { type CoreFailure, clientError, coreError, withoutTokens } from "./failure.js";
import { type TokenFunction, TokenSource, tokenProblem } from "./token.js";
import type { Fetch, Task } from "./types.js";

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
  /** The core it runs in, and the place it has there. */
  instance: Instance | undefined;
  place = 0;

  private readonly settings: CallSettings;
  private readonly deadline: number;
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly stopListening: (() => void) | undefined;
  private readonly source: TokenSource | undefined;
  /** What the next request carries: the caller's string, or what the caller's function gave last. */
  private token = "";
  private readonly tokens: string[] = [];
  private attempt: Attempt | undefined;
  private attempts = 0;
  /** Whether the core waits, and for the how-manieth thing: what ends one wait must not end the next. */
  private waiting = false;
  private turn = 0;
  private pauseTimer: ReturnType<typeof setTimeout> | undefined;
  /** Hands work to `serve`. */
  private hand: (work: () => void) => void = () => {};

  constructor(settings: CallSettings) {
    const { timeout, signal, token } = settings;
    this.settings = settings;
    if (typeof token === "function") this.source = new TokenSource(token);
    else this.useToken(token);
    // First: a stranger's signal may throw, and no timer must be left behind.
    if (signal !== undefined) {
      this.stopListening = onAbort(signal, () => this.stop(abortReason(signal)));
    }
    this.deadline = performance.now() + timeout;
    this.timer = setTimeout(() => this.onTimeout(), timeout);
    void this.serve();
  }

  /**
   * Runs what calls the caller's own functions, in the async context of the caller.
   *
   * The core asks for it from a queue that all calls share, in the context of whichever call came first.
   */
  private async serve(): Promise<void> {
    while (!this.over) {
      const work = await new Promise<() => void>((resolve) => {
        this.hand = resolve;
      });
      if (!this.over) work();
    }
  }

  private inContext<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => this.hand(() => void work().then(resolve, reject)));
  }

  get origin(): string | undefined {
    const { location } = globalThis as { location?: { origin?: unknown } };
    const origin = location?.origin;
    // "null" is the origin of a page that has none, such as a sandboxed frame.
    return typeof origin === "string" && origin !== "null" ? origin : undefined;
  }

  get interrupted(): boolean {
    return this.over || this.attempt?.over === true;
  }

  remaining(): number {
    return this.over ? 0 : this.deadline - performance.now();
  }

  send(url: string, header: string, milliseconds: number, limit: number): void {
    // A call that is over sends nothing: it is interrupted as soon as it waits.
    const attempt = this.over ? undefined : this.newAttempt(milliseconds);
    this.wait(attempt && this.inContext(() => attempt.send(url, { [header]: this.token }, limit)));
  }

  private newAttempt(milliseconds: number): Attempt {
    this.attempts += 1;
    this.attempt = new Attempt(this.settings.fetch, milliseconds, () => this.interrupt());
    return this.attempt;
  }

  get response(): Response | undefined {
    return this.attempt?.response;
  }

  abandon(): void {
    this.attempt?.abandon();
  }

  header(name: string): string | undefined {
    return headerOf(this.response, name);
  }

  parseJson(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  pause(milliseconds: number): void {
    const turn = this.begin();
    this.pauseTimer = setTimeout(() => this.end(turn, undefined, false), milliseconds);
  }

  askToken(refused: boolean): void {
    this.wait(this.over ? undefined : this.inContext(() => this.newToken(refused)));
  }

  /** What is wrong with the token that the caller's function gives, if anything. */
  private async newToken(refused: boolean): Promise<string | undefined> {
    const token = await (refused ? this.source?.renew(this.token) : this.source?.ask());
    if (typeof token !== "string") return "function gave no string: let it give an IAM token";
    const problem = tokenProblem(token);
    if (problem !== undefined) return `function gave a token that ${problem}`;
    if (refused && token === this.token) return "function gave the same token again";
    this.useToken(token);
    return undefined;
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
    requestId: string | null,
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
      requestId,
      raw,
    });
  }

  fail(failure: CoreFailure | null, cause: unknown): void {
    if (failure === null) this.failInRuntime("the WebAssembly core gave no error", cause);
    else this.stop(this.makeError(coreError(failure), cause));
  }

  /** Ends the call because the core did not start, or trapped. */
  failInRuntime(reason: string, cause: unknown): void {
    this.stop(this.makeError(clientError("runtime", reason), cause));
  }

  /** Ends the call: whatever it waits for is given up. */
  stop(reason: unknown): void {
    if (!this.settle()) return;
    this.settings.reject(reason);
    this.abandon();
    this.interrupt();
  }

  private onTimeout(): void {
    const { taskId, timeout } = this.settings;
    // The core has not judged the id yet if it has not started: it may be anything, and have no text form.
    const task = typeof taskId === "string" ? `task ${taskId}` : "the task";
    const reason = `no answer for ${task} within ${timeout} ms (timeout)`;
    this.stop(this.makeError(clientError("timeout", reason), undefined));
  }

  private makeError(fields: SfsTurboErrorInit, cause: unknown): unknown {
    return withoutTokens({ ...fields, attempts: this.attempts }, cause, this.tokens);
  }

  private useToken(token: string): void {
    this.token = token;
    this.tokens.push(token);
  }

  /** Begins the one wait of the core: for a promise of our own, or for nothing if the call is over. */
  private wait(promise: Promise<unknown> | undefined): void {
    const turn = this.begin();
    promise?.then(
      (value) => this.end(turn, value, false),
      (cause) => this.end(turn, cause, true),
    );
    if (this.interrupted) this.interrupt();
  }

  private begin(): number {
    this.waiting = true;
    return ++this.turn;
  }

  private end(turn: number, value: unknown, failed: boolean): void {
    if (!this.waiting || turn !== this.turn) return;
    this.waiting = false;
    this.instance?.settled(this.place, value, failed);
  }

  /** Ends the wait under way, if there is one, before what it waits for has settled. */
  private interrupt(): void {
    this.end(this.turn, undefined, true);
  }

  /** Leaves no timer and no listener behind. Whether it was the first to settle the promise. */
  private settle(): boolean {
    if (this.over) return false;
    this.over = true;
    clearTimeout(this.timer);
    clearTimeout(this.pauseTimer);
    this.stopListening?.();
    this.source?.close();
    this.instance?.forget(this);
    return true;
  }
}
