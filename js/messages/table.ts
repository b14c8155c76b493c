// The type of a language: its texts, grouped by subject.

import type { ErrorKind } from "../errors/kinds.js";
import type { KnownTaskStatus, KnownTaskType } from "../operations/task.js";

/**
 * The subject of an error for people: its kind, or something more exact that its code says.
 *
 * `address`: the service is not at this address. `backend`: the bucket that is bound to the directory. `blocked`: an
 * account, a project or a network is blocked. `busy`: another operation runs on the file system. `quota`: a quota is used
 * up. `unsupported`: the file system does not support the operation. `lost-answer`: a task may have been created.
 * `aborted`: the caller cancelled the call. `unknown`: not an error of this package.
 */
export type Topic =
  | ErrorKind
  | "address"
  | "backend"
  | "blocked"
  | "busy"
  | "quota"
  | "unsupported"
  | "lost-answer"
  | "aborted"
  | "unknown";

/** The texts about one thing. */
export interface TopicTexts {
  /** A few words, without a full stop. */
  readonly title: string;
  /** What happened. If {@link Messages.codes} has a text for the error's code, that text is used instead. */
  readonly explanation: string;
  /** What to do, one text per step. A step is left out if the error has no value for its placeholder. */
  readonly actions: readonly string[];
}

/** The texts about a status. */
export interface StatusTexts {
  /** A word or two, for example for a badge. */
  readonly title: string;
  /** What it means for the task. */
  readonly explanation: string;
  /** The same with `{duration}`, used if the times of the task are known. */
  readonly timed: string;
}

/** The texts about a type of task. */
export interface TypeTexts {
  /** The name that the vendor's console uses. */
  readonly title: string;
  /** What such a task does. */
  readonly explanation: string;
}

/**
 * All texts of a language. A placeholder such as `{duration}` marks the place of a value, as in the English text.
 *
 * All texts are plain text, not markup. Escape them as the place where you show them requires.
 */
export interface Messages {
  readonly topics: Readonly<Record<Topic, TopicTexts>>;
  /**
   * What happened, by error code. `APIGW.` stands for all three prefixes of the gateway. `APIGW.0201:413` is used instead
   * of `APIGW.0201` if the answer has that HTTP status.
   */
  readonly codes: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<KnownTaskStatus, StatusTexts>>;
  readonly types: Readonly<Record<KnownTaskType, TypeTexts>>;
  /** The title of a task, with `{type}` and `{path}`. */
  readonly task: string;
  /** The units of a duration, after a number and a space. */
  readonly units: Readonly<Record<"day" | "hour" | "minute" | "second", string>>;
}

/** Some texts of a language. Missing texts come from the next best language, finally from English. */
export interface PartialMessages {
  readonly topics?: { readonly [Name in Topic]?: Partial<TopicTexts> };
  readonly codes?: Readonly<Record<string, string>>;
  /** May also have statuses of a newer service. */
  readonly statuses?: Readonly<Record<string, Partial<StatusTexts>>>;
  /** May also have types of a newer service. */
  readonly types?: Readonly<Record<string, Partial<TypeTexts>>>;
  readonly task?: string;
  readonly units?: Partial<Messages["units"]>;
}
