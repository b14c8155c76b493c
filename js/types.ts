// The public types: what is asked, what comes back. This file is the manual, so every member says what it is.

/**
 * A status the service documents.
 *
 * `DOING`: running. `SUCCESS` and `FAIL`: ended. `DELETING`: being removed, after which the task is not found.
 *
 * Source: the vendor's API page ShowHpcCacheTask.
 */
export type KnownTaskStatus = "DOING" | "SUCCESS" | "FAIL" | "DELETING";

/**
 * A {@link KnownTaskStatus}, or any string a newer service sends.
 *
 * @example
 * ```ts
 * const ended = task.status === "SUCCESS" || task.status === "FAIL";
 * ```
 */
export type TaskStatus = KnownTaskStatus | (string & {});

/**
 * A task type the service documents.
 *
 * `import`: metadata from the bucket with owner and mode as an earlier export stored them. `import_metadata`: metadata
 * only, owner and mode by default. `preload`: data and metadata. `export`: new and changed files to the bucket.
 *
 * Source: the vendor's API page CreateHpcCacheTask.
 */
export type KnownTaskType = "import" | "import_metadata" | "preload" | "export";

/** A {@link KnownTaskType}, or any string a newer service sends. */
export type TaskType = KnownTaskType | (string & {});

/**
 * One import or export task, as the service told it.
 *
 * @example
 * ```ts
 * const task = await getTask({ region: "cn-north-4", projectId, shareId, taskId, token });
 * console.log(task.status, task.endTime?.toISOString() ?? "still running");
 * ```
 */
export interface Task {
  /** The task's id, as the service echoes it. Always there. */
  readonly taskId: string;
  /** What the task does; `""` where the service omits it. */
  readonly type: TaskType;
  /** What the task is doing. Always there. */
  readonly status: TaskStatus;
  /** Name of the interworking directory; `""` where the service omits it. */
  readonly srcTarget: string;
  /** Path prefix the task reads; `""` means all of the bucket or directory, or that the service omits it. */
  readonly srcPrefix: string;
  /** The same as {@link Task.srcTarget}, says the vendor's page; `""` where the service omits it. */
  readonly destTarget: string;
  /** The same as {@link Task.srcPrefix}, says the vendor's page; `""` where the service omits it. */
  readonly destPrefix: string;
  /** The result in words: why a task ended as `FAIL`. `""` while there is nothing to say. */
  readonly message: string;
  /**
   * When the task started, or `null` if the service gives no time or one that cannot be read.
   *
   * The service sends `YYYY-MM-DDTHH:MM:SS` without a zone; it is read as UTC, as the other times of this service are.
   * The text itself stays in `raw.start_time`.
   */
  readonly startTime: Date | null;
  /** When the task ended, or `null` while it runs. Read as {@link Task.startTime} is; the text is `raw.end_time`. */
  readonly endTime: Date | null;
  /**
   * The id of the request, for a support ticket: header `X-request-id`.
   *
   * `null` where the header is missing, or where a browser hides it: across origins the service would have to send
   * `Access-Control-Expose-Headers: X-request-id`.
   */
  readonly requestId: string | null;
  /** The service's JSON object, untouched: fields this version does not know are here. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** What a token function is told. */
export interface TokenContext {
  /**
   * The token that the service just refused with 401, or `undefined` on the first ask.
   *
   * A function that caches its token throws the cached one away when it is this one.
   */
  readonly rejected: string | undefined;
}

/**
 * An IAM token, or a function that gives one when a request needs it.
 *
 * A string is sent as it is, and a 401 ends the call. A function is asked before the first request of each call; after a
 * 401 it is asked once more with {@link TokenContext.rejected} set, and the request is sent again if it gives another
 * token. The function runs in the async context of its own call, so that one function may serve many users: it may read
 * whose request it is from an `AsyncLocalStorage`. Only a renewal is shared, among calls whose refused token is the same.
 *
 * @example
 * ```ts
 * let cached: Promise<string> | undefined;
 * const token = ({ rejected }: TokenContext) => {
 *   if (rejected !== undefined) cached = undefined;
 *   return (cached ??= fetch("/session/sfs-token").then((response) => response.text()));
 * };
 * ```
 */
export type Token = string | ((context: TokenContext) => string | Promise<string>);

/** A function that is called as `fetch` is: with a URL and an init object. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/**
 * What {@link Client} calls have in common: where the service is, who asks, and how patiently.
 *
 * A value that is missing or malformed rejects the call, not `createClient`, with kind `invalid-request` and `field` set
 * to the option's name, before anything is sent. `undefined` means: the default.
 */
export interface ClientOptions {
  /**
   * The region's id, such as `"cn-north-4"`: one of the 32 the vendor lists. Not needed beside {@link endpoint}.
   *
   * An id that is not on the list fails with names near to it.
   */
  readonly region?: string | undefined;
  /**
   * Where the service is, instead of {@link region}: `"https://…"`, with a path if a proxy has one.
   *
   * In a browser a path on the page's own origin, `"/proxy"`, serves too. `http:` is refused except to this machine
   * (`localhost`, `127.0.0.0/8`, `[::1]`), since the token would travel readable; see {@link allowInsecure}.
   */
  readonly endpoint?: string | undefined;
  /** The project's id, 32 hexadecimal digits in the vendor's examples. Not empty, not `.` or `..`. */
  readonly projectId?: string | undefined;
  /** The IAM token for header `X-Auth-Token`, scoped to the project, or a function that gives it. */
  readonly token?: Token | undefined;
  /**
   * Milliseconds until the promise is settled, whatever happens. Default 60 000; 1 to 2 147 483 647.
   *
   * Covers everything: starting the core, the token function, each attempt with its body, the pauses between. When it
   * runs out the promise rejects with kind `timeout`.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds for one request with its body, after which it counts as failed. Default 20 000; 1 to 2 147 483 647. */
  readonly attemptTimeout?: number | undefined;
  /**
   * How often a request is sent again after `throttled`, `unavailable`, `network` or a spent
   * {@link attemptTimeout}. Default 2; 0 to 10.
   *
   * Pauses grow exponentially with full jitter; `Retry-After` is honoured; no pause goes past {@link timeout}.
   */
  readonly maxRetries?: number | undefined;
  /** Bytes of a body that are read before the answer is refused as `invalid-response`. Default 1 048 576. */
  readonly maxResponseBytes?: number | undefined;
  /** `true` allows `http:` to hosts other than this machine. Default `false`: a token over `http:` can be read by all. */
  readonly allowInsecure?: boolean | undefined;
  /**
   * Any function that works as `fetch` does. Default: `globalThis.fetch`, looked up at each call.
   *
   * @example
   * ```ts
   * import { createEmulator } from "sfs-turbo-tasks/emulator";
   * const { fetch, endpoint, projectId, token } = createEmulator();
   * const client = createClient({ fetch, endpoint, projectId, token });
   * ```
   */
  readonly fetch?: Fetch | undefined;
}

/** What one call asks: the task, and anything it wants otherwise than {@link ClientOptions} say. */
export interface GetTaskOptions extends ClientOptions {
  /** The id of the SFS Turbo file system, a UUID in the vendor's examples. Not empty, not `.` or `..`. */
  readonly shareId: string;
  /** The id of the task, as creating or listing tasks gave it. Not empty, not `.` or `..`. */
  readonly taskId: string;
  /**
   * Gives the call up: the promise rejects with `signal.reason`, as `fetch` does, and the request is aborted.
   *
   * @example
   * ```ts
   * await client.getTask({ shareId, taskId, signal: AbortSignal.timeout(5_000) });
   * ```
   */
  readonly signal?: AbortSignal | null | undefined;
}

/** What {@link Client} cannot know beforehand, when it was not told: the project and the token. */
export interface StandaloneGetTaskOptions extends GetTaskOptions {
  readonly projectId: string;
  readonly token: Token;
}

/** A way to ask with shared options. Its methods need no `this` and may be destructured. */
export interface Client {
  /**
   * Asks for the details of one import or export task.
   *
   * @param options The task, and anything to be otherwise than in `createClient`.
   * @returns The task.
   * @throws An `SfsTurboError` (the promise rejects with it), or `signal.reason` if `signal` was aborted.
   * @example
   * ```ts
   * const { getTask } = createClient({ region: "cn-north-4", projectId, token });
   * const task = await getTask({ shareId, taskId });
   * ```
   */
  getTask(options: GetTaskOptions): Promise<Task>;
}
