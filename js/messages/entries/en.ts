// Entry of sfs-turbo-tasks/messages/en: the same functions for English only, for pages in one language.

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

/** The texts themselves, for example for `addMessages` or for a translation. */
export const messages: Messages = english;

/**
 * Explains an error in English: what happened and what to do.
 *
 * @param error Any caught value, or the result of its `toJSON`. Never throws.
 */
export function describeError(error: unknown): ErrorDescription {
  return errorIn(languages, error);
}

/**
 * Describes a task in English.
 *
 * @param task A task, or a task that went through JSON. Never throws.
 * @param now The current time in milliseconds since 1970, for a task that is running. Default: now.
 */
export function describeTask(task: unknown, now: number = Date.now()): TaskDescription {
  return taskIn(languages, task, now);
}

/** Describes a status in English. The title of an unknown status is the status itself. */
export function describeStatus(status: string): TermDescription {
  return termIn(languages, "statuses", status);
}

/** Describes a task type in English. The title of an unknown type is the type itself. */
export function describeType(type: string): TermDescription {
  return termIn(languages, "types", type);
}

/** Formats a duration in English, in its two largest units; `""` if it is not a duration. */
export function formatDuration(milliseconds: number): string {
  return durationIn(languages, milliseconds);
}
