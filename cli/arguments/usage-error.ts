// An error for an invalid command line.

/** Its message is enough: no stack is shown. */
export class UsageError extends Error {
  /** The command that gives more help, without the program's name. */
  readonly next: string | undefined;

  constructor(message: string, next?: string) {
    super(message);
    this.next = next;
  }
}
