// Caches the result of a source and renews it in time. Only one renewal runs at a time. Until then the old value is used.

import { isNotConfigured } from "./error.js";
import { type KeySource, ownOf, type SourcedKey } from "./key.js";

const MINUTE = 60_000;

/** How long before the expiry a renewal starts, in milliseconds. */
export const USUAL_LEAD = 5 * MINUTE;

/** When a value without an expiry is read again, because a file may change; and how long it is used after a failed reading. */
const REREADING = 5 * MINUTE;

/** The pause after a failed renewal while the old value is still valid: five refusals in a row lock a key. */
const PAUSE = MINUTE;

/** The result of a source, and its expiry in milliseconds since the epoch, if it has one. */
export interface Given<Value> {
  readonly value: Value;
  readonly end: number | undefined;
}

interface Kept<Value> extends Given<Value> {
  /** When a renewal is due. */
  due: number;
  /** Until when the value is used if renewals fail: its expiry. For a value without one, it is set by the first failed reading. */
  last: number | undefined;
}

/** The cache of one source with one identity. */
export class Memo<Value> {
  private kept: Kept<Value> | undefined;
  private renewal: Promise<Value> | undefined;

  /** @param lead Milliseconds before the expiry at which a renewal starts; at most half of the lifetime. */
  constructor(
    private readonly renew: () => Promise<Given<Value>>,
    private readonly lead = USUAL_LEAD,
  ) {}

  async ask(): Promise<Value> {
    const { kept } = this;
    if (kept !== undefined && Date.now() < kept.due) return kept.value;
    this.renewal ??= this.begin();
    if (kept?.end !== undefined && Date.now() < kept.end) {
      // If the failure lasts, a later call reports it.
      this.renewal.catch(() => undefined);
      return kept.value;
    }
    return await this.renewal;
  }

  /** Drops the cached value if it is this one, because it was refused. */
  drop(refused: unknown): void {
    if (this.kept !== undefined && this.kept.value === refused) this.kept = undefined;
  }

  private async begin(): Promise<Value> {
    try {
      const given = await this.renew();
      const now = Date.now();
      const { end } = given;
      const due = end === undefined ? now + REREADING : Math.max(end - this.lead, now + (end - now) / 2);
      this.kept = { ...given, due, last: end };
      return given.value;
    } catch (error) {
      const { kept } = this;
      const now = Date.now();
      const last = kept === undefined ? now : lastOf(kept, error, now);
      if (kept === undefined || now >= last) {
        this.kept = undefined;
        throw error;
      }
      kept.last = last;
      kept.due = Math.min(now + PAUSE, last);
      return kept.value;
    } finally {
      this.renewal = undefined;
    }
  }
}

/** Until when the cached value is used after a failed renewal. */
function lastOf<Value>({ end, last }: Kept<Value>, error: unknown, now: number): number {
  // If a permanent key was removed, it must not be used any more.
  if (end === undefined && isNotConfigured(error)) return now;
  return last ?? now + REREADING;
}

/** A function that gets keys once, and again in time. */
export function memoized(renew: () => Promise<SourcedKey>, lead?: number): KeySource {
  const memo = new Memo<SourcedKey>(async () => {
    const value = await renew();
    return { value, end: ownOf(value, "expiration")?.getTime() };
  }, lead);
  return () => memo.ask();
}
