// The entry for Cloudflare Workers, which compile WebAssembly at deployment and never from bytes at run time.

import core from "core:module";
import { createApi } from "./client.js";

export { isSfsTurboError, SfsTurboError } from "./errors/error.js";
export { isEnded } from "./operations/wait-for-task.js";

export const {
  getTask,
  listTasks,
  listAllTasks,
  createTask,
  deleteTask,
  waitForTask,
  watchTask,
  watchTasks,
  createClient,
} = /* @__PURE__ */ createApi(() => core);
