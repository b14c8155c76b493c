// A task in words, and the colour of its status.

import type { Task } from "../operations/task.js";
import { attempt, fieldOf, type Speech } from "./failure.js";
import { durationText, instantOf } from "./times.js";

/** The tone that decides the colour; `""`: none. */
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

/** A status in words; without words, as the service writes it. */
export function statusText(status: string, { words, messages, language }: Speech): string {
  return (
    attempt(() => messages.describeStatus?.(status, language).title) ||
    fieldOf(words.statuses, status) ||
    status
  );
}

/** A type in words; without words, as the service writes it. */
export function typeText(type: string, { words, messages, language }: Speech): string {
  return (
    attempt(() => messages.describeType?.(type, language).title) ||
    fieldOf(words.types, type) ||
    type ||
    words.task
  );
}

/** The directory and the object in it: `results/2026/`. */
export function pathText({ srcTarget, srcPrefix }: Task): string {
  return `${srcTarget}/${srcPrefix}`;
}

/** How long the task took, or has been running; `""` if its times are not known. */
export function tookText({ startTime, endTime, status }: Task, { words }: Speech, now = Date.now()): string {
  const end = !endTime && status === "DOING" ? now : instantOf(endTime);
  const milliseconds = end - instantOf(startTime);
  // The clock of this machine may be behind the clock of the service.
  return Number.isNaN(milliseconds) ? "" : durationText(Math.max(0, milliseconds), words);
}
