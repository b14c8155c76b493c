// The requests of this page, the newest first; the older ones are forgotten.
import type { Exchange } from "./exchange";

/** How many are kept. */
const MOST = 200;

type Watcher = (changed: Exchange | undefined) => void;

export class RequestLog {
  #exchanges: Exchange[] = [];
  readonly #watchers: Watcher[] = [];

  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  add(exchange: Exchange): void {
    this.#exchanges = [exchange, ...this.#exchanges].slice(0, MOST);
    this.tell(exchange);
  }

  clear(): void {
    this.#exchanges = [];
    this.tell(undefined);
  }

  /** Tells of a request that is new or otherwise than it was; `undefined`: all are gone. */
  tell(changed: Exchange | undefined): void {
    for (const watcher of this.#watchers) watcher(changed);
  }

  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
  }
}
