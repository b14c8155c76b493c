// Runs one row of the fault matrix, in Node or in a page, and records the result without checking it.
// @ts-check
import { describeError } from "./describe.mjs";
import { createScene } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./scene.mjs").Scene} Scene */
/** @typedef {import("./operations.mjs").Operation} Operation */

/**
 * One request as the servers saw it.
 * @typedef {object} Seen
 * @property {string | null} sender a token, or the id of an access key
 * @property {number | null} minutes how far its signature is ahead of the service's clock
 * @property {string | null} requestId
 * @property {number} at
 * @property {"open" | "complete" | "broken"} end
 */

/**
 * Where rows run.
 * @typedef {object} Environment
 * @property {any} sfsTurboTasks the package
 * @property {() => Promise<any>} freshPackage a copy of it whose core has not started
 * @property {() => any} otherRealm
 * @property {Control} control
 * @property {(error: unknown, fault: Fault, operation: Operation) => void} [onError] gets every error itself
 *
 * The servers' side, in the test's process.
 * @typedef {object} Control
 * @property {(fault: string, operation: string) => Promise<import("./scene.mjs").Place>} prepare
 * @property {(stand: number) => Promise<Seen[]>} seen
 * @property {(stand: number) => Promise<{ seen: Seen[], elsewhere: number }>} finish resolves when no answer is open, or late
 */

/** Far longer than any row takes, and far shorter than a call that hangs. */
const HANGS = 15_000;

/** How much later than its time a call may settle, in milliseconds. */
const GRACE = 50;

/**
 * Runs a fault with several operations at once: what the row replaces of the globals, it replaces for all of them.
 * @param {Fault} fault
 * @param {readonly Operation[]} operations
 * @param {Environment} environment
 */
export function runFault(fault, operations, environment) {
  return runRow(fault, operations, environment, () => pinGlobals(fault));
}

/**
 * Runs faults at the same time, with globals that are pinned for all of them alike.
 * @param {readonly Fault[]} faults that replace nothing
 * @param {readonly Operation[]} operations
 * @param {Environment} environment
 * @param {number} atOnce
 */
export async function runFaultsAtOnce(faults, operations, environment, atOnce) {
  /** @type {Map<string, Record<string, Observation>>} */
  const observations = new Map();
  const left = faults.values();
  const work = async () => {
    for (const fault of left) {
      observations.set(fault.name, await runRow(fault, operations, environment, () => () => {}));
    }
  };
  const restore = pinGlobals({});
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    restore();
  }
  return observations;
}

/**
 * @param {Fault} fault
 * @param {readonly Operation[]} operations
 * @param {Environment} environment
 * @param {() => () => void} pin
 * @returns {Promise<Record<string, Observation>>} by the operation's title
 */
async function runRow(fault, operations, environment, pin) {
  const cells = await Promise.all(operations.map((operation) => openCell(fault, operation, environment)));
  const restore = pin();
  try {
    await Promise.all(cells.map((cell) => cell.run()));
  } finally {
    restore();
  }
  const finished = cells.map(async (cell) => [cell.title, await cell.finish()]);
  return Object.fromEntries(await Promise.all(finished));
}

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof openCell>>["finish"]>>} Observation */

/**
 * @param {Fault} fault
 * @param {Operation} operation
 * @param {Environment} environment
 */
async function openCell(fault, operation, environment) {
  const { control, freshPackage } = environment;
  const place = await control.prepare(fault.name, operation.title);
  const scene = createScene(place, operation, environment.otherRealm);
  const api = fault.fresh ? await freshPackage() : environment.sfsTurboTasks;
  const context = { fault, operation, scene, environment, api };
  const usual = {
    endpoint: place.endpoints[fault.server ?? "service"],
    projectId: place.projectId,
    onRetry: keepRetries(context),
    ...operation.signIn,
    ...operation.options(place),
  };
  /** @type {any[]} */
  let outcomes = [];
  return {
    title: operation.title,
    async run() {
      const own = typeof fault.options === "function" ? fault.options(scene) : fault.options;
      const options = {
        ...usual,
        ...(operation.sends === "looks" && { onFault: keepFaults(context) }),
        ...own,
      };
      const calls = Array.from({ length: fault.calls ?? 1 }, () => outcomeOf(options, context));
      fault.meanwhile?.(scene);
      if (fault.whenSeen) await untilSeen(control, place.stand, () => fault.whenSeen?.(scene));
      outcomes = await Promise.all(calls);
    },
    async finish() {
      const next = fault.next && (await outcomeOf({ ...usual, onRetry: undefined }, context));
      const { seen, elsewhere } = await control.finish(place.stand);
      const { asked, sent, cancelled, told, retried } = scene;
      return { outcomes, next, asked, cancelled, elsewhere, sent, seen, told, retried };
    },
  };
}

/** @typedef {{ fault: Fault, operation: Operation, scene: Scene, environment: Environment, api: any }} Context */

/**
 * @param {any} options
 * @param {Context} context
 */
async function outcomeOf(options, { fault, operation, scene, environment, api }) {
  const { signal, timeout } = options;
  let late = false;
  /** @type {ReturnType<typeof setTimeout>[]} */
  const timers = [];
  const hangs = new Promise((resolve) => timers.push(setTimeout(resolve, HANGS, { hangs: true })));
  const call = new Promise((resolve) => resolve(isPromise(operation.call(api, options)))).then(
    (result) => ({ task: operation.describe(result), looked: fault.look?.(operation.unwrap(result)) }),
    (error) => {
      environment.onError?.(error, fault, operation);
      if (error === scene.thrown) return { thrown: true };
      if (signal?.aborted && error === signal.reason) return { reason: true, atOnce: !scene.turnAfterAbort };
      return { error: describeError(error, api) };
    },
  );
  const isForOneLook = operation.recovers === true;
  if (timeout > 0 && !isForOneLook) {
    // The grace begins in a turn of its own. A slow machine may start the core for longer than both times, and the call can set its
    // own timer only after that.
    const begin = () => timers.push(setTimeout(() => (late = true), GRACE));
    timers.push(setTimeout(begin, timeout));
  }
  const outcome = await Promise.race([call, hangs]);
  for (const timer of timers) clearTimeout(timer);
  return { ...outcome, late };
}

/** Records what a wait reports before it continues. @param {Context} context */
function keepFaults({ fault, operation, scene, environment, api }) {
  return (/** @type {any} */ { error, consecutive, nextDelay }) => {
    environment.onError?.(error, fault, operation);
    scene.told.push({ error: describeError(error, api), consecutive, nextDelay });
  };
}

/** Records what a call reports before it retries. @param {Context} context */
function keepRetries({ fault, operation, scene, environment, api }) {
  return (/** @type {any} */ { error, ...rest }) => {
    environment.onError?.(error, fault, operation);
    scene.retried.push({ error: describeError(error, api), ...rest });
  };
}

/** @param {any} value */
function isPromise(value) {
  if (value instanceof Promise) return value;
  throw new Error("the operation returned no promise");
}

/**
 * @param {Control} control
 * @param {number} stand
 * @param {() => unknown} action
 */
async function untilSeen(control, stand, action) {
  const deadline = performance.now() + HANGS;
  while ((await control.seen(stand)).length === 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  action();
}

/** @param {Partial<Fault>} fault @returns {() => void} */
function pinGlobals(fault) {
  const { random } = Math;
  const { now } = Date;
  const { WebAssembly: webAssembly } = globalThis;
  const crypto = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  const { getBuiltinModule } = /** @type {Partial<NodeJS.Process>} */ (globalThis.process ?? {});
  Math.random = () => fault.random ?? 0;
  // The request needs the platform's own; only the start of the core does not.
  if ("webAssembly" in fault) globalThis.WebAssembly = /** @type {any} */ (fault.webAssembly);
  if (fault.now) Date.now = /** @type {any} */ (fault.now);
  if (fault.crypto) {
    Object.defineProperty(globalThis, "crypto", { configurable: true, ...fault.crypto });
    // Node has another way to sign.
    if (getBuiltinModule) process.getBuiltinModule = /** @type {any} */ (undefined);
  }
  return () => {
    Math.random = random;
    Date.now = now;
    globalThis.WebAssembly = webAssembly;
    if (crypto) Object.defineProperty(globalThis, "crypto", crypto);
    if (getBuiltinModule) process.getBuiltinModule = getBuiltinModule;
  };
}
