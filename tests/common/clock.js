// A clock that never waits, and a page that a test hides or shows.
// @ts-check

/** Timers fire one after the other, as soon as nothing is left to do, and set the time. `Math.random` returns its mean. */
export class Clock {
  now = 0;
  /** @type {Map<number, { callback: () => void, due: number }>} */
  timers = new Map();
  ids = 0;
  isRinging = false;

  constructor() {
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    const { random } = Math;
    this.later = (/** @type {() => void} */ callback) => set(callback, 0);
    Object.assign(globalThis, {
      setTimeout: (/** @type {() => void} */ callback, milliseconds = 0) => this.set(callback, milliseconds),
      clearTimeout: (/** @type {number} */ id) => this.timers.delete(id),
    });
    performance.now = () => this.now;
    Math.random = () => 0.5;
    this.restore = () => {
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
      Math.random = random;
      // Inherited members are the platform's.
      Reflect.deleteProperty(performance, "now");
    };
  }

  /**
   * @param {() => void} callback
   * @param {number} milliseconds
   */
  set(callback, milliseconds) {
    this.ids += 1;
    this.timers.set(this.ids, { callback, due: this.now + milliseconds });
    this.ring();
    return this.ids;
  }

  ring() {
    if (this.isRinging || this.timers.size === 0) return;
    this.isRinging = true;
    this.later(() => {
      this.isRinging = false;
      const [first] = [...this.timers].sort(([, one], [, other]) => one.due - other.due);
      if (first === undefined) return;
      const [id, { callback, due }] = first;
      this.timers.delete(id);
      this.now = Math.max(this.now, due);
      this.ring();
      callback();
    });
  }

  /** The number of timers that are set. */
  count() {
    return this.timers.size;
  }
}

/** A page, even in Node. */
export class Stage {
  listeners = new EventTarget();
  listening = 0;

  constructor() {
    const isPage = typeof document !== "undefined";
    if (!isPage) Object.assign(globalThis, { document: {} });
    const places = [document, globalThis];
    for (const place of places) {
      Object.assign(place, {
        addEventListener: (/** @type {[type: string, listener: EventListener]} */ ...given) => {
          this.listening += 1;
          this.listeners.addEventListener(...given);
        },
        removeEventListener: (/** @type {[type: string, listener: EventListener]} */ ...given) => {
          this.listening -= 1;
          this.listeners.removeEventListener(...given);
        },
      });
    }
    Object.defineProperty(document, "hidden", { get: () => this.hidden, configurable: true });
    this.restore = () => {
      for (const place of places) {
        Reflect.deleteProperty(place, "addEventListener");
        Reflect.deleteProperty(place, "removeEventListener");
      }
      Reflect.deleteProperty(document, "hidden");
      if (!isPage) Reflect.deleteProperty(globalThis, "document");
    };
  }

  hidden = false;

  /**
   * @param {number} milliseconds
   * @param {boolean} hidden
   */
  hideAt(milliseconds, hidden) {
    setTimeout(() => {
      this.hidden = hidden;
      this.listeners.dispatchEvent(new Event("visibilitychange"));
    }, milliseconds);
  }

  /** @param {number} milliseconds */
  comeOnlineAt(milliseconds) {
    setTimeout(() => this.listeners.dispatchEvent(new Event("online")), milliseconds);
  }

  /** The number of listeners. */
  count() {
    return this.listening;
  }
}
