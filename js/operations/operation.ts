// The JavaScript part of an operation: its name, its position in the core's list, and the names of its own options.

/** The options of every operation that the core checks, in the order of `COMMON` in src/operation.rs. */
export const COMMON_OPTIONS = [
  "region",
  "endpoint",
  "projectId",
  "timeout",
  "attemptTimeout",
  "maxRetries",
  "maxResponseBytes",
  "allowInsecure",
] as const;

/** The options of every operation that never enter the core, because they belong to the page or process. */
export const HOST_OPTIONS = [
  "token",
  "credentials",
  "fetch",
  "signal",
  "headers",
  "fetchOptions",
  "onRetry",
] as const;

/** One operation. Its table in src/operation has the rest. */
export interface Operation {
  readonly name: string;
  /** Its position in `OPERATIONS` of src/operation.rs. */
  readonly number: number;
  /** The names of its own options, in the order of its table. */
  readonly options: readonly string[];
  /** Whether it polls. Required, because a polluted `Object.prototype` may have a property of this name. */
  readonly follows: boolean;
  /** Whether it creates a task. */
  readonly creates: boolean;
}

/** The index of each option in the values of a call: host options, common options, own options. */
export function placesOf(ownOptions: readonly string[]): ReadonlyMap<string, number> {
  const names = [...HOST_OPTIONS, ...COMMON_OPTIONS, ...ownOptions];
  return new Map(names.map((name, place) => [name, place]));
}
