// The events of the elements. All of them bubble, and cross the shadow trees (`composed`).

import type { Task } from "../operations/task.js";
import type { TaskUpdate } from "../operations/watch-tasks.js";

/** The `detail` of each event of the elements. */
export interface SfsTurboEvents {
  /** The task was seen for the first time, or it changed. `previous` is `null` the first time. */
  "sfs-task-update": { readonly task: Task; readonly previous: Task | null };
  /** The task has ended, or it no longer exists (`gone`). The element sends no more requests. */
  "sfs-task-settled": { readonly task: Task; readonly gone: boolean };
  /**
   * A look failed, or the deletion of a task failed. After an error with `final` the element sends no more requests until the
   * page calls `refresh()` or sets another `client`, `shareId` or `taskId`.
   */
  "sfs-task-error": { readonly error: unknown; readonly final: boolean };
  /** The tasks of the table were seen for the first time, or they changed. */
  "sfs-tasks-update": Pick<TaskUpdate, "tasks" | "changed" | "count">;
  /** The user chose a row. */
  "sfs-task-select": { readonly task: Task };
  /**
   * The user pressed "Delete" in a row. By default the row asks for confirmation, and then deletes the task. If the page calls
   * `preventDefault()`, the page has to do both.
   */
  "sfs-task-delete": { readonly task: Task };
}

/** The events of the elements, by name. */
export type SfsTurboEventMap = {
  [Name in keyof SfsTurboEvents]: CustomEvent<SfsTurboEvents[Name]>;
};

/** @returns Whether no listener called `preventDefault()`. */
export function tell<Name extends keyof SfsTurboEvents>(
  element: Element,
  name: Name,
  detail: SfsTurboEvents[Name],
  cancelable = false,
): boolean {
  return element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
