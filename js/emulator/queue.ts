// Queues of what is meant for the next requests.
import { checkKeys, checkWhole } from "./arguments.js";

/** For how many requests something is queued. */
export interface QueueOptions {
  /** How many requests it is for; `Infinity` for all until `reset`. Default: 1. */
  readonly times?: number | undefined;
}

/** What waits here for the requests that it is meant for. */
export interface Queue<Item> {
  add(item: Item, options?: QueueOptions): void;
  /** What is meant for the next request. */
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
