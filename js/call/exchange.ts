// The requests of one call: sends them one after the other, and reads the answers.

import { field, SEPARATOR } from "../core/border.js";
import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import { type JsonObject, readAnswer } from "../core/record.js";
import type { SfsTurboErrorInit } from "../errors/error.js";
import { redact, redactJson } from "../errors/redact.js";
import type { Operation } from "../operations/operation.js";
import { Attempt, parse } from "./attempt.js";
import { answerFields, type Event, HAPPENED, lookedEvent, networkEvent } from "./event.js";
import { type Following, newTasks } from "./following.js";
import { isInPage } from "./host.js";
import type { HostOptions } from "./host-options.js";
import type { SignIn, Wait } from "./sign-in.js";
import type { STOPPED, TIMED_OUT, Waiter } from "./wait.js";

/** The parts of a call that its requests need. */
export interface Surroundings {
  readonly operation: Operation;
  readonly host: HostOptions;
  readonly signIn: SignIn;
  readonly following: Following | undefined;
  readonly waiter: Waiter;
  /** The secrets that no error may show. */
  readonly secrets: readonly string[];
  /** Waits until the deadline of the call. */
  readonly wait: Wait;
  /** Milliseconds until the deadline of the call. */
  remaining(): number;
  /** Runs a callback of the caller. */
  runCallback<Value>(callback: () => Value): Value;
  error(init: SfsTurboErrorInit, cause?: unknown): Error;
}

/** The requests of one call. */
export class Exchange {
  attempt: Attempt | undefined;
  attempts = 0;
  /** The last error that was thrown underneath. */
  cause: unknown;
  /** The result of the call, after a good answer. */
  result: JsonObject | undefined;
  /** Whether the last look saw something new for a watcher. */
  isUpdate = false;
  /** The field that is missing in the last answer. */
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
    let readable: boolean | typeof TIMED_OUT | typeof STOPPED;
    try {
      readable = await waiter.wait(
        milliseconds,
        attempt.send(url, body, description, headers, host.fetchOptions),
      );
    } catch (cause) {
      this.cause = cause;
      return networkEvent(cause, isInPage());
    } finally {
      attempt.abort();
    }
    if (readable === true) return this.read(attempt, description);
    if (readable === false) return [HAPPENED.noResponse, SEPARATOR + field(host.fetchName)];
    // Otherwise the call is cancelled, and the core is not called any more.
    return [milliseconds < remaining ? HAPPENED.attemptTimeout : HAPPENED.callTimeout];
  }

  /** Reads an answer. If it is not the expected one, the core decides what it means. */
  private read(attempt: Attempt, description: Description): Event {
    const { following, operation } = this.call;
    if (following) this.clean(attempt);
    const { status, json, requestId, text } = attempt;
    const isGood = status >= 200 && status <= 299;
    const read = isGood ? readAnswer(json, description, requestId, text) : "";
    // Without an id, nobody could request the new task.
    const isNameless = operation.creates && typeof read !== "string" && read.taskId === "";
    const answer = isNameless ? "task_id" : read;
    if (typeof answer !== "string") {
      if (!following) {
        if (operation.creates) newTasks.add(json as JsonObject);
        this.result = answer;
        return [HAPPENED.answered];
      }
      // Before the caller's callbacks get the task and may change it.
      const event = lookedEvent(answer.raw as JsonObject, requestId);
      this.isUpdate = this.call.runCallback(() => following.look(answer, text)) && this.isWatched;
      return event;
    }
    this.missing = answer;
    return [HAPPENED.answered, this.answerFields(description)];
  }

  /** The core's fields of the last answer, which is not the expected one. */
  answerFields(description: Description): string {
    const { attempt } = this;
    if (attempt === undefined) return "";
    const signed = attempt.status === 401 ? this.call.signIn.signed : "";
    return answerFields(attempt, description, this.missing, signed);
  }

  /**
   * Signs the next request.
   *
   * @returns A symbol if the call ends before.
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

  /** A followed task may become a part of an error, which must not contain a token. */
  private clean(attempt: Attempt): void {
    const { secrets } = this.call;
    attempt.requestId = redact(attempt.requestId, secrets);
    if (attempt.text === null) return;
    const text = redactJson(attempt.text, secrets);
    if (text !== attempt.text) attempt.json = parse(text);
  }
}

inheritNothing(Exchange);
