export type {
  ErrorDescription,
  ErrorKind,
  Messages,
  PartialMessages,
  StatusTexts,
  TaskDescription,
  TermDescription,
  Topic,
  TopicTexts,
  TypeTexts,
};
export { addMessages, describeError, describeStatus, describeTask, describeType, formatDuration };

interface ErrorDescription {
  readonly kind: ErrorKind | "aborted" | "unknown";
  readonly title: string;
  readonly explanation: string;
  readonly actions: readonly string[];
  readonly code: string | null;
  readonly requestId: string | null;
  readonly iamAction: string | null;
  readonly serviceMessage: string | null;
  readonly details: string;
  readonly retryable: boolean;
  readonly language: string;
}

type ErrorKind =
  | "invalid-request"
  | "no-credentials"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "throttled"
  | "rejected"
  | "unavailable"
  | "network"
  | "timeout"
  | "invalid-response"
  | "task-failed"
  | "runtime";

type KnownTaskStatus = "DOING" | "SUCCESS" | "FAIL" | "DELETING";

type KnownTaskType = "import" | "import_metadata" | "preload" | "export";

interface Messages {
  readonly topics: Readonly<Record<Topic, TopicTexts>>;
  readonly codes: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<KnownTaskStatus, StatusTexts>>;
  readonly types: Readonly<Record<KnownTaskType, TypeTexts>>;
  readonly task: string;
  readonly units: Readonly<Record<"day" | "hour" | "minute" | "second", string>>;
}

interface PartialMessages {
  readonly topics?: {
    readonly [Name in Topic]?: Partial<TopicTexts>;
  };
  readonly codes?: Readonly<Record<string, string>>;
  readonly statuses?: Readonly<Record<string, Partial<StatusTexts>>>;
  readonly types?: Readonly<Record<string, Partial<TypeTexts>>>;
  readonly task?: string;
  readonly units?: Partial<Messages["units"]>;
}

interface StatusTexts {
  readonly title: string;
  readonly explanation: string;
  readonly timed: string;
}

interface TaskDescription {
  readonly title: string;
  readonly type: string;
  readonly status: string;
  readonly path: string;
  readonly explanation: string;
  readonly actions: readonly string[];
  readonly duration: string | null;
  readonly serviceMessage: string | null;
  readonly requestId: string | null;
  readonly language: string;
}

interface TermDescription {
  readonly title: string;
  readonly explanation: string;
}

type Topic =
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

interface TopicTexts {
  readonly title: string;
  readonly explanation: string;
  readonly actions: readonly string[];
}

interface TypeTexts {
  readonly title: string;
  readonly explanation: string;
}

declare function addMessages(locale: string, table: PartialMessages): void;

declare function describeError(error: unknown, locale?: string): ErrorDescription;

declare function describeStatus(status: string, locale?: string): TermDescription;

declare function describeTask(task: unknown, locale?: string, now?: number): TaskDescription;

declare function describeType(type: string, locale?: string): TermDescription;

declare function formatDuration(milliseconds: number, locale?: string): string;
