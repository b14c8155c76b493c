// Asks the core what is to be done next in one call: starts it, tells it what was asked, and takes what it says apart.

import { field, separator, valueField, valueFields } from "../core/border.js";
import { type Core, Instance } from "../core/core.js";
import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import type { SfsTurboErrorInit } from "../errors/error.js";
import type { Operation } from "../operations/operation.js";
import type { Event } from "./event.js";
import { stopped, timedOut, type Waiter } from "./wait.js";

/** What a call asks of the core, besides the values of its options. */
export interface Asked {
  /** The endpoint in normal form, and the origin of the page. */
  readonly url: string;
  readonly origin: string;
  /** The values of the options that the core judges, and the names of those that there are not. */
  readonly values: readonly unknown[];
  readonly unknown: readonly string[];
}

/** The state of a call that the core is told at each step. */
export interface State {
  /** What it said last is to be given back. */
  readonly history: string;
  /** Milliseconds until the time of the call is over. */
  readonly remaining: number;
  /** What the caller's function says of the time until the next look. */
  readonly interval: unknown;
  /** How the next request signs in, and when it is signed. */
  readonly signIn: number;
  readonly time: Date | undefined;
}

/** The core, as one call sees it. */
export class Asking {
  /** The options, as the core reads them: the same at every step. */
  private readonly asked: string;

  /** @param error Makes an error of the call. */
  constructor(
    private readonly core: Core,
    private readonly operation: Operation,
    { url, origin, values, unknown }: Asked,
    private readonly error: (init: SfsTurboErrorInit, cause?: unknown) => Error,
  ) {
    const names = unknown.map((name) => separator + field(name)).join("");
    const place = `${url}${separator}${origin}`;
    this.asked = `${place}${valueFields(values)}${separator}${unknown.length}${names}`;
  }

  /** The running core, which starts with the first call, or a promise of it; none if the call is given up before. */
  start(waiter: Waiter, remaining: number): Instance | Promise<Instance | undefined> {
    try {
      const instance = this.core.start();
      return instance instanceof Instance ? instance : this.started(waiter, remaining, instance);
    } catch (cause) {
      throw this.startError(cause);
    }
  }

  /** What the core says of the operation. */
  describe(instance: Instance): Description {
    return this.ask(instance, () => instance.describe(this.operation.number));
  }

  /** What is to be done next: an empty part, what to do, what to give back, and more. */
  next(instance: Instance, [kind, details = ""]: Event, state: State): readonly string[] {
    const { history, interval, signIn, time } = state;
    const remaining = Math.min(Math.max(0, Math.floor(state.remaining)), Number.MAX_SAFE_INTEGER);
    const random = Math.floor(Math.random() * 1_000);
    const { number } = this.operation;
    const fields = [number, kind, history, remaining, random, valueField(interval), signIn, valueField(time)];
    const told = fields.join(separator);
    const text = `${told}${separator}${this.asked}${details}`;
    return this.ask(instance, () => instance.next(text).split(separator));
  }

  private async started(
    waiter: Waiter,
    remaining: number,
    promise: Promise<Instance>,
  ): Promise<Instance | undefined> {
    let instance: Instance | typeof timedOut | typeof stopped;
    try {
      instance = await waiter.wait(remaining, promise);
    } catch (cause) {
      throw this.startError(cause);
    }
    if (instance === stopped) return undefined;
    if (instance !== timedOut) return instance;
    throw this.error({ kind: "timeout", errMsg: "WebAssembly did not start in time (timeout)" });
  }

  private startError(cause: unknown): Error {
    const errMsg =
      "WebAssembly could not start: see cause; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src";
    return this.error({ kind: "runtime", errMsg }, cause);
  }

  /** Calls the core. A trap ends this call, and no other. */
  private ask<Answer>(instance: Instance, ask: () => Answer): Answer {
    try {
      return ask();
    } catch (cause) {
      this.core.forget(instance);
      const errMsg = "the WebAssembly core failed: this is a bug in sfs-turbo-tasks, please report it";
      throw this.error({ kind: "runtime", errMsg }, cause);
    }
  }
}

inheritNothing(Asking);
