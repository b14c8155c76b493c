// Data as JSON, for programs.

import type { Task } from "sfs-turbo-tasks";
import { visibleJson } from "../terminal/visible.js";

/** A task's fields; the service's own object only on request. */
export function taskFields({ raw, ...fields }: Task, withRaw: boolean): object {
  return withRaw ? { ...fields, raw } : fields;
}

/** Several lines. */
export function writeJson(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, null, 2))}\n`;
}

/** One line. */
export function writeJsonLine(value: unknown): string {
  return `${visibleJson(JSON.stringify(value))}\n`;
}
