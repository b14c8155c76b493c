// Runs one row of the fault matrix, in Node or in a page, and notes what came of it; it judges nothing.
// @ts-check
import { GOOD } from "./credentials.mjs";
import { describeError, describeTask } from "./describe.mjs";
import { createScene } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./scene.mjs").Scene} Scene */

/**
 * One request as the servers saw it.
 * @typedef {{ token: string | null, requestId: string | null, at: number, end: "open" | "complete" | "broken" }} Seen
 */

/**
 * Where rows run.
 * @typedef {object} Environment
 * @property {any} sfsTurboTasks the package
 * @property {() => Promise<any>} freshPackage a copy of it whose core has not started
 * @property {() => any} otherRealm
 * @property {Control} control
 * @property {(error: unknown, fault: Fault) => void} [onRejection] is given every error itself
 *
 * The servers' side, in the test's process.
 * @typedef {object} Control
 * @property {(name: string) => Promise<import("./scene.mjs").Place>} prepare
 * @property {() => Promise<Seen[]>} seen
 * @property {() => Promise<{ seen: Seen[], elsewhere: number }>} finish resolves when no answer is open, or late
 */

/** Far above what any row takes, and far below what a call that hangs would. */
const HANGS = 15_000;

/** How much later than its time a call may settle, in milliseconds. */
const GRACE = 50;

/**
 * @param {Fault} fault
 * @param {Environment} environment
 */
export async function runFault(fault, environment) {
  const { control, freshPackage } = environment;
  const place = await control.prepare(fault.name);
  const scene = createScene(place, environment.otherRealm);
  const api = fault.fresh ? await freshPackage() : environment.sfsTurboTasks;
  const { projectId, shareId, taskId } = place;
  const usual = {
    endpoint: place.endpoints[fault.server ?? "service"],
    projectId,
    shareId,
    taskId,
    token: GOOD,
  };

  const restore = pinGlobals(fault);
  let outcomes;
  try {
    const own = typeof fault.options === "function" ? fault.options(scene) : fault.options;
    const options = { ...usual, ...own };
    const calls = Array.from({ length: fault.calls ?? 1 }, () =>
      outcomeOf(() => api.getTask(options), options, { fault, scene, environment, api }),
    );
    fault.meanwhile?.(scene);
    if (fault.whenSeen) await untilSeen(control, () => fault.whenSeen?.(scene));
    outcomes = await Promise.all(calls);
  } finally {
    restore();
  }
  const next =
    fault.next && (await outcomeOf(() => api.getTask(usual), {}, { fault, scene, environment, api }));
  const { seen, elsewhere } = await control.finish();
  const { asked, sent, cancelled } = scene;
  return { outcomes, next, asked, cancelled, elsewhere, sent, seen };
}

/** @typedef {Awaited<ReturnType<typeof runFault>>} Observation */

/**
 * @param {() => Promise<any>} ask
 * @param {{ signal?: AbortSignal, timeout?: number }} options
 * @param {{ fault: Fault, scene: Scene, environment: Environment, api: any }} context
 */
async function outcomeOf(ask, { signal, timeout }, { fault, scene, environment, api }) {
  let late = false;
  /** @type {ReturnType<typeof setTimeout>[]} */
  const timers = [];
  const hangs = new Promise((resolve) => timers.push(setTimeout(resolve, HANGS, { hangs: true })));
  const call = new Promise((resolve) => resolve(isPromise(ask()))).then(
    (task) => ({ task: describeTask(task), looked: fault.look?.(task) }),
    (error) => {
      environment.onRejection?.(error, fault);
      if (signal?.aborted && error === signal.reason) return { reason: true, atOnce: !scene.turnAfterAbort };
      return { error: describeError(error, api) };
    },
  );
  // Set after the call's own timer, so that timers of a slow machine still fire in this order.
  if (timeout !== undefined && timeout > 0) timers.push(setTimeout(() => (late = true), timeout + GRACE));
  const outcome = await Promise.race([call, hangs]);
  for (const timer of timers) clearTimeout(timer);
  return { ...outcome, late };
}

/** @param {any} value */
function isPromise(value) {
  if (value instanceof Promise) return value;
  throw new Error("getTask returned no promise");
}

/**
 * @param {Control} control
 * @param {() => unknown} action
 */
async function untilSeen(control, action) {
  const deadline = performance.now() + HANGS;
  while ((await control.seen()).length === 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  action();
}

/** @param {Fault} fault @returns {() => void} */
function pinGlobals(fault) {
  const { random } = Math;
  const { WebAssembly: webAssembly } = globalThis;
  Math.random = () => fault.random ?? 0;
  // The request needs the platform's own, which only the start of the core does without.
  if ("webAssembly" in fault) globalThis.WebAssembly = /** @type {any} */ (fault.webAssembly);
  return () => {
    Math.random = random;
    globalThis.WebAssembly = webAssembly;
  };
}
