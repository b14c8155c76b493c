// A failure in words: those of `sfs-turbo-tasks/messages` if the page has set them, otherwise the few of the elements.

import type { Task } from "../operations/task.js";
import type { Words } from "./words/words.js";

/** The part of the result of `describeError` of `sfs-turbo-tasks/messages` that the elements show. */
export interface DescribedError {
  readonly title: string;
  readonly explanation: string;
  readonly actions: readonly string[];
  readonly serviceMessage: string | null;
}

/**
 * Texts for people: the module `sfs-turbo-tasks/messages`, one of its languages, or an object with the same functions.
 *
 * @example
 * ```ts
 * import * as messages from "sfs-turbo-tasks/messages";
 * SfsTurboElement.messages = messages;
 * ```
 */
export interface ElementMessages {
  describeError?(error: unknown, locale?: string): DescribedError;
  describeStatus?(status: string, locale?: string): { readonly title: string };
  describeType?(type: string, locale?: string): { readonly title: string };
}

/** The words and their language. */
export interface Speech {
  readonly language: string;
  readonly words: Words;
  readonly messages: ElementMessages;
}

/** What the elements show of a failure. */
export interface Failure {
  readonly title: string;
  readonly text: string;
  readonly advice: string;
  readonly requestId: string;
}

/** Kinds that share the title of another kind. */
const alike: Readonly<Record<string, string>> = {
  "no-credentials": "unauthenticated",
  timeout: "network",
  throttled: "unavailable",
};

/** @returns The value; `undefined` if that throws: what a page or another client provides may do so. */
export function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Reads a field of any value. */
export function fieldOf(value: unknown, name: string): string {
  const field = attempt(() => (Object(value) as Readonly<Record<string, unknown>>)[name]);
  return typeof field === "string" ? field : "";
}

/** @param error The error that ended a watch, or an error that stands for a failed task. */
export function failureOf(error: unknown, { language, words, messages }: Speech): Failure {
  const kind = fieldOf(error, "kind");
  const code = fieldOf(error, "errCode");
  const message = fieldOf(error, "message") || attempt(() => String(error)) || "";
  const failure = {
    title: fieldOf(words.failures, fieldOf(alike, kind) || kind) || fieldOf(words.failures, "error"),
    text: fieldOf(error, "errMsg") || message,
    requestId: fieldOf(error, "requestId"),
  };
  const described = attempt(() => {
    const { title, explanation, actions, serviceMessage } = (messages.describeError?.(error, language) ||
      {}) as DescribedError;
    const text = (kind === "task-failed" && serviceMessage) || explanation;
    return { ...failure, title, text, advice: [actions.join(" "), code].filter(Boolean).join(" · ") };
  });
  if (described) return described;
  const action = /sfsturbo:shares:\w+/.exec(message);
  return { ...failure, advice: [...(action ? [`${words.needs}: ${action[0]}`] : []), code].join(" · ") };
}

/** An error that stands for a task that has ended as `FAIL`. */
export function errorOf(task: Task, { statuses }: Words): unknown {
  const { message, requestId } = task;
  return {
    ...{ name: "SfsTurboError", kind: "task-failed", operation: "watchTask", task, requestId },
    message: message || statuses.FAIL,
  };
}
