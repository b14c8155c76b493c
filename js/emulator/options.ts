// The options of an emulator, and their defaults.
import type { EmulatorCredentials } from "./admission.js";
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

/** The options of `createEmulator`. */
export interface EmulatorOptions {
  /** The only token that is accepted: visible ASCII. Default: `"emulator-token"`. */
  readonly token?: string | undefined;
  /** The id of the only access key that is accepted: visible ASCII without a comma. Default: `"EMULATORACCESSKEY000"`. */
  readonly accessKeyId?: string | undefined;
  /** The secret of the access key. Default: `"emulator-secret-key"`. */
  readonly secretAccessKey?: string | undefined;
  /**
   * Makes the access key a temporary key: its requests must carry this value in `X-Security-Token`. Visible ASCII. Default:
   * none, which means a permanent key.
   */
  readonly securityToken?: string | undefined;
  /** The only project of the token and the access key. Default: `"0123456789abcdef0123456789abcdef"`. */
  readonly projectId?: string | undefined;
  /** The clock for tasks and signatures: milliseconds since the epoch. Default: `Date.now`, read at each use. */
  readonly now?: (() => number) | undefined;
  /** How browsers from another origin are answered. Default: `"open"`. */
  readonly cors?: CorsMode | undefined;
  /**
   * How long a new task is `DOING`, also one that a client creates: milliseconds of the emulator's clock, 0 to `Infinity`.
   * Default: 5000.
   */
  readonly taskDuration?: number | undefined;
  /**
   * How many tasks of one file system may be `DOING` at the same time. A client that creates one more gets
   * `documentedAnswers.operationConflict`. `addTask` ignores it. No limit is documented. Default: `Infinity`.
   */
  readonly maxRunningTasks?: number | undefined;
}

type KeyOption = "accessKeyId" | "secretAccessKey" | "securityToken";
type OtherOption = Exclude<keyof EmulatorOptions, KeyOption>;
type Options = { readonly [Name in OtherOption]-?: NonNullable<EmulatorOptions[Name]> } & {
  readonly credentials: EmulatorCredentials;
};

const KEYS =
  "token accessKeyId secretAccessKey securityToken projectId now cors taskDuration maxRunningTasks".split(
    " ",
  );

/** All options with their defaults. Throws a TypeError if one is not valid. */
export function readOptions(options: EmulatorOptions): Options {
  checkKeys("options", options, KEYS);
  const { token = "emulator-token", projectId = "0123456789abcdef0123456789abcdef" } = options;
  const { now = currentTime, cors = "open", taskDuration = 5000 } = options;
  const { maxRunningTasks = Number.POSITIVE_INFINITY } = options;
  checkSecret("token", token, /^[!-~]+$/, "visible ASCII");
  checkIdentifier("projectId", projectId);
  checkFunction("now", now);
  checkOneOf("cors", cors, ["open", "unexposed", "none"]);
  checkDuration("taskDuration", taskDuration);
  if (maxRunningTasks !== Number.POSITIVE_INFINITY) checkWhole("maxRunningTasks", maxRunningTasks, 0);
  const credentials = readCredentials(options);
  return { token, credentials, projectId, now, cors, taskDuration, maxRunningTasks };
}

function readCredentials(options: EmulatorOptions): EmulatorCredentials {
  const {
    accessKeyId = "EMULATORACCESSKEY000",
    secretAccessKey = "emulator-secret-key",
    securityToken,
  } = options;
  checkSecret("accessKeyId", accessKeyId, /^[!-+\--~]+$/, "visible ASCII without a comma");
  checkSecret("secretAccessKey", secretAccessKey, /[\s\S]/, "a non-empty string");
  if (securityToken === undefined) return Object.freeze({ accessKeyId, secretAccessKey });
  checkSecret("securityToken", securityToken, /^[!-~]+$/, "visible ASCII");
  return Object.freeze({ accessKeyId, secretAccessKey, securityToken });
}

/** The message does not contain the value, because it may be a real secret. */
function checkSecret(name: string, value: unknown, pattern: RegExp, what: string): void {
  if (typeof value !== "string" || !pattern.test(value))
    throw new TypeError(`Expected \`${name}\` to be ${what}.`);
}
