// Entry of sfs-turbo-tasks/messages/en: the same in English alone, for a page that speaks nothing else.

import { durationIn } from "../duration.js";
import { type ErrorDescription, errorIn } from "../errors.js";
import { english } from "../languages/en.js";
import type { Messages } from "../table.js";
import { type TaskDescription, type TermDescription, taskIn, termIn } from "../tasks.js";
import type { Languages } from "../texts.js";

export type { ErrorKind } from "../../errors/kinds.js";
export type { ErrorDescription } from "../errors.js";
export type { Messages, StatusTexts, Topic, TopicTexts, TypeTexts } from "../table.js";
export type { TaskDescription, TermDescription } from "../tasks.js";

const languages: Languages = [{ tag: "en", messages: english }];

/** The texts themselves: to hand to `addMessages`, to translate, to look through. */
export const messages: Messages = english;

/**
 * What happened and what to do, in English.
 *
 * @param error Anything that was caught, or what `toJSON` made of it; never throws.
 */
export function describeError(error: unknown): ErrorDescription {
  return errorIn(languages, error);
}

/**
 * A task in English.
 *
 * @param task A task, or what JSON made of it; never throws.
 * @param now For how long it has been running: milliseconds since 1970. Default: now.
 */
export function describeTask(task: unknown, now: number = Date.now()): TaskDescription {
  return taskIn(languages, task, now);
}

/** A status in English. One that is not known here is its own title. */
export function describeStatus(status: string): TermDescription {
  return termIn(languages, "statuses", status);
}

/** A type of task in English. One that is not known here is its own title. */
export function describeType(type: string): TermDescription {
  return termIn(languages, "types", type);
}

/** A duration in English, in its two largest units; `""` for what is none. */
export function formatDuration(milliseconds: number): string {
  return durationIn(languages, milliseconds);
}
