// Waits for one thing at a time, with a time limit.

import { inheritNothing } from "../core/pollution.js";

/** The longest time that timers can count, in milliseconds. */
export const LONGEST_TIMEOUT = 2_147_483_647;
/** The result of a wait whose time has expired. */
export const TIMED_OUT = Symbol("timed out");
/** The result of a wait that was stopped. */
export const STOPPED = Symbol("stopped");

/** The waits of one call. One timer at a time serves its pauses, its attempts and its deadline. */
export class Waiter {
  private over = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private end: ((value: typeof STOPPED) => void) | undefined;

  /** Whether it is stopped: the call has ended or is cancelled. */
  get stopped(): boolean {
    return this.over;
  }

  /** Stops the current wait and all later ones. */
  stop(): void {
    this.over = true;
    this.clear();
    this.end?.(STOPPED);
  }

  /**
   * Waits for a promise.
   *
   * @param promise Without one, only the time ends the wait.
   * @throws The rejection of the promise, if it comes before the time expires.
   */
  wait<Value>(
    milliseconds: number,
    promise?: PromiseLike<Value>,
  ): Promise<Value | typeof TIMED_OUT | typeof STOPPED> {
    return new Promise((resolve, reject) => {
      if (this.over) {
        resolve(STOPPED);
        // The result is not needed. The handler only prevents an unhandled rejection.
        promise?.then(undefined, () => {});
        return;
      }
      this.end = resolve;
      // Before the timer: if somebody has replaced `setTimeout` and it throws, the promise is still handled.
      promise?.then(
        (value) => {
          resolve(value);
          // If the promise settles late, another wait may be running, and its timer must stay.
          if (this.end === resolve) this.clear();
        },
        (cause) => {
          reject(cause);
          if (this.end === resolve) this.clear();
        },
      );
      const ring = () => {
        this.timer = undefined;
        resolve(TIMED_OUT);
      };
      // A busy process may be late, and Node warns of a negative time.
      this.timer = setTimeout(ring, milliseconds > 0 ? milliseconds : 0);
    });
  }

  private clear(): void {
    const { timer } = this;
    if (timer === undefined) return;
    this.timer = undefined;
    try {
      clearTimeout(timer);
    } catch {
      // Somebody has replaced it. The timer has no effect when it fires.
    }
  }
}

inheritNothing(Waiter);
