// Entry of sfs-turbo-tasks/messages: texts for people about errors and tasks, in English, Chinese and Spanish.

import { durationIn } from "./duration.js";
import { type ErrorDescription, errorIn } from "./errors.js";
import { languagesFor } from "./locale.js";
import { add, allLanguages } from "./registry.js";
import type { PartialMessages } from "./table.js";
import { type TaskDescription, type TermDescription, taskIn, termIn } from "./tasks.js";

export type { ErrorKind } from "../errors/kinds.js";
export type { ErrorDescription } from "./errors.js";
export type { Messages, PartialMessages, StatusTexts, Topic, TopicTexts, TypeTexts } from "./table.js";
export type { TaskDescription, TermDescription } from "./tasks.js";

const inLocale = (locale: string | undefined) => languagesFor(allLanguages(), locale);

/**
 * Explains an error for people: what happened and what to do.
 *
 * It accepts any caught value: an error of this package (also from another copy or realm), the result of its `toJSON`, the
 * reason of an abort, or anything else. It never throws.
 *
 * @param error Any value.
 * @param locale A BCP 47 tag in any spelling, such as `zh`, `zh_CN`, `ES-mx`. A language without texts falls back to
 * English. Default: the language of the page (`<html lang>`, else the browser's) or of the process.
 * @example
 * ```ts
 * const { title, explanation, actions } = describeError(error, "es");
 * ```
 */
export function describeError(error: unknown, locale?: string): ErrorDescription {
  return errorIn(inLocale(locale), error);
}

/**
 * Describes a task in words: what it does, its status, how long it takes, and what to do after a failure.
 *
 * @param task A task, or a task that went through JSON. Never throws.
 * @param locale As for {@link describeError}.
 * @param now The current time in milliseconds since 1970, for a task that is running. Default: now.
 * @example
 * ```ts
 * const { title, status, explanation } = describeTask(task, "en");
 * console.log(title, status, explanation); // Export: results/2026 In progress The task has been running for 5 min.
 * ```
 */
export function describeTask(task: unknown, locale?: string, now: number = Date.now()): TaskDescription {
  return taskIn(inLocale(locale), task, now);
}

/**
 * Describes a status in words. The title of an unknown status is the status itself.
 *
 * @param status As the service writes it, such as `DOING`.
 * @param locale As for {@link describeError}.
 */
export function describeStatus(status: string, locale?: string): TermDescription {
  return termIn(inLocale(locale), "statuses", status);
}

/**
 * Describes a task type in words. The title of an unknown type is the type itself.
 *
 * @param type As the service writes it, such as `import_metadata`.
 * @param locale As for {@link describeError}.
 */
export function describeType(type: string, locale?: string): TermDescription {
  return termIn(inLocale(locale), "types", type);
}

/**
 * Formats a duration in its two largest units: `2 h 5 min`, `2 小时 5 分钟`.
 *
 * @param milliseconds Less than a second is `0 s`. The result is `""` for a negative or infinite number, and for other values.
 * @param locale As for {@link describeError}.
 */
export function formatDuration(milliseconds: number, locale?: string): string {
  return durationIn(inLocale(locale), milliseconds);
}

/**
 * Adds a language, or texts to an existing language. Missing texts come from the next best language: for `es-MX` from `es`,
 * and finally from English.
 *
 * It changes the tables of this module for all importers. Call it once, when the page or process starts.
 *
 * @param locale The tag of the language, such as `de` or `es-MX`.
 * @param table Some or all texts. It is copied. It may have new codes, statuses and types.
 * @throws {TypeError} If the locale is not a string, or if the table has an unknown section, or a value that is
 * not of the form that it has in English: text, a list of texts, or an object of texts.
 * @example
 * ```ts
 * addMessages("de", { statuses: { DOING: { title: "Läuft" } } });
 * ```
 */
export function addMessages(locale: string, table: PartialMessages): void {
  add(locale, table);
}
