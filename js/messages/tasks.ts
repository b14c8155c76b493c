// A task, its status and its type for people.

import { durationIn } from "./duration.js";
import { text, time } from "./reading.js";
import { filled, type Languages, listAt, textAt } from "./texts.js";

/** What `describeStatus` and `describeType` give. */
export interface TermDescription {
  /** A word or two, as the vendor's console says it; what is not known here is as the service wrote it. */
  readonly title: string;
  /** What it means; `""` where that is not known here. */
  readonly explanation: string;
}

/** What `describeTask` gives. All of it is plain text, to be shown as text and never as markup. */
export interface TaskDescription {
  /** Type and path: `Export: results/2026/`. Where the service tells neither, the task's id. */
  readonly title: string;
  /** The type in words: `Export`. */
  readonly type: string;
  /** The status in words: `In progress`. */
  readonly status: string;
  /** The interworking directory and what is in it: `results/2026/`; `""` where the service tells none. */
  readonly path: string;
  /** What the task does, or how it ended, and for how long: one sentence; `""` for a status that is not known here. */
  readonly explanation: string;
  /** What to do after a failure, one text a step; else empty. */
  readonly actions: readonly string[];
  /** How long it took, or has been running; `null` where the times are not known. */
  readonly duration: string | null;
  /** `task.message`: the service's own words, verbatim, in the service's language; `null` where it said nothing. */
  readonly serviceMessage: string | null;
  /** For a support ticket; `null` where there is none. */
  readonly requestId: string | null;
  /** The language of the texts, for an attribute `lang`. */
  readonly language: string;
}

/** @param section Where the texts are. @param term As the service writes it; anything else has no texts. */
export function termIn(languages: Languages, section: "statuses" | "types", term: unknown): TermDescription {
  const key = typeof term === "string" ? term : "";
  const title = textAt(languages, section, key, "title") || key;
  return { title, explanation: textAt(languages, section, key, "explanation") };
}

/** @param task Anything; never throws. @param now For how long it has been running: milliseconds since 1970. */
export function taskIn(languages: Languages, task: unknown, now: number): TaskDescription {
  const status = text(task, "status");
  const type = termIn(languages, "types", text(task, "type")).title;
  const path = [text(task, "srcTarget"), text(task, "srcPrefix")].filter((part) => part !== "").join("/");
  const end = status === "DOING" ? now : time(task, "endTime");
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
