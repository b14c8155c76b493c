// A clock that never waits, and a page that a test hides or shows.

/** Timers fire one after the other, as soon as nothing is left to do, and set the time. `Math.random` returns its mean. */
export class Clock {
  now = 0;
  timers = new Map();
  ids = 0;
  isRinging = false;

  constructor() {
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    const { random } = Math;
    this.later = (callback) => set(callback, 0);
    globalThis.setTimeout = (callback, milliseconds = 0) => this.set(callback, milliseconds);
    globalThis.clearTimeout = (id) => this.timers.delete(id);
    performance.now = () => this.now;
    Math.random = () => 0.5;
    this.restore = () => {
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
      Math.random = random;
      // Inherited members are the platform's.
      delete performance.now;
    };
  }

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
    if (!isPage) globalThis.document = {};
    const places = [document, globalThis];
    for (const place of places) {
      place.addEventListener = (type, listener) => {
        this.listening += 1;
        this.listeners.addEventListener(type, listener);
      };
      place.removeEventListener = (type, listener) => {
        this.listening -= 1;
        this.listeners.removeEventListener(type, listener);
      };
    }
    Object.defineProperty(document, "hidden", { get: () => this.hidden, configurable: true });
    this.restore = () => {
      for (const place of places) {
        delete place.addEventListener;
        delete place.removeEventListener;
      }
      delete document.hidden;
      if (!isPage) delete globalThis.document;
    };
  }

  hidden = false;

  hideAt(milliseconds, hidden) {
    setTimeout(() => {
      this.hidden = hidden;
      this.listeners.dispatchEvent(new Event("visibilitychange"));
    }, milliseconds);
  }

  comeOnlineAt(milliseconds) {
    setTimeout(() => this.listeners.dispatchEvent(new Event("online")), milliseconds);
  }

  /** The number of listeners. */
  count() {
    return this.listening;
  }
}
