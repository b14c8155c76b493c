// What every function can be told that asks again and again. This file is the manual of waiting.

import type { SfsTurboError } from "../errors/error.js";
import type { CallOptions } from "./options.js";

/** What {@link FollowOptions.onFault} is told of a look that failed, after which the next is taken. */
export interface Fault {
  /** Why it failed. */
  readonly error: SfsTurboError;
  /** How many have failed since the last good one. A throttled answer is no failure and does not count. */
  readonly consecutive: number;
  /** Milliseconds until the next look. */
  readonly nextDelay: number;
}

/**
 * How often to look, and how patiently.
 *
 * `attemptTimeout` and `timeout` are for each look; `maxRetries` does not count, since each look is one request. A failure
 * that may pass (`network`, `timeout`, `unavailable`, a body that cannot be read) costs a longer pause, doubled by each up
 * to a minute. So does a token function that fails after a good look. A throttled answer slows the looks down and never ends them. Every other failure ends them at once.
 */
export interface FollowOptions<Seen> extends CallOptions {
  /**
   * Milliseconds between two looks, or a function of what was seen and of how many looks there were. 250 to 2 147 483 647.
   *
   * Default: 2 seconds, half as long again after each look, up to 15 seconds; also where a function gives `undefined`. Every
   * pause is a fifth longer or shorter by chance, so that many that began together do not ask together. `Retry-After` makes
   * it longer, up to an hour.
   */
  readonly interval?: number | ((seen: Seen, looks: number) => number | undefined) | undefined;
  /**
   * Milliseconds for all of it. Default: none, as long as it takes; 1 to 2 147 483 647.
   *
   * The last look is taken shortly before the end: a tenth of the time before it, a second at most. Then the promise rejects with kind `timeout`, and `task` is what was seen
   * last. The task itself goes on.
   */
  readonly waitTimeout?: number | undefined;
  /** How many looks may fail one after the other. The next failure is the one that it all ends with. Default 5; 0 to 1 000. */
  readonly maxConsecutiveFailures?: number | undefined;
  /**
   * What to do while nobody sees the page: `"slow"`, a look a minute at most; `"pause"`, none; `"same"`, as ever. Default
   * `"slow"`.
   *
   * When the page is shown again, or its connection is back, the next look is taken at once; after one that failed, not so
   * soon. In Node and in workers there is no page, and this changes nothing.
   */
  readonly whenHidden?: "slow" | "pause" | "same" | undefined;
  /** Called when a look has failed and another one will be taken. What it throws ends it all. It is not awaited. */
  readonly onFault?: ((fault: Fault) => void) | undefined;
}
