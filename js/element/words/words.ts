// What the elements say: the words that they need themselves.

/** The words of a language. Plain text: nothing in it is markup. */
export interface Words {
  /** Statuses, as the service writes them. One that is not here is shown as it is. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Types of tasks, as the service writes them. One that is not here is shown as it is. */
  readonly types: Readonly<Record<string, string>>;
  /** What a failure is called, by the `kind` of its error; `error` is any other. */
  readonly failures: Readonly<Record<string, string>>;
  /** Units of a duration, behind a number and a space. */
  readonly units: readonly [day: string, hour: string, minute: string, second: string];
  readonly task: string;
  readonly tasks: string;
  readonly fileSystem: string;
  readonly bucket: string;
  readonly status: string;
  readonly type: string;
  readonly path: string;
  readonly started: string;
  readonly ended: string;
  readonly duration: string;
  readonly paused: string;
  /** Of a task that was there and is not any more. */
  readonly gone: string;
  /** With `{time}`: since the last good look, and until the next one. */
  readonly seen: string;
  readonly next: string;
  /** Before the id of a request. */
  readonly request: string;
  /** Before the name of an IAM action. */
  readonly needs: string;
  readonly copy: string;
  readonly copied: string;
  readonly retry: string;
  /** The first choice of a filter. */
  readonly all: string;
  readonly empty: string;
  readonly more: string;
  readonly delete: string;
  /** Asked before a task is deleted, and the other answer. */
  readonly confirm: string;
  readonly keep: string;
}
