// The service of the wasm suite: the emulator behind a fetch that records its arguments.
// @ts-check
import { createEmulator } from "../../dist/emulator.js";

const kept = /** @type {const} */ (["method", "redirect", "credentials", "cache", "referrerPolicy"]);

export class Service {
  moment = Date.UTC(2026, 10, 26);
  emulator = createEmulator({ now: () => this.moment });
  /** @type {{ request: Request, init: { signal: AbortSignal } }[]} */
  calls = [];

  /**
   * @param {Request} request
   * @param {{ signal: AbortSignal }} init
   */
  fetch = async (request, init) => {
    this.calls.push({ request, init });
    return this.emulator.fetch(request, init);
  };

  /**
   * @param {string} fault as JSON
   * @param {number} times
   */
  misbehave(fault, times) {
    this.emulator.misbehave(JSON.parse(fault), { times });
  }

  /** @param {string} task as JSON */
  addTask(task) {
    this.emulator.addTask(JSON.parse(task));
  }

  /** Lets time pass for the emulator's tasks. Otherwise their time stands still. @param {number} milliseconds */
  skip(milliseconds) {
    this.moment += milliseconds;
  }

  /** The requests that the emulator saw, as JSON. */
  requests() {
    return JSON.stringify(
      this.emulator.requests.map(({ method, path, query, headers }) => ({ method, path, query, headers })),
    );
  }

  /** The arguments of `fetch`, as JSON. */
  inits() {
    return JSON.stringify(
      this.calls.map(({ request }) => Object.fromEntries(kept.map((name) => [name, request[name]]))),
    );
  }

  urls() {
    return this.calls.map(({ request }) => request.url);
  }

  /** Whether each request was aborted. */
  aborted() {
    return this.calls.map(({ init }) => init.signal.aborted);
  }
}

/** Counts the timers that are set and have neither fired nor been cleared, until `restore`. */
export class Timers {
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  waiting = new Set();

  constructor() {
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    this.restore = () => Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    Object.assign(globalThis, {
      setTimeout: (/** @type {() => void} */ callback, /** @type {number | undefined} */ milliseconds) => {
        const id = set(() => {
          this.waiting.delete(id);
          callback();
        }, milliseconds);
        this.waiting.add(id);
        return id;
      },
      clearTimeout: (/** @type {ReturnType<typeof setTimeout>} */ id) => {
        this.waiting.delete(id);
        clear(id);
      },
    });
  }

  count() {
    return this.waiting.size;
  }
}

/**
 * Lets every object inherit a property, until the returned function is called.
 * @param {string} name
 * @param {unknown} value
 */
export function pollute(name, value) {
  Object.defineProperty(Object.prototype, name, { value, configurable: true });
  return () => Reflect.deleteProperty(Object.prototype, name);
}

/**
 * Replaces a global object, until the returned function is called.
 * @param {string} name
 * @param {unknown} value
 */
export function replace(name, value) {
  const old = Reflect.get(globalThis, name);
  Object.assign(globalThis, { [name]: value });
  return () => {
    Object.assign(globalThis, { [name]: old });
  };
}

/** Resolves after this number of milliseconds. @param {number} milliseconds */
export function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
