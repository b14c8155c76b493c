// The elements as JSX tags: only types, and no dependency on a framework.

import type { SfsTurboEventMap } from "./events.js";
import type { SfsTurboTask } from "./task.js";
import type { SfsTurboTasks } from "./tasks.js";

/** Listeners as React 19 and Preact take them: `onsfs-task-update`. */
type Listeners<Names extends keyof SfsTurboEventMap> = {
  readonly [Name in Names as `on${Name}`]?: ((event: SfsTurboEventMap[Name]) => void) | undefined;
};

type Settable<Element, Names extends keyof Element> = {
  readonly [Name in Names]?: Element[Name] | undefined;
};

/**
 * The tags, for the `IntrinsicElements` of a framework.
 *
 * `Common` has the attributes that every tag of the framework takes, such as `React.HTMLAttributes<HTMLElement> &
 * React.RefAttributes<…>`.
 *
 * @example
 * ```ts
 * import type { SfsTurboJsx } from "sfs-turbo-tasks/element";
 * declare module "react" {
 *   namespace JSX {
 *     interface IntrinsicElements extends SfsTurboJsx<React.HTMLAttributes<HTMLElement>> {}
 *   }
 * }
 * ```
 */
export interface SfsTurboJsx<Common = object> {
  "sfs-turbo-task": Common &
    Settable<SfsTurboTask, "client" | "shareId" | "taskId" | "interval" | "paused"> &
    Listeners<"sfs-task-update" | "sfs-task-settled" | "sfs-task-error">;
  "sfs-turbo-tasks": Common &
    Settable<
      SfsTurboTasks,
      "client" | "shareId" | "type" | "status" | "limit" | "interval" | "paused" | "deletable"
    > &
    Listeners<"sfs-tasks-update" | "sfs-task-select" | "sfs-task-delete" | "sfs-task-error">;
}
