// One call, from its options to its promise: does what the core says, and tells it what came of it.
//
// All state of a call is in here, and its loop is one async function: what it calls of the caller's runs in the async
// context of the caller, and no call can touch another.

import { field, separator, valueFields } from "../core/border.js";
import { type Core, Instance } from "../core/core.js";
import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import { type JsonObject, readAnswer } from "../core/record.js";
import { TokenSource } from "../credentials/token.js";
import type { SfsTurboErrorInit } from "../errors/error.js";
import { coreError, invalidRequest, typed, withoutTokens } from "../errors/failure.js";
import { redact } from "../errors/redact.js";
import { hostOptions, type Operation } from "../operations/operation.js";
import { abortReason, onAbort } from "./abort.js";
import { Attempt } from "./attempt.js";
import { answerFields, type Event, happened, networkEvent } from "./event.js";
import type { Given } from "./given.js";
import { checkHost, isInPage, pageOrigin } from "./host.js";
import { type HostOptions, judgeHostOptions } from "./host-options.js";
import type { Memo } from "./memo.js";
import { stopped, timedOut, Waiter } from "./wait.js";

/** One call. */
export class Call {
  private readonly waiter = new Waiter();
  private readonly host: HostOptions;
  private readonly memo: Memo;
  /** The options, as the core reads them: the same at every step. */
  private readonly asked: string;
  private readonly source: TokenSource | undefined;
  private readonly stopListening: () => void;
  private readonly deadline: number;
  /** What the next request carries: the caller's string, or what the caller's function gave last. */
  private token = "";
  private tokens: readonly string[] = [];
  private attempt: Attempt | undefined;
  private attempts = 0;
  /** What the last answer lacks to be what was asked for. */
  private missing = "";
  /** What was thrown underneath last. */
  private cause: unknown;
  private result: JsonObject | undefined;

  /** @throws A typed error, or whatever a global throws that somebody has replaced. */
  constructor(
    private readonly core: Core,
    private readonly operation: Operation,
    given: Given,
  ) {
    const { name } = operation;
    checkHost(name);
    this.host = judgeHostOptions(given);
    this.memo = given.memo;
    const { signal, token, timeout, endpoint, problem } = this.host;
    if (signal?.aborted) this.waiter.stop();
    const origin = field(pageOrigin());
    const url = field(given.memo.endpointUrl(endpoint, origin, name));
    const { values, unknown } = given;
    const isFunction = typeof token === "function" ? 1 : 0;
    const fields = valueFields(values.slice(hostOptions.length));
    const names = unknown.map((name) => separator + field(name)).join("");
    this.asked = `${isFunction}${separator}${url}${separator}${origin}${fields}${separator}${unknown.length}${names}`;
    this.deadline = performance.now() + timeout;
    if (typeof token === "function") {
      const [region, , projectId] = values.slice(hostOptions.length);
      this.source = new TokenSource(token, valueFields([url, region, projectId]));
    } else if (problem === undefined) this.useToken(token);
    // Last, so that nothing can fail and leave the listener behind.
    this.stopListening = onAbort(signal, () => this.waiter.stop(), name);
  }

  /** Does what the core says until the call is over: once, and always to an end. */
  async run(): Promise<JsonObject> {
    try {
      // Nothing of the caller's runs before the function that the caller called has returned.
      await undefined;
      let event: Event = [happened.begun];
      let history = "0";
      while (this.result === undefined) {
        if (this.waiter.stopped) throw abortReason(this.host.signal);
        const started = this.start();
        const instance = started instanceof Instance ? started : await this.started(started);
        const description = this.ask(instance, () => instance.describe(this.operation.number));
        const step = this.ask(instance, () => this.next(instance, event, history));
        const [, action] = step;
        if (action === "fail") throw this.error(coreError(step), this.cause);
        if (this.host.problem !== undefined) throw invalidRequest(this.operation.name, ...this.host.problem);
        history = step[2] ?? "";
        if (action === "send") event = await this.send(description, step);
        else if (action === "pause") event = await this.pause(Number(step[3]));
        else if (action === "token" || action === "renew") event = await this.askToken(action, description);
        // Else a global is replaced, and what the core said is lost: to go on would go on for ever.
        else throw new TypeError("the core said nothing");
      }
      return this.result;
    } catch (error) {
      // The waiter is stopped by the signal only, so that the error is its reason.
      throw this.waiter.stopped ? error : typed(error, this.operation.name, this.tokens);
    } finally {
      this.close();
    }
  }

  /** The running core, which starts with the first call, or a promise of it. */
  private start(): Instance | Promise<Instance> {
    try {
      return this.core.start();
    } catch (cause) {
      throw this.startError(cause);
    }
  }

  private async started(promise: Promise<Instance>): Promise<Instance> {
    let instance: Instance | typeof timedOut | typeof stopped;
    try {
      instance = await this.waiter.wait(this.remaining(), promise);
    } catch (cause) {
      throw this.startError(cause);
    }
    if (instance === stopped) throw abortReason(this.host.signal);
    if (instance !== timedOut) return instance;
    throw this.error({ kind: "timeout", errMsg: "WebAssembly did not start in time (timeout)" });
  }

  private startError(cause: unknown): Error {
    const errMsg =
      "WebAssembly could not start (see cause); where a Content-Security-Policy is set, script-src needs 'wasm-unsafe-eval'";
    return this.error({ kind: "runtime", errMsg }, cause);
  }

  /** Calls the core. A trap ends this call, and no other. */
  private ask<Answer>(instance: Instance, ask: () => Answer): Answer {
    try {
      return ask();
    } catch (cause) {
      this.core.forget(instance);
      const errMsg = "the WebAssembly core failed while it ran; this is a bug of sfs-turbo-tasks";
      throw this.error({ kind: "runtime", errMsg }, cause);
    }
  }

  /** What is to be done next: an empty part, what to do, what to give back, and more. */
  private next(instance: Instance, [kind, details = ""]: Event, history: string): readonly string[] {
    const remaining = Math.max(0, Math.floor(this.remaining()));
    const random = Math.floor(Math.random() * 1_000);
    const state = [this.operation.number, kind, history, remaining, random].join(separator);
    // A service, or a connection, may echo the token: it is taken out before the core could see it.
    const told = details === "" ? "" : redact(details, this.tokens);
    return instance.next(`${state}${separator}${this.asked}${told}`).split(separator);
  }

  private async send(description: Description, step: readonly string[]): Promise<Event> {
    const [, , , attemptTimeout, limit, url = ""] = step;
    const remaining = this.remaining();
    const milliseconds = Math.min(Number(attemptTimeout), remaining);
    const attempt = new Attempt(this.host.fetch, Number(limit));
    this.attempt = attempt;
    this.attempts += 1;
    this.cause = undefined;
    try {
      const readable = await this.waiter.wait(milliseconds, attempt.send(url, description, this.token));
      if (readable === timedOut) {
        return [milliseconds < remaining ? happened.attemptTimeout : happened.callTimeout];
      }
      if (readable === false) return [happened.noResponse, separator + field(this.host.fetchName)];
      return readable === true ? this.read(attempt, description) : [happened.begun];
    } catch (cause) {
      this.cause = cause;
      return networkEvent(cause, isInPage());
    } finally {
      attempt.abandon();
    }
  }

  /** Takes an answer that is what was asked for. If it is not, the core says what it is. */
  private read(attempt: Attempt, description: Description): Event {
    const { status, json, requestId } = attempt;
    const answer = status >= 200 && status <= 299 ? readAnswer(json, description, requestId) : "";
    if (typeof answer !== "string") {
      this.result = answer;
      return [happened.answered];
    }
    this.missing = answer;
    return [happened.answered, answerFields(attempt, description, answer)];
  }

  private async pause(milliseconds: number): Promise<Event> {
    await this.waiter.wait(milliseconds);
    return [happened.paused];
  }

  private async askToken(action: "token" | "renew", description: Description): Promise<Event> {
    const refused = action === "renew";
    const problem = await this.newToken(refused);
    if (problem === undefined) return [happened.tokenGiven];
    if (problem === timedOut) return [happened.callTimeout];
    // The refusal is the error where there is no other token.
    const answer = refused && this.attempt ? answerFields(this.attempt, description, this.missing) : "";
    return [happened.noToken, separator + problem + answer];
  }

  /** What is wrong with the token that the caller's function gives, if anything. */
  private async newToken(refused: boolean): Promise<string | typeof timedOut | undefined> {
    try {
      const asked = refused ? this.source?.renew(this.token) : this.source?.ask();
      const token: unknown = await this.waiter.wait(this.remaining(), asked);
      if (token === timedOut || token === stopped) return timedOut;
      if (typeof token !== "string") return "function gave no string: let it give an IAM token";
      const problem = this.memo.tokenProblem(token);
      if (problem !== undefined) return `function gave a token that ${problem}`;
      if (refused && token === this.token) return "function gave the same token again";
      this.useToken(token);
      return undefined;
    } catch (cause) {
      this.cause = cause;
      return "function failed: see cause";
    }
  }

  private useToken(token: string): void {
    this.token = token;
    this.tokens = [...this.tokens, token];
  }

  private remaining(): number {
    return this.deadline - performance.now();
  }

  private error(init: SfsTurboErrorInit, cause?: unknown): Error {
    const { name } = this.operation;
    return withoutTokens({ ...init, operation: name, attempts: this.attempts }, cause, this.tokens);
  }

  /** Leaves no timer, no listener and no request behind. */
  private close(): void {
    this.waiter.stop();
    this.stopListening();
    this.source?.close();
  }
}

inheritNothing(Call);
