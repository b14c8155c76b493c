// createClient and the functions of an entry, made from the list of operations.

import { Call } from "./call/call.js";
import { type Given, Options } from "./call/given.js";
import { Core, type LoadCore } from "./core/core.js";
import { typed } from "./errors/failure.js";
import { type GetTask, getTaskOperation, type StandaloneGetTaskOptions } from "./operations/get-task.js";
import type { Operation } from "./operations/operation.js";
import type { ClientOptions, MissingOptions, OnlyOptions, Standalone } from "./operations/options.js";
import type { Task } from "./operations/task.js";

/**
 * What makes calls with shared options. Its methods need no `this` and may be destructured.
 *
 * `Given` is the type of what the client was given: what it lacks of place, project and token each call needs.
 */
export interface Client<Given extends ClientOptions = Standalone> {
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
  getTask: GetTask<MissingOptions<Given>>;
}

/** What an entry exports. */
export interface Api {
  getTask(options: StandaloneGetTaskOptions): Promise<Task>;
  createClient<const Given extends ClientOptions>(defaults: Given & OnlyOptions<Given>): Client<Given>;
}

/** Makes the functions of an entry. */
export function createApi(load: LoadCore): Api {
  const core = new Core(load);
  const clientOptions = new Options("createClient", []);
  const optionsOf = (operation: Operation) => new Options(operation.name, operation.options);
  const getTaskOptions = optionsOf(getTaskOperation);

  /** The function itself never throws. Its promise is the call's: the stack of an error shows the line that waits for it. */
  const functionOf =
    <Result>(operation: Operation, options: Options, defaults?: Given) =>
    (given: unknown): Promise<Result> => {
      try {
        return new Call(core, operation, options.read(given, defaults)).run() as Promise<never>;
      } catch (error) {
        return Promise.reject(typed(error, operation.name));
      }
    };

  return {
    getTask: functionOf<Task>(getTaskOperation, getTaskOptions),
    createClient(given) {
      const defaults = clientOptions.read(given);
      return { getTask: functionOf<Task>(getTaskOperation, getTaskOptions, defaults) };
    },
  };
}
