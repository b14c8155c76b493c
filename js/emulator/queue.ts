// Queues of faults and steps for the next requests.
import { checkKeys, checkWhole } from "./arguments.js";

/** The options of a queued fault or step. */
export interface QueueOptions {
  /** For how many requests it is used; `Infinity`: for all requests until `reset`. Default: 1. */
  readonly times?: number | undefined;
}

/** A queue of items for the next requests. */
export interface Queue<Item> {
  add(item: Item, options?: QueueOptions): void;
  /** Takes the item for the next request. */
  take(): Item | undefined;
  clear(): void;
}

export function createQueue<Item>(): Queue<Item> {
  const queue: { readonly item: Item; remaining: number }[] = [];
  return {
    add(item, options = {}) {
      const { times = 1 } = checkKeys("options", options, ["times"]);
      if (times !== Number.POSITIVE_INFINITY) checkWhole("times", times, 1);
      queue.push({ item, remaining: times });
    },
    take() {
      const next = queue[0];
      if (next === undefined) return undefined;
      next.remaining -= 1;
      if (next.remaining === 0) queue.shift();
      return next.item;
    },
    clear() {
      queue.length = 0;
    },
  };
}
