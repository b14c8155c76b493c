// What is kept of a request and its answer. No token is in it.

/** One call of the client: its requests are its attempts. */
export interface Call {
  readonly name: "createTask" | "deleteTask" | "watchTask" | "watchTasks";
  attempts: number;
  /** Why the next request of it is sent again. */
  retryReason: string;
}

export type Outcome = "underWay" | "answered" | "noAnswer" | "givenUp";

export interface Exchange {
  readonly number: number;
  readonly call: Call | undefined;
  /** Which request of its call it is. */
  readonly attempt: number;
  readonly retryReason: string;
  readonly startedAt: Date;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it carried a token. */
  readonly isSigned: boolean;
  readonly body: string;
  outcome: Outcome;
  status: number;
  /** Milliseconds until all of the answer was there, or none came. */
  took: number;
  requestId: string;
  answerHeaders: Readonly<Record<string, string>>;
  answerBody: string;
  /** What the request was rejected with. */
  reason: string;
}

/** A look is one of many that only ask. */
export function isLook({ call }: Exchange): boolean {
  return call?.name.startsWith("watch") ?? false;
}

export function isFailure({ outcome, status }: Exchange): boolean {
  return outcome === "noAnswer" || status >= 400;
}
