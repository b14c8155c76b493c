// Keeps what a source gave, and gets it anew in time: one renewal at a time, and the old one serves while it is valid.

import { isNotConfigured } from "./error.js";
import { type KeySource, ownOf, type SourcedKey } from "./key.js";

const minute = 60_000;

/** How long before the end of what is kept a new one is asked for, in milliseconds. */
export const usualLead = 5 * minute;

/** When what has no end is read again: a file may have been changed. And for how long it serves on while that fails. */
const rereading = 5 * minute;

/** How soon after a failed renewal the next one is tried while the old one still serves: five refusals in a row lock a key. */
const pause = minute;

/** What a source gave, and its end in milliseconds since the epoch, if it has one. */
export interface Given<Value> {
  readonly value: Value;
  readonly end: number | undefined;
}

interface Kept<Value> extends Given<Value> {
  /** From when on a new one is asked for. */
  due: number;
  /** Until when it serves while no new one comes: its end; of what has none, known as soon as a reading has failed. */
  last: number | undefined;
}

/** What one source of one identity gave. */
export class Memo<Value> {
  private kept: Kept<Value> | undefined;
  private renewal: Promise<Value> | undefined;

  /** @param lead Milliseconds before the end at which a new one is asked for; half of its life where that is less. */
  constructor(
    private readonly renew: () => Promise<Given<Value>>,
    private readonly lead = usualLead,
  ) {}

  async ask(): Promise<Value> {
    const { kept } = this;
    if (kept !== undefined && Date.now() < kept.due) return kept.value;
    this.renewal ??= this.begin();
    if (kept?.end !== undefined && Date.now() < kept.end) {
      // Who asks later learns of the failure, if it lasts.
      this.renewal.catch(() => undefined);
      return kept.value;
    }
    return await this.renewal;
  }

  /** Forgets what is kept if it is this one: it was refused. */
  drop(refused: unknown): void {
    if (this.kept !== undefined && this.kept.value === refused) this.kept = undefined;
  }

  private async begin(): Promise<Value> {
    try {
      const given = await this.renew();
      const now = Date.now();
      const { end } = given;
      const due = end === undefined ? now + rereading : Math.max(end - this.lead, now + (end - now) / 2);
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
      kept.due = Math.min(now + pause, last);
      return kept.value;
    } finally {
      this.renewal = undefined;
    }
  }
}

/** Until when what is kept serves on although no new one came. */
function lastOf<Value>({ end, last }: Kept<Value>, error: unknown, now: number): number {
  // Who has taken a permanent key away wants it to be used no more.
  if (end === undefined && isNotConfigured(error)) return now;
  return last ?? now + rereading;
}

/** A function that asks for keys once, and again in time. */
export function memoized(renew: () => Promise<SourcedKey>, lead?: number): KeySource {
  const memo = new Memo<SourcedKey>(async () => {
    const value = await renew();
    return { value, end: ownOf(value, "expiration")?.getTime() };
  }, lead);
  return () => memo.ask();
}
