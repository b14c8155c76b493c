// The package as it was built, typed by what these tools call: the types of all of it need those of a page.
// @ts-check
import { root } from "../run.mjs";

/**
 * @typedef {import("../../js/errors/error.ts").SfsTurboError} SfsTurboError
 * @typedef {import("../../js/operations/options.ts").Standalone} Standalone
 * @typedef {import("../../js/operations/task.ts").Task} Task
 *
 * @typedef {object} Client
 * @property {import("../../js/operations/get-task.ts").GetTask<unknown>} getTask
 * @property {import("../../js/operations/list-tasks.ts").ListTasks<unknown>} listTasks
 * @property {(options: { shareId: string }) => { toArray(options: { limit: number }): Promise<Task[]> }} listAllTasks
 * @property {import("../../js/operations/create-task.ts").CreateTask<unknown>} createTask
 * @property {import("../../js/operations/delete-task.ts").DeleteTask<unknown>} deleteTask
 * @property {import("../../js/operations/wait-for-task.ts").WaitForTask<unknown>} waitForTask
 *
 * @typedef {object} Package
 * @property {(defaults: Standalone) => Client} createClient
 * @property {(value: unknown) => value is SfsTurboError} isSfsTurboError
 */

/** @returns {Promise<Package>} */
export function loadPackage() {
  // By its path, which a checkout without a build does not have yet when this file is checked.
  return import(`${root}dist/index.js`);
}

/** @returns {Promise<typeof import("../../js/emulator/index.ts")>} */
export function loadEmulator() {
  return import(`${root}dist/emulator.js`);
}
