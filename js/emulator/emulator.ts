// An SFS Turbo in memory: the emulator object that tests use.
import { createAdmission, type EmulatorCredentials } from "./admission.js";
import { checkFunction, checkTime } from "./arguments.js";
import { mayHaveBody, NO_BODY, readBody } from "./body.js";
import { ANSWER_HEADERS, PREFLIGHT_HEADERS } from "./cors.js";
import { deliver, type Usual } from "./delivery.js";
import { checkFault, type Fault } from "./faults.js";
import { createFileSystems } from "./file-systems.js";
import { answerRequest } from "./gateway.js";
import { type EmulatorOptions, readOptions } from "./options.js";
import { refuseEnded } from "./pause.js";
import { createQueue, type QueueOptions } from "./queue.js";
import { type ArrivedRequest, type RecordedRequest, readCall, receiveCall } from "./requests.js";
import type { DeleteTaskOptions, EmulatedTask, FinishTaskOptions, NewTask, TaskIds } from "./tasks.js";

/** An SFS Turbo in memory. Its functions need no `this`, so you can destructure it. */
export interface Emulator {
  /** The token that it accepts. */
  readonly token: string;
  /**
   * The access key whose signatures it accepts.
   *
   * @example
   * ```ts
   * const { fetch, endpoint, projectId, credentials } = createEmulator();
   * const client = createClient({ fetch, endpoint, projectId, credentials });
   * ```
   */
  readonly credentials: EmulatorCredentials;
  /** The project of the token and the access key. */
  readonly projectId: string;
  /**
   * An endpoint for use with `fetch`. It is not a real host, so that a request that bypasses `fetch` reaches nobody. Any other
   * endpoint works too, because the emulator reads only the path.
   */
  readonly endpoint: string;
  /**
   * A fetch function that the emulator answers. It takes the arguments of the real fetch and rejects like it: with the reason
   * of the signal, also during a delay or while the body is read, and with a `TypeError` for a broken connection. Redirects are
   * not followed; with `redirect: "error"` they reject. In Chromium, `text()` and `json()` replace the error of a body with
   * their own `TypeError`; a reader of the body gets the original error.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** All requests, in order, including preflights. It is always the same array. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Adds a file system.
   *
   * @param shareId default: a new id
   * @returns the id
   * @throws TypeError if the id is empty or exists already
   */
  addFileSystem(shareId?: string): string;
  /**
   * Adds a task. Its status changes with the clock, from `DOING` to its outcome.
   *
   * @throws TypeError if an argument is not valid, the file system does not exist, or the id exists already
   * @example
   * ```ts
   * const { shareId, taskId } = emulator.addTask({ duration: 0, outcome: "FAIL", message: "The bucket is gone." });
   * ```
   */
  addTask(task?: NewTask): EmulatedTask;
  /**
   * Ends a task that is `DOING`, whatever its duration.
   *
   * @throws TypeError if an argument is not valid, or if there is no such task that is `DOING`
   * @example
   * ```ts
   * const created = await client.createTask({ shareId, type: "export", srcTarget: "results" });
   * emulator.finishTask({ shareId, ...created }, { outcome: "FAIL", message: "The bucket is gone." });
   * ```
   */
  finishTask(ids: TaskIds, options?: FinishTaskOptions): void;
  /**
   * Deletes a task: it is `DELETING` for some time and then no longer exists. A second call sets this time again.
   *
   * @throws TypeError if there is no such task
   */
  deleteTask(shareId: string, taskId: string, options?: DeleteTaskOptions): void;
  /**
   * Queues a fault for the next request or requests. Preflights do not count, because a test cannot know for which requests a
   * browser sends one.
   *
   * @throws TypeError if the fault is not valid
   */
  misbehave(fault: Fault, options?: QueueOptions): void;
  /**
   * Queues a step for the next list request or requests. It is called just before the list is read, and may add or delete
   * tasks, as happens while somebody pages through a list. A list request that is refused, or that a fault keeps from the
   * service, uses no step. If the step throws, the request rejects with that error.
   *
   * @throws TypeError if the step is not a function
   * @example
   * ```ts
   * emulator.beforeNextList(() => {}); // the first page is as it is
   * emulator.beforeNextList(() => {
   *   emulator.addTask({ shareId });
   *   emulator.deleteTask(shareId, oldest, { duration: 0 });
   * }, { times: Infinity });
   * ```
   */
  beforeNextList(step: () => void, options?: QueueOptions): void;
  /**
   * Resets the emulator: removes requests, faults, steps, failed signatures and all added objects. The documented example remains.
   */
  reset(): void;
}

const NO_FAULT: Fault = Object.freeze({});

/**
 * An SFS Turbo in memory: as `fetch` in a unit test, or behind a server for development.
 *
 * It starts with the file system and the task of the vendor's documentation (`documentedTask`). This task is `DOING` until a
 * test ends it. The emulator shows, lists, creates and deletes tasks.
 *
 * It accepts a request with the token, or with a signature of the access key (SDK-HMAC-SHA256). A signature is verified as the
 * gateway does it: over the request that arrived, within 15 minutes of the clock, and the 401 contains the gateway's canonical
 * request. After more than five failures in a row the key is locked for five minutes of the clock.
 *
 * Where the documentation does not say what happens, the emulator does the following:
 *
 * - A list starts with the task that started last.
 * - `start_time` and `end_time` select the tasks that started between them, both inclusive.
 * - `count` is the number of all tasks that pass the filters.
 * - Without a `limit` a list has at most 1000 tasks.
 * - A task that is `DOING` may be deleted.
 * - A body that is refused gets one of the documented codes, and a text that says what is wrong.
 * - If a request has both a token and a signature, the signature decides.
 * - Every mistake in a signature counts as a failure.
 * - A plus sign in a query is signed as a plus sign.
 * - `X-Sdk-Content-Sha256` is accepted unchanged, whatever the body.
 * - A temporary key without its security token is an unknown key; with a wrong security token, the token cannot be decrypted.
 *
 * @throws TypeError if an option is not valid
 * @example
 * ```ts
 * import { createClient } from "sfs-turbo-tasks";
 * import { createEmulator } from "sfs-turbo-tasks/emulator";
 *
 * const emulator = createEmulator({ taskDuration: 100 });
 * const { endpoint, projectId, token, fetch } = emulator;
 * const client = createClient({ endpoint, projectId, token, fetch });
 *
 * const shareId = emulator.addFileSystem();
 * const { taskId } = await client.createTask({ shareId, type: "export", srcTarget: "results" });
 * (await client.waitForTask({ shareId, taskId, interval: 250 })).status; // "SUCCESS"
 * (await client.listTasks({ shareId })).count; // 1
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { token, credentials, projectId, cors, taskDuration, maxRunningTasks, ...rest } =
    readOptions(options);
  const now = () => checkTime("now()", rest.now());
  const fileSystems = createFileSystems(now, taskDuration);
  const gateway = { admission: createAdmission({ token, credentials, now }), projectId };
  const faults = createQueue<Fault>();
  const steps = createQueue<() => void>();
  const requests: RecordedRequest[] = [];
  const service = { fileSystems, maxRunningTasks, beforeList: () => steps.take()?.() };
  let answered = 0;

  function usual(arrived: ArrivedRequest): Usual {
    const { method, requestId } = arrived.record;
    const identification = { "x-request-id": requestId };
    if (method === "OPTIONS" && cors !== "none") {
      return {
        headers: { ...identification, ...PREFLIGHT_HEADERS },
        answer: async () => ({ status: 204, body: "" }),
      };
    }
    return {
      headers: { ...identification, ...ANSWER_HEADERS[cors] },
      answer: () => answerRequest(arrived, gateway, service),
    };
  }

  return Object.freeze({
    token,
    credentials,
    projectId,
    endpoint: "https://sfs-turbo.emulator.invalid",
    requests,
    async fetch(input: Request | string | URL, init?: RequestInit) {
      const call = readCall(input, init);
      refuseEnded(call);
      const body = mayHaveBody(call) ? await readBody(call) : NO_BODY;
      answered += 1;
      const arrived = receiveCall(call, body, `e5f0${answered.toString(16).padStart(28, "0")}`);
      requests.push(arrived.record);
      const fault = arrived.record.method === "OPTIONS" ? undefined : faults.take();
      return deliver(usual(arrived), fault ?? NO_FAULT, call);
    },
    addFileSystem: fileSystems.add,
    addTask: fileSystems.addTask,
    finishTask: fileSystems.finishTask,
    deleteTask: fileSystems.deleteTask,
    misbehave: (fault: Fault, options?: QueueOptions) => faults.add(checkFault(fault), options),
    beforeNextList: (step: () => void, options?: QueueOptions) =>
      steps.add(checkFunction("step", step), options),
    reset() {
      requests.length = 0;
      faults.clear();
      steps.clear();
      gateway.admission.reset();
      fileSystems.reset();
    },
  });
}
