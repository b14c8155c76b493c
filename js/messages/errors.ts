// Describes an error for people: what happened, and what to do.

import type { ErrorKind } from "../errors/kinds.js";
import { field, own, text } from "./reading.js";
import type { Topic } from "./table.js";
import { filled, type Languages, listAt, textAt } from "./texts.js";
import { canonical, iamActionOf, topicOfCode } from "./topics.js";

/** The result of `describeError`. All texts are plain text: show them as text, not as markup. */
export interface ErrorDescription {
  /** The error's kind; `"aborted"` for a cancelled call, `"unknown"` for an error that is not from this package. */
  readonly kind: ErrorKind | "aborted" | "unknown";
  /** A few words, without a full stop: `No permission`. */
  readonly title: string;
  /** What happened, in a sentence or two. Never empty. */
  readonly explanation: string;
  /** What to do, one text per step; empty if there is nothing to do. */
  readonly actions: readonly string[];
  /** The error's code, verbatim, such as `SFS.TURBO.0106`; `null` for an error that is not from this package. */
  readonly code: string | null;
  /** The request id, for a support ticket; `null` if there is none. */
  readonly requestId: string | null;
  /** The IAM action that is missing, for `forbidden`; otherwise `null`. */
  readonly iamAction: string | null;
  /**
   * The service's message, verbatim, in the service's language; `null` if there is none. Show it as a quotation. For a code
   * without a text of its own it is the most precise information.
   */
  readonly serviceMessage: string | null;
  /** The error's message, in English, for logs and for support; `""` if it has none. */
  readonly details: string;
  /** Whether the same call may succeed later. If so, offer a retry. */
  readonly retryable: boolean;
  /** The language of the texts, for the `lang` attribute: `en`, `zh-CN`, `es`, or an added language. */
  readonly language: string;
}

/** Names of other errors, and their kinds. */
const BY_NAME: Readonly<Record<string, ErrorDescription["kind"]>> = {
  AbortError: "aborted",
  TimeoutError: "timeout",
  CredentialsError: "no-credentials",
};

/** The kinds that may have a message of the service. */
const REFUSALS: readonly ErrorKind[] = [
  ...(["unauthenticated", "forbidden", "not-found"] as const),
  ...(["throttled", "rejected", "unavailable"] as const),
];

const KINDS: readonly ErrorKind[] = [
  ...REFUSALS,
  ...(["invalid-request", "no-credentials", "network", "timeout"] as const),
  ...(["invalid-response", "task-failed", "runtime"] as const),
];

/** @param error Anything; never throws. */
export function errorIn(languages: Languages, error: unknown): ErrorDescription {
  const name = text(error, "name");
  const kind = text(error, "kind");
  const details = text(error, "message") || (Object(error) === error ? "" : String(error ?? ""));
  // By name, so that JSON of an error and an error of another copy of the package work too.
  const isOurs = name === "SfsTurboError";
  const foreign = own(BY_NAME, name) ?? "unknown";
  // Not every topic is a kind.
  const known = KINDS.find((each) => each === kind) ?? "unknown";
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
  // The core says so only if the request may have arrived.
  if (operation === "createTask" && message.includes("the task may exist")) return "lost-answer";
  return topicOfCode(code) ?? kind;
}

function explanation(languages: Languages, topic: Topic, code: string, httpStatus: unknown): string {
  const exact = typeof httpStatus === "number" ? textAt(languages, "codes", `${code}:${httpStatus}`) : "";
  const ofCode = exact || textAt(languages, "codes", code);
  return (topic !== "lost-answer" && ofCode) || textAt(languages, "topics", topic, "explanation");
}

/** The service's message. If there is none, `errMsg` has words of this package, which are not returned. */
function serviceMessage(error: unknown, kind: string, code: string, message: string): string {
  if (kind === "task-failed") return text(field(error, "task"), "message");
  const said = text(error, "errMsg");
  const isOwn = said === kind.replace("-", " ") || message.includes(`${said}: ${code}`);
  return REFUSALS.some((each) => each === kind) && !isOwn ? said : "";
}
