// Entry of sfs-turbo-tasks/messages: errors and tasks in words for people, in English, Chinese and Spanish.

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
 * What happened and what to do, for people.
 *
 * It takes whatever was caught: an error of this package, also one of another copy or realm, what `toJSON` made of one, the
 * reason of an abort, anything else. It never throws.
 *
 * @param error Anything.
 * @param locale A BCP 47 tag in any spelling, such as `zh`, `zh_CN`, `ES-mx`. A language that is not there is served in
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
 * A task in words: what it is, how it stands, for how long, and what to do after a failure.
 *
 * @param task A task, or what JSON made of one; never throws.
 * @param locale As for {@link describeError}.
 * @param now For how long it has been running: milliseconds since 1970. Default: now.
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
 * A status in words. One that is not known here is its own title.
 *
 * @param status As the service writes it, such as `DOING`.
 * @param locale As for {@link describeError}.
 */
export function describeStatus(status: string, locale?: string): TermDescription {
  return termIn(inLocale(locale), "statuses", status);
}

/**
 * A type of task in words. One that is not known here is its own title.
 *
 * @param type As the service writes it, such as `import_metadata`.
 * @param locale As for {@link describeError}.
 */
export function describeType(type: string, locale?: string): TermDescription {
  return termIn(inLocale(locale), "types", type);
}

/**
 * A duration in its two largest units: `2 h 5 min`, `2 小时 5 分钟`.
 *
 * @param milliseconds Less than a second is `0 s`; a negative or infinite one, and what is no number, is `""`.
 * @param locale As for {@link describeError}.
 */
export function formatDuration(milliseconds: number, locale?: string): string {
  return durationIn(inLocale(locale), milliseconds);
}

/**
 * Adds a language, or texts to one that is there. Texts that are not given come from the next best language: `es-MX` from
 * `es`, and all from English.
 *
 * It changes the tables of this module, for everyone who imports it: call it once, where the page or process starts.
 *
 * @param locale The tag of the language, such as `de`, `es-MX`.
 * @param table Some or all texts; it is copied. Codes, statuses and types may be new ones.
 * @throws {TypeError} when the locale is no text, or the table has something that is neither section nor text.
 * @example
 * ```ts
 * addMessages("de", { statuses: { DOING: { title: "Läuft" } } });
 * ```
 */
export function addMessages(locale: string, table: PartialMessages): void {
  add(locale, table);
}
