// The requests of this page, newest first; the oldest are dropped.
import type { Exchange } from "./exchange";

/** How many are kept. */
const MOST = 200;

/** Called with the new and the changed requests. */
type Watcher = (changed: ReadonlySet<Exchange>) => void;

export class RequestLog {
  #exchanges: Exchange[] = [];
  #changed = new Set<Exchange>();
  #isTelling = false;
  readonly #watchers: Watcher[] = [];

  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  add(exchange: Exchange): void {
    this.#exchanges = [exchange, ...this.#exchanges].slice(0, MOST);
    this.change(exchange);
  }

  clear(): void {
    this.#exchanges = [];
    this.#tell();
  }

  change(exchange: Exchange): void {
    this.#changed.add(exchange);
    this.#tell();
  }

  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
  }

  /** Once for everything that happens until the page is drawn. */
  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    requestAnimationFrame(() => {
      const changed = this.#changed;
      this.#changed = new Set();
      this.#isTelling = false;
      for (const watcher of this.#watchers) watcher(changed);
    });
  }
}
