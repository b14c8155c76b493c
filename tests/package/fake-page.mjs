// A page that can be hidden and can lose its connection: a document and a window's events, with every listener counted.
// @ts-check

/** @typedef {ReturnType<typeof openPage>} Page */

/**
 * Puts a page around one test.
 * @param {import("node:test").TestContext} t
 * @param {{ hidden?: boolean }} [options]
 */
export function openPage(t, { hidden = false } = {}) {
  const [document, window] = [new Listeners(), new Listeners()];
  const page = Object.assign(document, { hidden });
  enter(t, {
    document: page,
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
  });
  return {
    document: page,
    listeners: () => [document.count(), window.count()],
    hide() {
      page.hidden = true;
      document.tell("visibilitychange");
    },
    show() {
      page.hidden = false;
      document.tell("visibilitychange");
    },
    comeOnline: () => window.tell("online"),
  };
}

/**
 * Adds missing globals to the process for one test.
 * @param {import("node:test").TestContext} t
 * @param {Record<string, unknown>} globals
 */
export function enter(t, globals) {
  const before = Object.keys(globals).map((name) => [
    name,
    Object.getOwnPropertyDescriptor(globalThis, name),
  ]);
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  t.after(() => {
    for (const [name, descriptor] of /** @type {[string, PropertyDescriptor | undefined][]} */ (before)) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  });
}

class Listeners {
  /** @type {[type: string, listener: () => void][]} */
  #list = [];

  /** @param {string} type @param {() => void} listener */
  addEventListener(type, listener) {
    this.#list.push([type, listener]);
  }

  /** @param {string} type @param {() => void} listener */
  removeEventListener(type, listener) {
    this.#list = this.#list.filter(([known, other]) => known !== type || other !== listener);
  }

  /** @param {string} type */
  tell(type) {
    for (const [known, listener] of [...this.#list]) if (known === type) listener();
  }

  count() {
    return this.#list.length;
  }
}
