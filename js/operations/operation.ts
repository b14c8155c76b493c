// What an operation is on this side: its name, its place in the core's list, and the options that are its own.

/** The options that every operation has and the core judges, in the order of `COMMON` in src/operation.rs. */
export const commonOptions = [
  "region",
  "endpoint",
  "projectId",
  "timeout",
  "attemptTimeout",
  "maxRetries",
  "maxResponseBytes",
  "allowInsecure",
] as const;

/** The options that every operation has and that never enter the core: they belong to the page or process. */
export const hostOptions = [
  "token",
  "credentials",
  "fetch",
  "signal",
  "headers",
  "fetchOptions",
  "onRetry",
] as const;

/** One operation. The rest of it is a table in src/operation. */
export interface Operation {
  readonly name: string;
  /** Its place in `OPERATIONS` of src/operation.rs. */
  readonly number: number;
  /** The names of its own options, in the order of its table. */
  readonly options: readonly string[];
  /** Whether it asks again and again. Never left out: a stranger may have given `Object.prototype` the name. */
  readonly follows: boolean;
  /** Whether it makes a new task. */
  readonly creates: boolean;
}

/** The place of each option in the values of a call: the host's, the common ones, the operation's own. */
export function placesOf(ownOptions: readonly string[]): ReadonlyMap<string, number> {
  const names = [...hostOptions, ...commonOptions, ...ownOptions];
  return new Map(names.map((name, place) => [name, place]));
}
