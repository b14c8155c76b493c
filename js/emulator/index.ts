// Entry of sfs-turbo-tasks/emulator: an SFS Turbo without a cloud account, for tests and for front-end development.

export type { DocumentedAnswer } from "./answers.js";
export { documentedAnswers, documentedTask } from "./answers.js";
export type { CorsMode } from "./cors.js";
export type { Emulator, EmulatorOptions } from "./emulator.js";
export { createEmulator } from "./emulator.js";
export type { Fault, MisbehaveOptions } from "./faults.js";
export type { RecordedRequest } from "./requests.js";
export type { DeleteTaskOptions, EmulatedTask, NewTask, TaskOutcome } from "./tasks.js";
