// A clock without waiting: timers fire in their order, and no real time passes between them.
// @ts-check

/** The real timer, which lets promises settle between two timers. */
const { setImmediate } = globalThis;

/** @typedef {{ due: number, ring: () => void }} Timer */

export class Clock {
  /** Milliseconds since its creation. Timers fire at whole ones. */
  now = 0;
  #waiting = 0;
  /** By the millisecond they are due in. @type {Map<number, Set<Timer>>} */
  #timers = new Map();

  /** Replaces the clock and the timers that this package uses. */
  install() {
    performance.now = () => this.now;
    globalThis.setTimeout = /** @type {any} */ (this.setTimeout);
    globalThis.clearTimeout = /** @type {any} */ (this.clearTimeout);
  }

  /**
   * @param {() => void} ring
   * @param {number} [milliseconds]
   * @returns {Timer}
   */
  setTimeout = (ring, milliseconds = 0) => {
    const timer = { due: Math.ceil(this.now + Math.max(1, milliseconds)), ring };
    const timers = this.#timers.get(timer.due);
    if (timers) timers.add(timer);
    else this.#timers.set(timer.due, new Set([timer]));
    this.#waiting += 1;
    return timer;
  };

  /** @param {Timer | undefined} timer */
  clearTimeout = (timer) => {
    if (timer && this.#timers.get(timer.due)?.delete(timer)) this.#waiting -= 1;
  };

  /**
   * Moves to the next timers, and returns when everything that they started is done.
   *
   * @returns {Promise<boolean>} whether there were any
   */
  async advance() {
    while (this.#waiting > 0) {
      this.now += 1;
      const due = this.#timers.get(this.now);
      if (due === undefined) continue;
      this.#timers.delete(this.now);
      if (due.size === 0) continue;
      this.#waiting -= due.size;
      for (const { ring } of due) ring();
      await this.settle();
      return true;
    }
    return false;
  }

  /** Returns when everything that can be done now is done. */
  async settle() {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
