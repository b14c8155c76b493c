// The words that the elements themselves need.

/** The words of a language. They are plain text: nothing in them becomes markup. */
export interface Words {
  /** Statuses, by the word of the service. A status that is missing here is shown as it is. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Types of tasks, by the word of the service. A type that is missing here is shown as it is. */
  readonly types: Readonly<Record<string, string>>;
  /** The title of a failure, by the `kind` of its error; `error` stands for any other. */
  readonly failures: Readonly<Record<string, string>>;
  /** Units of a duration, written after a number and a space. */
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
  /** For a task that existed and no longer does. */
  readonly gone: string;
  /** With `{time}`: the time since the last good look, and until the next one. */
  readonly seen: string;
  readonly next: string;
  /** Before the request id. */
  readonly request: string;
  /** Before the name of an IAM action. */
  readonly needs: string;
  readonly copy: string;
  readonly copied: string;
  readonly retry: string;
  /** The first option of a filter. */
  readonly all: string;
  readonly empty: string;
  readonly more: string;
  readonly delete: string;
  /** The question before a task is deleted, and the answer that keeps it. */
  readonly confirm: string;
  readonly keep: string;
}
