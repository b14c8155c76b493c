// An in-memory SFS Turbo: the object that tests hold.
import { createAdmission, type EmulatorCredentials } from "./admission.js";
import { checkFunction, checkTime } from "./arguments.js";
import { mayHaveBody, NO_BODY, readBody } from "./body.js";
import { answerHeaders, preflightHeaders } from "./cors.js";
import { deliver, type Usual } from "./delivery.js";
import { checkFault, type Fault } from "./faults.js";
import { createFileSystems } from "./file-systems.js";
import { answerRequest } from "./gateway.js";
import { type EmulatorOptions, readOptions } from "./options.js";
import { refuseEnded } from "./pause.js";
import { createQueue, type QueueOptions } from "./queue.js";
import { type ArrivedRequest, type RecordedRequest, readCall, receiveCall } from "./requests.js";
import type { DeleteTaskOptions, EmulatedTask, FinishTaskOptions, NewTask, TaskIds } from "./tasks.js";

/** An SFS Turbo in memory. Its functions may be taken off it. */
export interface Emulator {
  /** The token that passes. */
  readonly token: string;
  /**
   * The access key whose signatures pass.
   *
   * @example
   * ```ts
   * const { fetch, endpoint, projectId, credentials } = createEmulator();
   * const client = createClient({ fetch, endpoint, projectId, credentials });
   * ```
   */
  readonly credentials: EmulatorCredentials;
  /** The project that the token and the access key are for. */
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
   * Ends a task that is `DOING` now, whatever its duration.
   *
   * @throws TypeError when an argument does not fit, or there is no such task that is `DOING`
   * @example
   * ```ts
   * const created = await client.createTask({ shareId, type: "export", srcTarget: "results" });
   * emulator.finishTask({ shareId, ...created }, { outcome: "FAIL", message: "The bucket is gone." });
   * ```
   */
  finishTask(ids: TaskIds, options?: FinishTaskOptions): void;
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
  misbehave(fault: Fault, options?: QueueOptions): void;
  /**
   * Queues a step for the next list or lists: it is called just before the list is put together, to add tasks and delete
   * some, as happens to those who page through a list in use. A list that a fault keeps from the service takes no step,
   * nor does one that is refused. What the step throws, the request rejects with.
   *
   * @throws TypeError when the step is not a function
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
   * Forgets requests, faults, steps, failed signatures, and whatever was added; the documented example is there again.
   */
  reset(): void;
}

const NO_FAULT: Fault = Object.freeze({});

/**
 * An SFS Turbo that lives in memory: as `fetch` in a unit test, or behind a server for development.
 *
 * From the start it knows the file system and the task of the vendor's documentation (`documentedTask`), which is
 * `DOING` until it is told to end. It shows, lists, creates and deletes tasks.
 *
 * A request passes with the token, or with a signature of the access key (SDK-HMAC-SHA256), which is verified as the
 * gateway does it: over what arrived, within 15 minutes of the clock, with the gateway's own canonical request in the
 * 401. After more than five failures in a row the key is locked for five minutes of the clock.
 *
 * Where the documentation is silent, it does this: a list begins with the task that began last; `start_time` and
 * `end_time` keep the tasks that began between them, both included; `count` tells how many tasks pass the filters in
 * all; without a `limit` there are 1000 tasks at most; a task that is `DOING` may be deleted; a body that is refused
 * has one of the documented codes, and a text that says what is wrong with it. Of a request with both a token and a
 * signature the signature decides; whatever is wrong with a signature counts as a failure; a plus sign in a query is
 * signed as a plus sign; `X-Sdk-Content-Sha256` is taken as it is, whatever the body; a temporary key without its
 * security token is a key that does not exist, and with another one a token that cannot be decrypted.
 *
 * @throws TypeError when an option does not fit
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
        headers: { ...identification, ...preflightHeaders },
        answer: async () => ({ status: 204, body: "" }),
      };
    }
    return {
      headers: { ...identification, ...answerHeaders[cors] },
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
