// The core as one call sees it: starts it, sends it the events of the call, and splits its answer into parts.

import { field, SEPARATOR, valueField, valueFields } from "../core/border.js";
import { type Core, Instance } from "../core/core.js";
import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import type { SfsTurboErrorInit } from "../errors/error.js";
import type { Operation } from "../operations/operation.js";
import type { Event } from "./event.js";
import { STOPPED, TIMED_OUT, type Waiter } from "./wait.js";

/** The input of a call, including the values of its options. */
export interface Input {
  /** The normalised endpoint, and the origin of the page. */
  readonly url: string;
  readonly origin: string;
  /** The values of the options that the core checks, and the names of unknown options. */
  readonly values: readonly unknown[];
  readonly unknown: readonly string[];
}

/** The state of a call that goes to the core with each event. */
export interface State {
  /** What the core returned with its last step. */
  readonly history: string;
  /** Milliseconds until the deadline of the call. */
  readonly remaining: number;
  /** The result of the caller's `interval` function. */
  readonly interval: unknown;
  /** How the next request is authenticated, and the time of its signature. */
  readonly signIn: number;
  readonly time: Date | undefined;
}

/** The core, as one call sees it. */
export class Steps {
  /** The options in the core's format. They are the same in every step. */
  private readonly input: string;

  /** @param error Creates an error of the call. */
  constructor(
    private readonly core: Core,
    private readonly operation: Operation,
    { url, origin, values, unknown }: Input,
    private readonly error: (init: SfsTurboErrorInit, cause?: unknown) => Error,
  ) {
    const names = unknown.map((name) => SEPARATOR + field(name)).join("");
    const place = `${url}${SEPARATOR}${origin}`;
    this.input = `${place}${valueFields(values)}${SEPARATOR}${unknown.length}${names}`;
  }

  /** The running core, or a promise of it: the first call starts it. `undefined` if the call is cancelled before. */
  start(waiter: Waiter, remaining: number): Instance | Promise<Instance | undefined> {
    try {
      const instance = this.core.start();
      return instance instanceof Instance ? instance : this.started(waiter, remaining, instance);
    } catch (cause) {
      throw this.startError(cause);
    }
  }

  /** The core's description of the operation. */
  describe(instance: Instance): Description {
    return this.run(instance, () => instance.describe(this.operation.number));
  }

  /** The next step: an empty part, the action, the history to return, and the details of the action. */
  next(instance: Instance, [kind, details = ""]: Event, state: State): readonly string[] {
    const { history, interval, signIn, time } = state;
    const remaining = Math.min(Math.max(0, Math.floor(state.remaining)), Number.MAX_SAFE_INTEGER);
    const random = Math.floor(Math.random() * 1_000);
    const { number } = this.operation;
    const fields = [number, kind, history, remaining, random, valueField(interval), signIn, valueField(time)];
    const start = fields.join(SEPARATOR);
    const text = `${start}${SEPARATOR}${this.input}${details}`;
    return this.run(instance, () => instance.next(text).split(SEPARATOR));
  }

  private async started(
    waiter: Waiter,
    remaining: number,
    promise: Promise<Instance>,
  ): Promise<Instance | undefined> {
    let instance: Instance | typeof TIMED_OUT | typeof STOPPED;
    try {
      instance = await waiter.wait(remaining, promise);
    } catch (cause) {
      throw this.startError(cause);
    }
    if (instance === STOPPED) return undefined;
    if (instance !== TIMED_OUT) return instance;
    throw this.error({ kind: "timeout", errMsg: "WebAssembly did not start in time (timeout)" });
  }

  private startError(cause: unknown): Error {
    const errMsg =
      "WebAssembly could not start: see cause; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src";
    return this.error({ kind: "runtime", errMsg }, cause);
  }

  /** Calls the core. A trap ends only this call. */
  private run<Answer>(instance: Instance, run: () => Answer): Answer {
    try {
      return run();
    } catch (cause) {
      this.core.discard(instance);
      const errMsg = "the WebAssembly core failed: this is a bug in sfs-turbo-tasks, please report it";
      throw this.error({ kind: "runtime", errMsg }, cause);
    }
  }
}

inheritNothing(Steps);
