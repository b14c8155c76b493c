// The program of each command of the table. Each is loaded when it runs.

import type { Context } from "./context.js";

/** Runs a command, and returns its exit code. */
export type Run = (context: Context) => Promise<number>;

export const programs: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  list: () => import("./commands/list.js"),
  get: () => import("./commands/get.js"),
  create: () => import("./commands/create.js"),
  delete: () => import("./commands/delete.js"),
  wait: () => import("./commands/wait.js"),
  watch: () => import("./commands/watch.js"),
  emulator: () => import("./commands/emulator.js"),
  whoami: () => import("./commands/whoami.js"),
  completion: () => import("./commands/completion.js"),
  help: () => import("./commands/help.js"),
};
