// The events of the elements. All of them bubble, and leave the shadow trees on their way.

import type { Task } from "../operations/task.js";
import type { TaskUpdate } from "../operations/watch-tasks.js";

/** What the events of the elements tell, in `detail`. */
export interface SfsTurboEvents {
  /** The task has been seen for the first time, or has changed. `previous` is `null` the first time. */
  "sfs-task-update": { readonly task: Task; readonly previous: Task | null };
  /** The task has ended, or is not there any more (`gone`). Nothing is asked any more. */
  "sfs-task-settled": { readonly task: Task; readonly gone: boolean };
  /**
   * A look has failed, or the deletion of a task. After a `final` one nothing is asked any more, until `refresh()` or
   * another `client`, `shareId` or `taskId`.
   */
  "sfs-task-error": { readonly error: unknown; readonly final: boolean };
  /** The tasks of the table have been seen for the first time, or have changed. */
  "sfs-tasks-update": Pick<TaskUpdate, "tasks" | "changed" | "count">;
  /** Somebody has chosen a row. */
  "sfs-task-select": { readonly task: Task };
  /**
   * Somebody has pressed "Delete" in a row. Unless it is prevented, the row asks whether to delete, and then deletes. A page
   * that prevents it asks and deletes itself.
   */
  "sfs-task-delete": { readonly task: Task };
}

/** The events of the elements, by name. */
export type SfsTurboEventMap = {
  [Name in keyof SfsTurboEvents]: CustomEvent<SfsTurboEvents[Name]>;
};

/** @returns Whether nobody has prevented it. */
export function tell<Name extends keyof SfsTurboEvents>(
  element: Element,
  name: Name,
  detail: SfsTurboEvents[Name],
  cancelable = false,
): boolean {
  return element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
