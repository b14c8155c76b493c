// The requests of one call: sends one after the other, and reads what comes back.

import { field, separator } from "../core/border.js";
import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import { type JsonObject, readAnswer } from "../core/record.js";
import type { SfsTurboErrorInit } from "../errors/error.js";
import { redact, redactJson } from "../errors/redact.js";
import type { Operation } from "../operations/operation.js";
import { Attempt, parse } from "./attempt.js";
import { answerFields, type Event, happened, lookedEvent, networkEvent } from "./event.js";
import { type Following, newTasks } from "./following.js";
import { isInPage } from "./host.js";
import type { HostOptions } from "./host-options.js";
import type { SignIn, Wait } from "./sign-in.js";
import type { stopped, timedOut, Waiter } from "./wait.js";

/** What a call is to its requests. */
export interface Surroundings {
  readonly operation: Operation;
  readonly host: HostOptions;
  readonly signIn: SignIn;
  readonly following: Following | undefined;
  readonly waiter: Waiter;
  /** What must not show in an error. */
  readonly secrets: readonly string[];
  /** Waits as long as the call may last. */
  readonly wait: Wait;
  /** Milliseconds until the time of the call is over. */
  remaining(): number;
  /** Runs what calls a function of the caller's. */
  tell<Value>(callback: () => Value): Value;
  error(init: SfsTurboErrorInit, cause?: unknown): Error;
}

/** The requests of one call. */
export class Exchange {
  attempt: Attempt | undefined;
  attempts = 0;
  /** What was thrown underneath last. */
  cause: unknown;
  /** What the call gives, once a good answer has come. */
  result: JsonObject | undefined;
  /** Whether the last look saw something that a watcher is to be given. */
  isUpdate = false;
  /** What the last answer lacks to be what was asked for. */
  private missing = "";

  constructor(
    private readonly call: Surroundings,
    private readonly isWatched: boolean,
  ) {}

  /** Sends the next request. */
  async send(description: Description, step: readonly string[]): Promise<Event> {
    const [, , , attemptTimeout, limit, url = "", body = ""] = step;
    const { host, signIn, waiter } = this.call;
    const headers = { ...signIn.headers(description), ...host.headers };
    const remaining = this.call.remaining();
    const milliseconds = Math.min(Number(attemptTimeout), remaining);
    const attempt = new Attempt(host.fetch, Number(limit));
    this.attempt = attempt;
    this.attempts += 1;
    this.cause = undefined;
    let readable: boolean | typeof timedOut | typeof stopped;
    try {
      readable = await waiter.wait(
        milliseconds,
        attempt.send(url, body, description, headers, host.fetchOptions),
      );
    } catch (cause) {
      this.cause = cause;
      return networkEvent(cause, isInPage());
    } finally {
      attempt.abandon();
    }
    if (readable === true) return this.read(attempt, description);
    if (readable === false) return [happened.noResponse, separator + field(host.fetchName)];
    // Else the call is given up, and nothing is asked of the core any more.
    return [milliseconds < remaining ? happened.attemptTimeout : happened.callTimeout];
  }

  /** Takes an answer that is what was asked for. If it is not, the core says what it is. */
  private read(attempt: Attempt, description: Description): Event {
    const { following, operation } = this.call;
    if (following) this.clean(attempt);
    const { status, json, requestId, text } = attempt;
    const isGood = status >= 200 && status <= 299;
    const read = isGood ? readAnswer(json, description, requestId, text) : "";
    // A new task without a name is one that nobody could ask for.
    const isNameless = operation.creates && typeof read !== "string" && read.taskId === "";
    const answer = isNameless ? "task_id" : read;
    if (typeof answer !== "string") {
      if (!following) {
        if (operation.creates) newTasks.add(json as JsonObject);
        this.result = answer;
        return [happened.answered];
      }
      // Before the caller's functions have the task, and may change it.
      const event = lookedEvent(answer.raw as JsonObject, requestId);
      this.isUpdate = this.call.tell(() => following.look(answer, text)) && this.isWatched;
      return event;
    }
    this.missing = answer;
    return [happened.answered, this.answerFields(description)];
  }

  /** What the core wants to know of the last answer, which is not what was asked for. */
  answerFields(description: Description): string {
    const { attempt } = this;
    if (attempt === undefined) return "";
    const signed = attempt.status === 401 ? this.call.signIn.signed : "";
    return answerFields(attempt, description, this.missing, signed);
  }

  /**
   * Signs the next request.
   *
   * @returns A symbol if the call is over before.
   */
  async sign([, , , , , , body = "", ...signature]: readonly string[]): Promise<undefined | symbol> {
    try {
      const signing = this.call.signIn.sign(signature, body);
      return typeof signing === "object"
        ? ((await this.call.wait(signing as Promise<undefined>)) as symbol | undefined)
        : undefined;
    } catch (cause) {
      const errMsg =
        "the request could not be signed: see cause; a page has WebCrypto only if it was loaded over https or from localhost";
      throw this.call.error({ kind: "runtime", errMsg }, cause);
    }
  }

  /** A task that is followed may become part of an error, where no token may be. */
  private clean(attempt: Attempt): void {
    const { secrets } = this.call;
    attempt.requestId = redact(attempt.requestId, secrets);
    if (attempt.text === null) return;
    const text = redactJson(attempt.text, secrets);
    if (text !== attempt.text) attempt.json = parse(text);
  }
}

inheritNothing(Exchange);
