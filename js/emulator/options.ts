// What an emulator can be told at its start, and what it is without.
import {
  checkDuration,
  checkFunction,
  checkIdentifier,
  checkKeys,
  checkOneOf,
  checkWhole,
} from "./arguments.js";
import type { CorsMode } from "./cors.js";
import { currentTime } from "./time.js";

/** What `createEmulator` takes. */
export interface EmulatorOptions {
  /** The one token that passes: visible ASCII. Default: `"emulator-token"`. */
  readonly token?: string | undefined;
  /** The one project that the token is for. Default: `"0123456789abcdef0123456789abcdef"`. */
  readonly projectId?: string | undefined;
  /** The clock that tasks follow: milliseconds since the epoch. Default: `Date.now`, looked up at each use. */
  readonly now?: (() => number) | undefined;
  /** How browsers of another origin are treated. Default: `"open"`. */
  readonly cors?: CorsMode | undefined;
  /**
   * How long a new task is `DOING`, one that a client creates too: milliseconds of the emulator's clock, 0 to `Infinity`.
   * Default: 5000.
   */
  readonly taskDuration?: number | undefined;
  /**
   * How many tasks of one file system may be `DOING` at once; a client that creates one more is answered
   * `documentedAnswers.operationConflict`. `addTask` is not held to it. No limit is documented. Default: `Infinity`.
   */
  readonly maxRunningTasks?: number | undefined;
}

type Options = { readonly [Name in keyof EmulatorOptions]-?: NonNullable<EmulatorOptions[Name]> };

const KEYS = ["token", "projectId", "now", "cors", "taskDuration", "maxRunningTasks"];

/** Every option, given or not; a TypeError for one that does not fit. */
export function readOptions(options: EmulatorOptions): Options {
  checkKeys("options", options, KEYS);
  const { token = "emulator-token", projectId = "0123456789abcdef0123456789abcdef" } = options;
  const { now = currentTime, cors = "open", taskDuration = 5000 } = options;
  const { maxRunningTasks = Number.POSITIVE_INFINITY } = options;
  // Not repeated in the message, as it may be a real one.
  if (typeof token !== "string" || !/^[!-~]+$/.test(token))
    throw new TypeError("Expected `token` to be visible ASCII.");
  checkIdentifier("projectId", projectId);
  checkFunction("now", now);
  checkOneOf("cors", cors, ["open", "unexposed", "none"]);
  checkDuration("taskDuration", taskDuration);
  if (maxRunningTasks !== Number.POSITIVE_INFINITY) checkWhole("maxRunningTasks", maxRunningTasks, 0);
  return { token, projectId, now, cors, taskDuration, maxRunningTasks };
}
