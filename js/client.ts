// getTask and createClient: takes the options apart, once, and starts a call.

import { abortReason } from "./abort.js";
import { Call, clientError } from "./call.js";
import { copyCause } from "./cause.js";
import { Core, type LoadCore } from "./core.js";
import { SfsTurboError } from "./error.js";
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

/** The options that the core judges, in the order in which `Options` of src/request.rs has them. */
const judged = [
  "region",
  "endpoint",
  "projectId",
  "shareId",
  "taskId",
  "tokenFunction",
  "timeout",
  "attemptTimeout",
  "maxRetries",
  "maxResponseBytes",
  "allowInsecure",
] as const;

const names = [...judged.filter((name) => name !== "tokenFunction"), "token", "signal", "fetch"] as const;

/** Options as they were given: each value may be anything. */
type Given = { readonly [name in (typeof names)[number]]: unknown };

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
function read(options: unknown, defaults?: Given): Given {
  if (typeof options !== "object" || options === null) {
    throw invalid("options", "must be an object such as { region, projectId, shareId, taskId, token }");
  }
  const given: Record<string, unknown> = {};
  for (const name of names) {
    try {
      const value = (options as Record<string, unknown>)[name];
      given[name] = value === undefined ? defaults?.[name] : value;
    } catch (cause) {
      throw invalid(name, "cannot be read: its getter throws", cause);
    }
  }
  return given as Given;
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
  core.run(...judgedValues(given), call);
}

/** What crosses into the core, and the type of each by its first letter; what is neither is one for "object". */
function judgedValues(given: Given): [values: unknown[], types: string] {
  const values: unknown[] = [];
  let types = "";
  for (const name of judged) {
    const value = name === "tokenFunction" ? typeof given.token === "function" : given[name];
    values.push(value);
    types += letters[typeof value] ?? (value === null ? "u" : "o");
  }
  return [values, types];
}

const letters: { readonly [type: string]: string } = {
  undefined: "u",
  string: "s",
  number: "n",
  boolean: "b",
};

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
  return new SfsTurboError({
    ...clientError("invalid-request", `${field} ${problem}`),
    field,
    cause: copyCause(cause, []),
  });
}
