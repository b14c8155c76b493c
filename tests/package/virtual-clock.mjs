// A clock that moves only on request, so hours pass in milliseconds and every time is known exactly.
// @ts-check

/** The longest time that Node's timers count: a longer one fires at once. */
const LONGEST = 2_147_483_647;

/** @typedef {{ at: number, order: number, run: () => void }} Timer */

/**
 * Replaces the platform's clock for one test: `setTimeout`, `clearTimeout`, `performance.now` and, unless a test has its own,
 * `Date.now`. The random number is fixed too: 0.5 makes every pause as long as documented.
 *
 * Code that waits only for promises and timers runs on it. The core has to be started before: that takes real time.
 * @param {import("node:test").TestContext} t
 * @param {{ random?: () => number }} [options]
 */
export function startClock(t, { random = () => 0.5 } = {}) {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    now: performance.now,
    dateNow: Date.now,
    random: Math.random,
  };
  /** @type {Map<object, Timer>} */
  const timers = new Map();
  let now = 1_000_000;
  let order = 0;
  let unreferenced = 0;

  globalThis.setTimeout = /** @type {any} */ (
    (
      /** @type {(...values: unknown[]) => void} */ run,
      milliseconds = 1,
      /** @type {unknown[]} */ ...values
    ) => {
      const wait = milliseconds >= 1 && milliseconds <= LONGEST ? milliseconds : 1;
      const timer = {
        ref: () => timer,
        unref() {
          unreferenced += 1;
          return timer;
        },
      };
      order += 1;
      timers.set(timer, { at: now + wait, order, run: () => run(...values) });
      return timer;
    }
  );
  globalThis.clearTimeout = /** @type {any} */ ((/** @type {object} */ timer) => timers.delete(timer));
  performance.now = () => now;
  Date.now = () => Math.floor(now);
  Math.random = random;
  t.after(() => {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    performance.now = real.now;
    Date.now = real.dateNow;
    Math.random = real.random;
  });

  function next() {
    const [first] = [...timers].sort(([, one], [, other]) => one.at - other.at || one.order - other.order);
    return first;
  }

  /** Fires the timer that is due next. @param {[object, Timer]} next */
  function fire([timer, { at, run }]) {
    timers.delete(timer);
    now = Math.max(now, at);
    run();
  }

  const clock = {
    now: () => now,
    /** Timers that are set. */
    pending: () => timers.size,
    /** How often a timer was unreferenced, so it does not keep the process alive. */
    unreferenced: () => unreferenced,
    /** Lets everything that waits only for promises get as far as it can. */
    async rest() {
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
    /** Lets time pass. @param {number} milliseconds */
    async pass(milliseconds) {
      const end = now + milliseconds;
      await clock.rest();
      for (let due = next(); due !== undefined && due[1].at <= end; due = next()) {
        fire(due);
        await clock.rest();
      }
      now = end;
    },
    /** The machine sleeps: time passes, and no timer runs meanwhile. @param {number} milliseconds */
    sleep(milliseconds) {
      now += milliseconds;
    },
    /**
     * Lets time pass until a promise settles, and returns its result.
     * @template Value
     * @param {Promise<Value>} promise
     * @returns {Promise<Value>}
     */
    async until(promise) {
      let settled = false;
      const end = () => {
        settled = true;
      };
      promise.then(end, end);
      await clock.rest();
      while (!settled) {
        const due = next();
        if (due === undefined) throw new Error("nothing is waited for that time could bring");
        fire(due);
        await clock.rest();
      }
      return promise;
    },
  };
  return clock;
}

/** @typedef {ReturnType<typeof startClock>} Clock */
