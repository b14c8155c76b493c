// Entry of sfs-turbo-tasks/element: the classes of the elements. It registers nothing, so it can be imported without a page.

import type { SfsTurboEventMap } from "./events.js";
import type { SfsTurboTask } from "./task.js";
import type { SfsTurboTasks } from "./tasks.js";

export type { ClientContext } from "./client-request.js";
export { SfsTurboElement } from "./element.js";
export type { SfsTurboEventMap, SfsTurboEvents } from "./events.js";
export type { DescribedError, ElementMessages } from "./failure.js";
export type { SfsTurboJsx } from "./jsx.js";
export { addWords } from "./language.js";
export type { ElementClient } from "./live.js";
export type { TaskState } from "./task.js";
export { SfsTurboTask } from "./task.js";
export { SfsTurboTasks } from "./tasks.js";
export type { Words } from "./words/words.js";

declare global {
  interface HTMLElementTagNameMap {
    "sfs-turbo-task": SfsTurboTask;
    "sfs-turbo-tasks": SfsTurboTasks;
  }
  interface GlobalEventHandlersEventMap extends SfsTurboEventMap {}
}
