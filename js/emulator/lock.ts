// The gateway's lock on an access key after too many failures in a row.

/** A key stays open after this many failures in a row. One more locks it. */
const MOST_FAILURES = 5;
const LOCK_TIME = 5 * 60_000;

/** The failures and the lock of an access key. */
export interface Lock {
  isLocked(moment: number): boolean;
  /** Counts a failure, and locks the key after too many. */
  fail(moment: number): void;
  /** Removes the failures and the lock. */
  open(): void;
}

export function createLock(): Lock {
  let failures = 0;
  let lockedUntil = Number.NEGATIVE_INFINITY;
  return {
    isLocked: (moment) => moment < lockedUntil,
    fail(moment) {
      failures += 1;
      if (failures <= MOST_FAILURES) return;
      failures = 0;
      lockedUntil = moment + LOCK_TIME;
    },
    open() {
      failures = 0;
      lockedUntil = Number.NEGATIVE_INFINITY;
    },
  };
}
