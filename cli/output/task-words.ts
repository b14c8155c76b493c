// A task in words: its source and target, its colour, its duration.

import type { Task } from "sfs-turbo-tasks";
import { writeDuration } from "../arguments/duration.js";
import type { Colour } from "../terminal/style.js";
import { visible } from "../terminal/visible.js";

const COLOURS: Readonly<Record<string, Colour>> = {
  SUCCESS: "green",
  FAIL: "red",
  DOING: "cyan",
  DELETING: "yellow",
};

export function colourOf(status: string): Colour | undefined {
  return Object.hasOwn(COLOURS, status) ? COLOURS[status] : undefined;
}

/** The directory, and the object in it. */
export function placeOf({ srcTarget, srcPrefix }: Pick<Task, "srcTarget" | "srcPrefix">): string {
  return visible(srcPrefix === "" ? srcTarget : `${srcTarget}/${srcPrefix}`);
}

/** The source and the target of the transfer. */
export function movement(task: Pick<Task, "type" | "srcTarget" | "srcPrefix">, plain: boolean): string {
  const arrow = plain ? "->" : "→";
  const type = visible(task.type);
  const directory = visible(task.srcTarget);
  const part = task.srcPrefix === "" ? "" : `/${visible(task.srcPrefix)}`;
  if (task.type === "export") return `${type}  ${directory}${part} ${arrow} bucket`;
  if (/^(import|import_metadata|preload)$/.test(task.type)) {
    return `${type}  bucket${part} ${arrow} ${directory}`;
  }
  return `${type}  ${directory}${part}`;
}

/** How long an ended task took; nothing for any other task. */
export function took({ startTime, endTime }: Pick<Task, "startTime" | "endTime">): string {
  return startTime && endTime ? writeDuration(endTime.getTime() - startTime.getTime()) : "";
}
