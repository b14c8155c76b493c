// One call, from its options to its promise: carries out the core's steps, and reports the results to the core.
//
// All state of a call is in this object, and its loop is one async function. So the caller's functions run in the async context
// of the call, and no call can affect another.

import { field, SEPARATOR, valueFields } from "../core/border.js";
import { type Core, Instance } from "../core/core.js";
import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import type { JsonObject } from "../core/record.js";
import type { SfsTurboErrorInit } from "../errors/error.js";
import { coreError, invalidRequest, typed, withoutTokens } from "../errors/failure.js";
import { redact } from "../errors/redact.js";
import { HOST_OPTIONS, type Operation } from "../operations/operation.js";
import { abortReason, onAbort } from "./abort.js";
import { type Event, HAPPENED } from "./event.js";
import { Exchange } from "./exchange.js";
import { Following, newTasks } from "./following.js";
import type { Given } from "./given.js";
import { checkHost, pageOrigin } from "./host.js";
import { checkHostOptions, type HostOptions } from "./host-options.js";
import type { SignIn, Wait } from "./sign-in.js";
import { Steps } from "./steps.js";
import { Waiter } from "./wait.js";
import { signInOf } from "./ways-to-sign-in.js";

/** The number of parts of a "send" step without a signature. */
const UNSIGNED_PARTS = 7;

/** One call. */
export class Call {
  readonly waiter = new Waiter();
  readonly host: HostOptions;
  private readonly steps: Steps;
  readonly signIn: SignIn;
  /** The flag for the core: 16 if a request to the page's own origin carries no cookies. */
  private readonly cookies: number;
  private readonly stopListening: () => void;
  /** The state of a wait or watch. */
  readonly following: Following | undefined;
  /** The deadline of the call, or of one look. */
  private deadline: number;
  private readonly exchange: Exchange;
  private result: JsonObject | null | undefined;
  /** Whether the call has ended. */
  isOver = false;
  private event: Event = [HAPPENED.begun];
  private history = "0";

  /** @throws A typed error, or whatever a replaced built-in function throws. */
  constructor(
    core: Core,
    readonly operation: Operation,
    given: Given,
    /** Whether the call pauses at each update, and continues when it is run again. */
    isWatched = false,
  ) {
    const { name, options, follows } = operation;
    checkHost(name);
    this.host = checkHostOptions(given);
    const { signal, endpoint, fetchOptions } = this.host;
    if (signal?.aborted) this.waiter.stop();
    const origin = field(pageOrigin());
    const url = field(given.memo.endpointUrl(endpoint, origin, name));
    const { values, unknown } = given;
    const ownPlace = values.length - options.length;
    const place = (name: string) => options.indexOf(name);
    if (follows) {
      this.following = new Following((name) =>
        place(name) < 0 ? undefined : values[ownPlace + place(name)],
      );
    }
    const own = values.slice(HOST_OPTIONS.length);
    const withNewTasks = follows ? own.map((value) => newTasks.has(value as object) || value) : own;
    const input = { url, origin, values: withNewTasks, unknown };
    this.steps = new Steps(core, operation, input, (init, cause) => this.error(init, cause));
    this.deadline = this.begin();
    const [region, , projectId] = withNewTasks;
    this.signIn = signInOf(this.host, valueFields([url, region, projectId]), given.memo);
    this.exchange = new Exchange(this, isWatched);
    const isOnPage = origin !== "" && url.startsWith(`${origin}/`);
    this.cookies = isOnPage && fetchOptions.credentials === undefined ? 16 : 0;
    // Last, so that no error can leave the listener behind.
    this.stopListening = onAbort(signal, () => this.waiter.stop(), name, this.secrets);
  }

  /**
   * Carries out the core's steps until the call ends, or until the next update if it is watched.
   *
   * @returns The result; `null` for a task that no longer exists and was never seen.
   */
  async run(): Promise<JsonObject | null | undefined> {
    let isSuspended = false;
    try {
      // The caller's functions must not run before the function that the caller called has returned.
      await undefined;
      const { exchange } = this;
      exchange.isUpdate = false;
      while (this.result === undefined && !exchange.isUpdate) {
        if (this.waiter.stopped) throw abortReason(this.host.signal);
        const started = this.steps.start(this.waiter, this.remaining());
        const instance = started instanceof Instance ? started : await started;
        if (instance === undefined) continue;
        const description = this.steps.describe(instance);
        const step = this.next(instance);
        const [, action] = step;
        if (action === "fail") throw this.error(coreError(step.slice(2)), exchange.cause);
        if (this.host.problem !== undefined) throw invalidRequest(this.operation.name, ...this.host.problem);
        // The history says that a request was sent, so it is stored only after sending.
        if (action !== "send") this.history = step[2] ?? "";
        if (action === "send") this.event = await this.send(step, description);
        else if (action === "ask" || action === "renew") this.event = await this.ask(step, description);
        else if (action === "sign") this.event = this.signAgain(step);
        else if (action === "pause") this.event = await this.pause(step);
        else if (action === "give") this.result = this.given();
        // A built-in function is replaced, and the core's step is lost. Without this error the loop would not end.
        else throw new TypeError("the core gave no step");
        if (action !== "pause") this.following?.looked();
      }
      isSuspended = this.result === undefined;
      return isSuspended ? this.following?.last : this.result;
    } catch (error) {
      // The waiter is stopped by the signal, whose reason is the error; by a callback of the caller that threw the error; or by
      // a watch that was cancelled, where no call waits for the error.
      throw this.waiter.stopped ? error : typed(error, this.operation.name, this.secrets);
    } finally {
      if (!isSuspended) this.close();
    }
  }

  /** Starts the clock of the call, or of the next look. */
  private begin(): number {
    return performance.now() + this.host.timeout;
  }

  /** The result of a call without an answer to return: the last state of a followed task, or the end of a deleted one. */
  private given(): JsonObject | null {
    if (this.following) return this.following.last ?? null;
    return { requestId: this.exchange.attempt?.requestId || null };
  }

  /** The core's next step. */
  private next(instance: Instance): readonly string[] {
    const { history, following, deadline } = this;
    const [kind, details = ""] = this.event;
    const remaining = (following?.deadline ?? deadline) - performance.now();
    // A service or an intermediary may repeat the token in its answer. It is removed before the core sees the text.
    const redacted = details === "" ? "" : redact(details, this.secrets);
    const signIn = this.signIn.kind + this.cookies;
    const state = { history, remaining, interval: following?.interval, signIn, time: this.signIn.time() };
    return this.steps.next(instance, [kind, redacted], state);
  }

  /** The secrets that no error may show. */
  get secrets(): readonly string[] {
    const { secrets } = this.host;
    return secrets.length > 0 ? [...this.signIn.sent, ...secrets] : this.signIn.sent;
  }

  /** Waits for a promise until the deadline of the call. */
  readonly wait: Wait = (promise) => this.waiter.wait(this.remaining(), promise) as Promise<never>;

  /** Runs a callback of the caller. If it throws, the call rejects with that error. */
  runCallback<Value>(callback: () => Value): Value {
    try {
      return callback();
    } catch (error) {
      this.waiter.stop();
      throw error;
    }
  }

  private async pause([
    ,
    ,
    ,
    pause,
    hiddenPause,
    shortest,
    consecutive,
    ...fault
  ]: readonly string[]): Promise<Event> {
    const { following } = this;
    const milliseconds = Number(pause);
    if (!following) {
      this.retrying(fault, milliseconds);
      await this.waiter.wait(milliseconds);
      return [HAPPENED.paused];
    }
    if (fault.length > 0) {
      const error = this.error(coreError(fault), this.exchange.cause);
      const details = { error, consecutive: Number(consecutive), nextDelay: milliseconds };
      this.runCallback(() => following.call("onFault", details));
    }
    await following.sleep(this.waiter, [milliseconds, Number(hiddenPause), Number(shortest)]);
    this.deadline = this.begin();
    return [HAPPENED.paused];
  }

  private async send(step: readonly string[], description: Description): Promise<Event> {
    const { exchange } = this;
    const isSigned = step.length > UNSIGNED_PARTS;
    if (isSigned && typeof (await exchange.sign(step)) === "symbol") return [HAPPENED.callTimeout];
    this.history = step[2] ?? "";
    const event = await exchange.send(description, step);
    this.result = exchange.result;
    return event;
  }

  private async ask(step: readonly string[], description: Description): Promise<Event> {
    const refused = step[1] === "renew";
    let problem: string | symbol | undefined;
    try {
      problem = await this.signIn.ask(refused, this.wait);
    } catch (cause) {
      this.exchange.cause = cause;
      problem = "function failed: see cause";
    }
    if (typeof problem === "symbol") return [HAPPENED.callTimeout];
    if (problem === undefined) {
      if (refused) this.retrying(step.slice(3), 0);
      return [HAPPENED.credentialsGiven];
    }
    // If there is no other token, the refusal is the error.
    const answer = refused ? this.exchange.answerFields(description) : "";
    return [HAPPENED.noCredentials, SEPARATOR + problem + answer];
  }

  /** Corrects the clock that signs. */
  private signAgain([, , , direction, milliseconds, ...fault]: readonly string[]): Event {
    this.signIn.correct(Number(`${direction}${milliseconds}`));
    this.retrying(fault, 0);
    return [HAPPENED.credentialsGiven];
  }

  /** Reports a retry and its reason to the caller. */
  private retrying(fault: readonly string[], delay: number): void {
    const { onRetry } = this.host;
    if (onRetry === undefined) return;
    const error = this.error(coreError(fault), this.exchange.cause);
    this.runCallback(() => onRetry({ error, attempt: this.exchange.attempts + 1, delay }));
  }

  remaining(): number {
    return Math.min(this.deadline, this.following?.deadline ?? this.deadline) - performance.now();
  }

  error(init: SfsTurboErrorInit, cause?: unknown): Error {
    const { name } = this.operation;
    const task = this.following?.last?.taskId === undefined ? null : (this.following.last as never);
    return withoutTokens(
      { ...init, operation: name, attempts: this.exchange.attempts, task },
      cause,
      this.secrets,
    );
  }

  /** Leaves no timer, listener or request behind. */
  close(): void {
    this.isOver = true;
    this.waiter.stop();
    this.stopListening();
    this.signIn.close();
  }
}

inheritNothing(Call);
