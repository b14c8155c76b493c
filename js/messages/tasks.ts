// Texts for people about a task, its status and its type.

import { durationIn } from "./duration.js";
import { text, time } from "./reading.js";
import { filled, type Languages, listAt, textAt } from "./texts.js";

/** The result of `describeStatus` and `describeType`. */
export interface TermDescription {
  /** A word or two, as in the vendor's console. An unknown status or type is shown as the service wrote it. */
  readonly title: string;
  /** What it means; `""` if it is unknown. */
  readonly explanation: string;
}

/** The result of `describeTask`. All texts are plain text: show them as text, not as markup. */
export interface TaskDescription {
  /** Type and path: `Export: results/2026/`. If the service sends neither, the task's id. */
  readonly title: string;
  /** The type in words: `Export`. */
  readonly type: string;
  /** The status in words: `In progress`. */
  readonly status: string;
  /** The interworking directory and the prefix in it: `results/2026/`; `""` if the service sends neither. */
  readonly path: string;
  /** One sentence: what the task is doing or how it ended, and how long it took; `""` for an unknown status. */
  readonly explanation: string;
  /** What to do after a failure, one text per step; otherwise empty. */
  readonly actions: readonly string[];
  /** How long the task took, or how long it has been running; `null` if the times are not known. */
  readonly duration: string | null;
  /** `task.message`: the service's message, verbatim, in the service's language; `null` if it is empty. */
  readonly serviceMessage: string | null;
  /** The request id, for a support ticket; `null` if there is none. */
  readonly requestId: string | null;
  /** The language of the texts, for the `lang` attribute. */
  readonly language: string;
}

/** @param section The section of the table. @param term As the service writes it; any other value has no texts. */
export function termIn(languages: Languages, section: "statuses" | "types", term: unknown): TermDescription {
  const key = typeof term === "string" ? term : "";
  const title = textAt(languages, section, key, "title") || key;
  return { title, explanation: textAt(languages, section, key, "explanation") };
}

/** @param task Anything; never throws. @param now The current time in milliseconds since 1970, for a running task. */
export function taskIn(languages: Languages, task: unknown, now: number): TaskDescription {
  const status = text(task, "status");
  const type = termIn(languages, "types", text(task, "type")).title;
  const path = [text(task, "srcTarget"), text(task, "srcPrefix")].filter((part) => part !== "").join("/");
  const end = status === "DOING" ? time({ now }, "now") : time(task, "endTime");
  const duration = durationIn(languages, end - time(task, "startTime"));
  const { title, explanation } = termIn(languages, "statuses", status);
  return {
    title: filled(textAt(languages, "task"), { type, path }) || type || path || text(task, "taskId"),
    type,
    status: title,
    path,
    explanation: filled(textAt(languages, "statuses", status, "timed"), { duration }) || explanation,
    actions: status === "FAIL" ? listAt(languages, "topics", "task-failed", "actions") : [],
    duration: duration || null,
    serviceMessage: text(task, "message") || null,
    requestId: text(task, "requestId") || null,
    language: languages[0].tag,
  };
}
