// A command line that makes no sense.

/** Its message is all that a reader needs. */
export class UsageError extends Error {
  /** A command that helps on, without the program's name. */
  readonly next: string | undefined;

  constructor(message: string, next?: string) {
    super(message);
    this.next = next;
  }
}
