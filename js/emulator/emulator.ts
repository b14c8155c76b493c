// An in-memory SFS Turbo: the order of its checks, and the object that tests hold.
import {
  type Answer,
  fileSystemForeign,
  routeMissing,
  taskFound,
  taskMissing,
  tokenRefused,
} from "./answers.js";
import { checkIdentifier, checkKeys, checkOneOf, checkTime, expected } from "./arguments.js";
import { answerHeaders, type CorsMode, preflightHeaders } from "./cors.js";
import { deliver, type Reply } from "./delivery.js";
import { createFaultQueue, type Fault, type MisbehaveOptions } from "./faults.js";
import { refuseEnded } from "./pause.js";
import { type RecordedRequest, readCall, recordCall } from "./requests.js";
import { createFileSystems, type DeleteTaskOptions, type EmulatedTask, type NewTask } from "./tasks.js";
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
}

/** An SFS Turbo in memory. Its functions may be taken off it. */
export interface Emulator {
  /** The token that passes. */
  readonly token: string;
  /** The project that the token is for. */
  readonly projectId: string;
  /**
   * An endpoint to use together with `fetch`. It stands for no host: a request that misses `fetch` cannot reach anybody.
   * Every other endpoint serves as well, since only paths are looked at.
   */
  readonly endpoint: string;
  /**
   * A fetch that ends here: the same arguments, and the same way to reject as the real one has: with the reason of the
   * signal, also while the answer is late or its body streams, or with a `TypeError` for a connection that breaks.
   * Redirects are not followed; they reject under `redirect: "error"`. Chromium's `text()` and `json()` replace what a
   * body fails with by a `TypeError` of their own; a reader of the body gets the reason itself.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** Every request seen, in order, preflights included. The same array all the time. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Adds a file system.
   *
   * @param shareId default: a new id
   * @returns its id
   * @throws TypeError when the id is empty or already there
   */
  addFileSystem(shareId?: string): string;
  /**
   * Adds a task, which moves with the clock from `DOING` to its outcome.
   *
   * @throws TypeError when an argument does not fit, the file system is unknown, or the id is already there
   * @example
   * ```ts
   * const { shareId, taskId } = emulator.addTask({ duration: 0, outcome: "FAIL", message: "The bucket is gone." });
   * ```
   */
  addTask(task?: NewTask): EmulatedTask;
  /**
   * Deletes a task: it is `DELETING` for a while, then missing. Called again, it sets that while anew.
   *
   * @throws TypeError when there is no such task
   */
  deleteTask(shareId: string, taskId: string, options?: DeleteTaskOptions): void;
  /**
   * Queues a fault for the next request or requests. Preflights do not take part: no test could tell which of its
   * requests a browser asks leave for.
   *
   * @throws TypeError when the fault is not one
   */
  misbehave(fault: Fault, options?: MisbehaveOptions): void;
  /** Forgets requests, faults, and whatever was added; the documented example is there again. */
  reset(): void;
}

const ROUTE = /^\/v1\/([^/]+)\/sfs-turbo\/([^/]+)\/hpc-cache\/task\/([^/]+)$/;
const NO_FAULT: Fault = Object.freeze({});

/**
 * An SFS Turbo that lives in memory: as `fetch` in a unit test, or behind a server for development.
 *
 * From the start it knows the file system and the task of the vendor's documentation (`documentedTask`).
 *
 * @throws TypeError when an option does not fit
 * @example
 * ```ts
 * import { createClient } from "sfs-turbo-tasks";
 * import { createEmulator } from "sfs-turbo-tasks/emulator";
 *
 * const emulator = createEmulator();
 * const { endpoint, projectId, token, fetch } = emulator;
 * const client = createClient({ endpoint, projectId, token, fetch });
 *
 * const { shareId, taskId } = emulator.addTask({ duration: 0 });
 * (await client.getTask({ shareId, taskId })).status; // "SUCCESS"
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  checkKeys("options", options, ["token", "projectId", "now", "cors"]);
  const { token = "emulator-token", projectId = "0123456789abcdef0123456789abcdef", cors = "open" } = options;
  if (typeof token !== "string" || !/^[!-~]+$/.test(token))
    throw new TypeError("Expected `token` to be visible ASCII.");
  checkIdentifier("projectId", projectId);
  checkOneOf("cors", cors, ["open", "unexposed", "none"]);
  const clock = options.now ?? currentTime;
  if (typeof clock !== "function") expected("now", "a function", clock);

  const fileSystems = createFileSystems(() => checkTime("now()", clock()));
  const faults = createFaultQueue();
  const requests: RecordedRequest[] = [];
  let answered = 0;

  /** What a healthy service says; the gateway's checks come before the service's. */
  function answer({ method, path, headers, requestId }: RecordedRequest): Answer {
    const route = ROUTE.exec(path);
    if (route === null || method !== "GET") return routeMissing(requestId);
    if (headers["x-auth-token"] !== token) return tokenRefused(requestId);
    const [, project = "", shareId = "", taskId = ""] = route.map(decodeSegment);
    if (project !== projectId || !fileSystems.has(shareId)) return fileSystemForeign;
    const task = fileSystems.readTask(shareId, taskId);
    return task === undefined ? taskMissing : taskFound(task);
  }

  function reply(request: RecordedRequest): Reply {
    const identification = { "x-request-id": request.requestId };
    if (request.method === "OPTIONS" && cors !== "none") {
      return { status: 204, headers: { ...identification, ...preflightHeaders }, body: "" };
    }
    const headers = { ...identification, "content-type": "application/json", ...answerHeaders[cors] };
    return { ...answer(request), headers };
  }

  return Object.freeze({
    token,
    projectId,
    endpoint: "https://sfs-turbo.emulator.invalid",
    requests,
    async fetch(input: Request | string | URL, init?: RequestInit) {
      const call = readCall(input, init);
      refuseEnded(call);
      answered += 1;
      const request = recordCall(call, `e5f0${answered.toString(16).padStart(28, "0")}`);
      requests.push(request);
      const fault = request.method === "OPTIONS" ? undefined : faults.take();
      return deliver(() => reply(request), fault ?? NO_FAULT, call);
    },
    addFileSystem: fileSystems.add,
    addTask: fileSystems.addTask,
    deleteTask: fileSystems.deleteTask,
    misbehave: faults.add,
    reset() {
      requests.length = 0;
      faults.clear();
      fileSystems.reset();
    },
  });
}

/** A malformed escape stands for itself: it can only name something that is not there. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
