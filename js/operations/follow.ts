// The options of waits and watches. This file is the manual of waiting.

import type { SfsTurboError } from "../errors/error.js";
import type { CallOptions } from "./options.js";

/** What {@link FollowOptions.onFault} is called with after a failed look that does not end the wait. */
export interface Fault {
  /** Why the look failed. */
  readonly error: SfsTurboError;
  /** How many looks have failed in a row. A throttled answer does not count as a failure. */
  readonly consecutive: number;
  /** Milliseconds until the next look. */
  readonly nextDelay: number;
}

/**
 * How often a wait or watch looks at the task, and which failures it tolerates. A look is one request for the current state.
 *
 * `attemptTimeout` and `timeout` apply to each look. `maxRetries` has no effect, because each look is one request.
 *
 * - A temporary failure (`network`, `timeout`, `unavailable`, or a body that cannot be read) makes the next pause longer:
 *   each failure in a row doubles it, up to one minute. The same holds for a token function that fails after a good look.
 * - A throttled answer makes the looks slower. It never ends the wait.
 * - Every other failure ends the wait at once.
 */
export interface FollowOptions<Seen> extends CallOptions {
  /**
   * Milliseconds between two looks, or a function of the last result and the number of looks. 250 to 2 147 483 647.
   *
   * Default, also if a function gives `undefined`: 2 seconds, then 1.5 times as long after each look, up to 15 seconds. Every
   * pause is changed at random by up to 20 %, so that many waits that start together do not send their requests together.
   * `Retry-After` makes a pause longer, up to an hour.
   */
  readonly interval?: number | ((seen: Seen, looks: number) => number | undefined) | undefined;
  /**
   * Milliseconds for the whole wait. Default: no limit; 1 to 2 147 483 647.
   *
   * The last look is made shortly before the end: a tenth of `waitTimeout` before it, at most one second. After that the
   * promise rejects with kind `timeout`, and the error's `task` is the last known state. The task itself is not cancelled.
   */
  readonly waitTimeout?: number | undefined;
  /** How many looks in a row may fail. One more failure ends the wait with its error. Default 5; 0 to 1 000. */
  readonly maxConsecutiveFailures?: number | undefined;
  /**
   * What to do while the page is hidden: `"slow"` looks at most once a minute, `"pause"` does not look, `"same"` makes no
   * difference. Default `"slow"`.
   *
   * When the page becomes visible or its connection is back, the next look is made at once, or after a short pause if the last
   * look failed. Node and workers have no page, so that this option has no effect there.
   */
  readonly whenHidden?: "slow" | "pause" | "same" | undefined;
  /** Called after a failed look that does not end the wait. It is not awaited. If it throws, the wait rejects with that error. */
  readonly onFault?: ((fault: Fault) => void) | undefined;
}
