// getTask and createClient: takes the options apart, once, and starts a call.

import type { CoreOptions } from "core:glue";
import { abortReason } from "./abort.js";
import { Call } from "./call.js";
import { Core, type LoadCore } from "./core.js";
import type { SfsTurboError } from "./error.js";
import { clientError, withoutTokens } from "./failure.js";
import { type TokenFunction, tokenProblem } from "./token.js";
import type {
  Client,
  ClientOptions,
  Fetch,
  GetTaskOptions,
  StandaloneGetTaskOptions,
  Task,
} from "./types.js";

/** What an entry exports. */
export interface Api {
  getTask(options: StandaloneGetTaskOptions): Promise<Task>;
  createClient(defaults: ClientOptions): Client;
}

/** Options as they were given: each value may be anything. */
interface Given {
  readonly region: unknown;
  readonly endpoint: unknown;
  readonly projectId: unknown;
  readonly shareId: unknown;
  readonly taskId: unknown;
  readonly token: unknown;
  readonly timeout: unknown;
  readonly attemptTimeout: unknown;
  readonly maxRetries: unknown;
  readonly maxResponseBytes: unknown;
  readonly allowInsecure: unknown;
  readonly signal: unknown;
  readonly fetch: unknown;
}

/** The default of `timeout`, of which the core has a copy: this clock runs before the core has started. */
const defaultTimeout = 60_000;

/** Makes the functions of an entry. */
export function createApi(load: LoadCore): Api {
  const core = new Core(load);
  const ask = (options: unknown, defaults?: Given): Promise<Task> =>
    new Promise((resolve, reject) => {
      // An executor's throw rejects, so that no option makes the function itself throw.
      begin(core, read(options, defaults), resolve, reject);
    });
  return {
    getTask: (options) => ask(options),
    createClient(options) {
      const defaults = read(options);
      return { getTask: (options: GetTaskOptions) => ask(options, defaults) };
    },
  };
}

/** Reads every option once: a getter may give something else the next time. */
function read(options: unknown, defaults: Partial<Given> = Object.create(null)): Given {
  if (typeof options !== "object" || options === null) {
    throw invalid("options", "must be an object such as { region, projectId, shareId, taskId, token }");
  }
  // The name of what is read, for the case that a getter throws.
  let name: keyof Given = "region";
  const value = (next: keyof Given): unknown => {
    name = next;
    const own = isInherited(options, next) ? undefined : (options as Partial<Given>)[next];
    return own === undefined ? defaults[next] : own;
  };
  try {
    return {
      region: value("region"),
      endpoint: value("endpoint"),
      projectId: value("projectId"),
      shareId: value("shareId"),
      taskId: value("taskId"),
      token: value("token"),
      timeout: value("timeout"),
      attemptTimeout: value("attemptTimeout"),
      maxRetries: value("maxRetries"),
      maxResponseBytes: value("maxResponseBytes"),
      allowInsecure: value("allowInsecure"),
      signal: value("signal"),
      fetch: value("fetch"),
    };
  } catch (cause) {
    throw invalid(name, "cannot be read: its getter throws", cause);
  }
}

/** Whether a name comes from `Object.prototype`, to which another library may have let a stranger write. */
function isInherited(options: object, name: string): boolean {
  if (!(name in Object.prototype)) return false;
  for (let object: object | null = options; object !== null; object = Object.getPrototypeOf(object)) {
    if (Object.hasOwn(object, name)) return Object.getPrototypeOf(object) === null;
  }
  return true;
}

function begin(
  core: Core,
  given: Given,
  resolve: (task: Task) => void,
  reject: (reason: unknown) => void,
): void {
  const { taskId, timeout } = given;
  const signal = signalOf(given.signal);
  const fetch = fetchOf(given.fetch);
  const token = tokenOf(given.token);
  if (signal?.aborted) {
    reject(abortReason(signal));
    return;
  }
  const call = new Call({
    resolve,
    reject,
    taskId,
    // Another value is refused by the core as soon as it runs.
    timeout:
      typeof timeout === "number" && timeout >= 1 && timeout <= 2_147_483_647 ? timeout : defaultTimeout,
    signal,
    fetch,
    token,
  });
  core.run(call, coreOptions(given));
}

/** What the core judges of the options, in the order in which `Options` of src/request.rs has them. */
function coreOptions(given: Given): CoreOptions {
  const { region, endpoint, projectId, shareId, taskId, token } = given;
  const { timeout, attemptTimeout, maxRetries, maxResponseBytes, allowInsecure } = given;
  const judged = [
    ...[region, endpoint, projectId, shareId, taskId],
    ...[timeout, attemptTimeout, maxRetries, maxResponseBytes, allowInsecure],
  ];
  return [
    judged.reduceRight((digits: number, value) => digits * 8 + typeCode(value), 0),
    text(region),
    text(endpoint),
    text(projectId),
    text(shareId),
    text(taskId),
    typeof token === "function",
    number(timeout),
    number(attemptTimeout),
    number(maxRetries),
    number(maxResponseBytes),
  ];
}

/** What an option is, as one octal digit: see `value` of src/bindings.rs. */
function typeCode(value: unknown): number {
  switch (typeof value) {
    case "string":
      return 1;
    case "number":
      return 2;
    case "boolean":
      return value ? 4 : 3;
    default:
      return value === undefined || value === null ? 0 : 5;
  }
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);
const number = (value: unknown) => (typeof value === "number" ? value : 0);

function tokenOf(token: unknown): string | TokenFunction {
  if (typeof token === "function") return token as TokenFunction;
  if (token === undefined || token === null) {
    throw invalid("token", "is missing: pass an IAM token or a function that gives one");
  }
  const problem = tokenProblem(token);
  if (problem !== undefined) throw invalid("token", problem);
  return token as string;
}

function signalOf(signal: unknown): AbortSignal | undefined {
  if (signal === undefined || signal === null) return undefined;
  if (isSignal(signal)) return signal;
  throw invalid("signal", "must be an AbortSignal");
}

/** Not `instanceof`: a signal of another realm is one as well. */
function isSignal(value: unknown): value is AbortSignal {
  try {
    const { aborted, addEventListener, removeEventListener } = Object(value) as Partial<AbortSignal>;
    const methods = [addEventListener, removeEventListener];
    return typeof aborted === "boolean" && methods.every((method) => typeof method === "function");
  } catch {
    return false;
  }
}

function fetchOf(fetch: unknown): Fetch {
  if (typeof fetch === "function") return fetch as Fetch;
  if (fetch !== undefined && fetch !== null)
    throw invalid("fetch", "must be a function that works as fetch does");
  if (typeof globalThis.fetch === "function") return globalThis.fetch;
  throw invalid("fetch", "is missing: this runtime has no fetch of its own, so pass one");
}

function invalid(field: string, problem: string, cause?: unknown): SfsTurboError {
  return withoutTokens({ ...clientError("invalid-request", `${field} ${problem}`), field }, cause, []);
}
