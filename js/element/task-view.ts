// A task in words, and the colour of its status.

import type { Task } from "../operations/task.js";
import { fieldOf, type Speech } from "./failure.js";
import { durationText } from "./times.js";

/** How something stands, by which it is coloured; `""` is none of these. */
export type Tone = "run" | "good" | "bad" | "wait" | "";

const tones: Readonly<Record<string, Tone>> = {
  DOING: "run",
  SUCCESS: "good",
  FAIL: "bad",
  DELETING: "wait",
};

export function toneOf(status: string): Tone {
  return fieldOf(tones, status) as Tone;
}

/** A status in words; as the service writes it where nobody has any. */
export function statusText(status: string, { words, messages, language }: Speech): string {
  return messages.describeStatus?.(status, language).title || fieldOf(words.statuses, status) || status;
}

/** A type in words; as the service writes it where nobody has any. */
export function typeText(type: string, { words, messages, language }: Speech): string {
  return messages.describeType?.(type, language).title || fieldOf(words.types, type) || type || words.task;
}

/** The directory and what is in it: `results/2026/`. */
export function pathText({ srcTarget, srcPrefix }: Task): string {
  return `${srcTarget}/${srcPrefix}`;
}

/** How long it took, or has been running; `""` where the times do not say. */
export function tookText({ startTime, endTime, status }: Task, { words }: Speech, now = Date.now()): string {
  const end = endTime?.getTime() ?? (status === "DOING" ? now : Number.NaN);
  const milliseconds = end - (startTime?.getTime() ?? Number.NaN);
  // A clock may be behind that of the service.
  return Number.isNaN(milliseconds) ? "" : durationText(Math.max(0, milliseconds), words);
}
