// The record of a request and its answer, without the token.

/** One call of the client: its requests are its attempts. */
export interface Call {
  readonly name: "createTask" | "deleteTask" | "watchTask" | "watchTasks";
  attempts: number;
  /** Why its next request is a retry. */
  retryReason: string;
}

export type Outcome = "underWay" | "answered" | "noAnswer" | "givenUp";

export interface Exchange {
  readonly number: number;
  readonly call: Call | undefined;
  /** The number of the attempt in its call. */
  readonly attempt: number;
  readonly retryReason: string;
  readonly startedAt: Date;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it contained a token. */
  readonly isSigned: boolean;
  readonly body: string;
  outcome: Outcome;
  status: number;
  /** Milliseconds until the whole answer arrived, or the request failed. */
  took: number;
  requestId: string;
  answerHeaders: Readonly<Record<string, string>>;
  answerBody: string;
  /** The error that the request was rejected with. */
  reason: string;
}

/** A look is one of many requests that only read. */
export function isLook({ call }: Exchange): boolean {
  return call?.name.startsWith("watch") ?? false;
}

export function isFailure({ outcome, status }: Exchange): boolean {
  return outcome === "noAnswer" || status >= 400;
}
