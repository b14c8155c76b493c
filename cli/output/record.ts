// One object as lines with a name and a value.

import type { Task } from "sfs-turbo-tasks";
import type { Screen } from "../terminal/screen.js";
import { visible } from "../terminal/visible.js";
import { widthOf, wrap } from "../terminal/width.js";
import { took } from "./task-words.js";
import type { Zone } from "./time.js";

/** Names and values. A name without a value is left out. */
export type Fields = readonly (readonly [name: string, value: string | null | undefined])[];

/** Values that are too long continue in the next line. */
export function writeRecord(screen: Screen, fields: Fields): void {
  const shown = fields.filter((field): field is [string, string] => Boolean(field[1]));
  const names = Math.max(...shown.map(([name]) => widthOf(name))) + 2;
  for (const [name, value] of shown) {
    const title = screen.dataStyle("bold", name);
    const text = visible(value);
    const room = screen.width - names;
    // An id or a URL is never broken, because users copy it.
    if (/^[!-~]+$/.test(text) && text.length > room) {
      screen.data(`${title}\n${" ".repeat(Math.max(0, Math.min(2, screen.width - text.length)))}${text}\n`);
      continue;
    }
    for (const [index, line] of wrap(text, room).entries()) {
      screen.data(`${index === 0 ? title + " ".repeat(names - widthOf(name)) : " ".repeat(names)}${line}\n`);
    }
  }
}

/** The fields of a task. */
export function taskRecord(task: Task, zone: Zone): Fields {
  const time = (value: Date | null) => value && `${zone.write(value)} (${zone.name})`;
  return [
    ["task", task.taskId],
    ["status", task.status],
    ["message", task.message],
    ["type", task.type],
    ["directory", task.srcTarget],
    ["prefix", task.srcPrefix],
    ["started", time(task.startTime)],
    ["ended", time(task.endTime)],
    ["took", took(task)],
    ["request", task.requestId],
  ];
}
