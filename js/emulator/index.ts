// Entry of sfs-turbo-tasks/emulator: an SFS Turbo without a cloud account, for tests and for front-end development.

export type { EmulatorCredentials } from "./admission.js";
export type { CorsMode } from "./cors.js";
export type { DocumentedAnswer } from "./documented.js";
export { documentedAnswers, documentedTask } from "./documented.js";
export type { Emulator } from "./emulator.js";
export { createEmulator } from "./emulator.js";
export type { Fault } from "./faults.js";
export type { EmulatorOptions } from "./options.js";
export type { QueueOptions } from "./queue.js";
export type { RecordedRequest } from "./requests.js";
export type {
  DeleteTaskOptions,
  EmulatedTask,
  FinishTaskOptions,
  NewTask,
  TaskIds,
  TaskOutcome,
} from "./tasks.js";
