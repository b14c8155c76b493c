// What a language consists of: the texts, by what they are about.

import type { ErrorKind } from "../errors/kinds.js";
import type { KnownTaskStatus, KnownTaskType } from "../operations/task.js";

/**
 * What an error is about, for people: its kind, or what its code says more exactly.
 *
 * `address`: nothing answers there. `backend`: the bucket that is bound to the directory. `blocked`: an account, a project
 * or a network is shut out. `busy`: something else is being done with the file system. `quota`: a quota is used up.
 * `unsupported`: the file system cannot do it. `lost-answer`: a task may have been created. `aborted`: somebody gave it up.
 * `unknown`: no error of this package.
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
  /** What happened; where the error has a code of {@link Messages.codes}, that text stands instead. */
  readonly explanation: string;
  /** What to do, one text a step. One that names what an error does not tell is left out. */
  readonly actions: readonly string[];
}

/** The texts about a status. */
export interface StatusTexts {
  /** A word or two, for a badge. */
  readonly title: string;
  /** What it means for the task. */
  readonly explanation: string;
  /** The same with `{duration}`, where the times of the task are known. */
  readonly timed: string;
}

/** The texts about a type of task. */
export interface TypeTexts {
  /** What the vendor's console calls it. */
  readonly title: string;
  /** What such a task does. */
  readonly explanation: string;
}

/**
 * All texts of a language. A placeholder such as `{duration}` stands where the value goes, as in the English text.
 *
 * Everything is plain text: nothing is markup, and nothing needs escaping but for where you show it.
 */
export interface Messages {
  readonly topics: Readonly<Record<Topic, TopicTexts>>;
  /**
   * What happened, by code. `APIGW.` stands for all three prefixes of the gateway. `APIGW.0201:413` goes before
   * `APIGW.0201` where the answer has that HTTP status.
   */
  readonly codes: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<KnownTaskStatus, StatusTexts>>;
  readonly types: Readonly<Record<KnownTaskType, TypeTexts>>;
  /** How a task is called: `{type}` and `{path}`. */
  readonly task: string;
  /** The units of a duration, after a number and a space. */
  readonly units: Readonly<Record<"day" | "hour" | "minute" | "second", string>>;
}

/** Some texts of a language: what is not there is taken from the next best language, at last from English. */
export interface PartialMessages {
  readonly topics?: { readonly [Name in Topic]?: Partial<TopicTexts> };
  readonly codes?: Readonly<Record<string, string>>;
  /** Also statuses that a newer service has. */
  readonly statuses?: Readonly<Record<string, Partial<StatusTexts>>>;
  /** Also types that a newer service has. */
  readonly types?: Readonly<Record<string, Partial<TypeTexts>>>;
  readonly task?: string;
  readonly units?: Partial<Messages["units"]>;
}
