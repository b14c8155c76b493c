// Waits for one thing at a time, and no longer than is allowed.

import { inheritNothing } from "../core/pollution.js";

/** The longest time that timers can count, in milliseconds. */
export const longestTimeout = 2_147_483_647;
/** What a wait comes to when its time is over. */
export const timedOut = Symbol("timed out");
/** What a wait comes to when its call is given up. */
export const stopped = Symbol("stopped");

/** The waits of one call. One timer at a time serves its pauses, its attempts and the call itself. */
export class Waiter {
  private over = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private end: ((value: typeof stopped) => void) | undefined;

  /** Whether the call is given up. */
  get stopped(): boolean {
    return this.over;
  }

  /** Ends the wait under way, and all that come. */
  stop(): void {
    this.over = true;
    this.clear();
    this.end?.(stopped);
  }

  /**
   * Waits for a promise.
   *
   * @param promise None: nothing but the time ends the wait.
   * @throws What the promise rejects with, if that comes first.
   */
  wait<Value>(
    milliseconds: number,
    promise?: PromiseLike<Value>,
  ): Promise<Value | typeof timedOut | typeof stopped> {
    return new Promise((resolve, reject) => {
      if (this.over) {
        resolve(stopped);
        // What comes of it nobody hears, so that a rejection of it is none that nobody handles.
        promise?.then(undefined, () => {});
        return;
      }
      this.timer = setTimeout(() => {
        this.timer = undefined;
        resolve(timedOut);
      }, milliseconds);
      this.end = resolve;
      promise?.then(
        (value) => {
          resolve(value);
          // What comes late comes beside another wait, whose timer this must not be.
          if (this.end === resolve) this.clear();
        },
        (cause) => {
          reject(cause);
          if (this.end === resolve) this.clear();
        },
      );
    });
  }

  private clear(): void {
    const { timer } = this;
    if (timer === undefined) return;
    this.timer = undefined;
    try {
      clearTimeout(timer);
    } catch {
      // Somebody has replaced it. What the timer then does when it fires changes nothing.
    }
  }
}

inheritNothing(Waiter);
