// An error for people: what happened, and what to do.

import type { ErrorKind } from "../errors/kinds.js";
import { field, own, text } from "./reading.js";
import type { Topic } from "./table.js";
import { filled, type Languages, listAt, textAt } from "./texts.js";
import { canonical, iamActionOf, topicOfCode } from "./topics.js";

/** What `describeError` gives. All of it is plain text, to be shown as text and never as markup. */
export interface ErrorDescription {
  /** The error's kind; `"aborted"` for what was given up, `"unknown"` for what is no error of this package. */
  readonly kind: ErrorKind | "aborted" | "unknown";
  /** A few words, without a full stop: `No permission`. */
  readonly title: string;
  /** What happened, in a sentence or two. Never empty. */
  readonly explanation: string;
  /** What to do, one text a step; empty where there is nothing to do. */
  readonly actions: readonly string[];
  /** The error's code, verbatim, such as `SFS.TURBO.0106`; `null` for what is no error of this package. */
  readonly code: string | null;
  /** For a support ticket; `null` where there is none. */
  readonly requestId: string | null;
  /** The IAM action that is missing, for `forbidden`; else `null`. */
  readonly iamAction: string | null;
  /**
   * The service's own words, verbatim, in the service's language; `null` where it said nothing. Show them as a quotation.
   * Where a code is not known here, they say the most.
   */
  readonly serviceMessage: string | null;
  /** The error's own sentence, in English, for logs and for support; `""` where it has none. */
  readonly details: string;
  /** Whether the same call may succeed later: offer to try again. */
  readonly retryable: boolean;
  /** The language of the texts, for an attribute `lang`: `en`, `zh-CN`, `es`, or one that was added. */
  readonly language: string;
}

/** Names of errors that are not of this package, and what they are about. */
const byName: Readonly<Record<string, ErrorDescription["kind"]>> = {
  AbortError: "aborted",
  TimeoutError: "timeout",
  CredentialsError: "no-credentials",
};

/** The kinds in which the service says something. */
const refusals = ["unauthenticated", "forbidden", "not-found", "throttled", "rejected", "unavailable"];

/** @param error Anything; never throws. */
export function errorIn(languages: Languages, error: unknown): ErrorDescription {
  const name = text(error, "name");
  const kind = text(error, "kind");
  const details = text(error, "message") || (Object(error) === error ? "" : String(error ?? ""));
  // By its name, so that JSON of an error serves as well, and an error of another copy of the package.
  const isOurs = name === "SfsTurboError";
  const foreign = own(byName, name) ?? "unknown";
  const known = isOurs && textAt(languages, "topics", kind, "title") ? (kind as ErrorKind) : "unknown";
  const ours = isOurs ? known : foreign;
  const code = isOurs ? text(error, "errCode") : "";
  const operation = text(error, "operation");
  const topic = isOurs ? topicOf(ours, canonical(code), operation, details) : foreign;
  const iamAction = topic === "forbidden" ? iamActionOf(operation) : "";
  const values = { field: text(error, "field"), action: iamAction };
  return {
    kind: ours,
    title: textAt(languages, "topics", topic, "title"),
    explanation: explanation(languages, topic, canonical(code), field(error, "httpStatus")),
    actions: listAt(languages, "topics", topic, "actions")
      .map((action) => filled(action, values))
      .filter((action) => action !== ""),
    code: code || null,
    requestId: (isOurs && text(error, "requestId")) || null,
    iamAction: iamAction || null,
    serviceMessage: (isOurs && serviceMessage(error, kind, code, details)) || null,
    details,
    retryable: isOurs ? field(error, "retryable") === true : foreign === "timeout",
    language: languages[0].tag,
  };
}

function topicOf(kind: Topic, code: string, operation: string, message: string): Topic {
  // The core says so only where a request may have arrived.
  if (operation === "createTask" && message.includes("the task may exist")) return "lost-answer";
  return topicOfCode(code) ?? kind;
}

function explanation(languages: Languages, topic: Topic, code: string, httpStatus: unknown): string {
  const exact = typeof httpStatus === "number" ? textAt(languages, "codes", `${code}:${httpStatus}`) : "";
  const ofCode = exact || textAt(languages, "codes", code);
  return (topic !== "lost-answer" && ofCode) || textAt(languages, "topics", topic, "explanation");
}

/** What the service said; where it said nothing, an error has words of this package, and none of them are given out. */
function serviceMessage(error: unknown, kind: string, code: string, message: string): string {
  if (kind === "task-failed") return text(field(error, "task"), "message");
  const said = text(error, "errMsg");
  const isOwn = said === kind.replace("-", " ") || message.includes(`${said}: ${code}`);
  return refusals.includes(kind) && !isOwn ? said : "";
}
