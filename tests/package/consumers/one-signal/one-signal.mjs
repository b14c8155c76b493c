// Many calls on one signal that lives longer than all of them: counts the listeners that they add and remove.
// @ts-check

/** The number of calls that wait at the same time. */
export const AT_ONCE = 50;

/**
 * @param {any} sfsTurboTasks
 * @param {any} emulatorModule
 * @param {number} calls
 */
export async function callOften({ getTask }, { createEmulator, documentedTask }, calls) {
  const { fetch, endpoint, projectId, token } = createEmulator();
  const { signal } = new AbortController();
  const listeners = countListeners(signal);
  const usual = { ...documentedTask, fetch, endpoint, projectId, token, signal };
  /** Each way in which a call can end without the signal. */
  const ways = [
    () => getTask(usual),
    () => getTask({ ...usual, taskId: "missing" }),
    () => getTask({ ...usual, taskId: "" }),
    () => getTask({ ...usual, token: () => Promise.reject(new Error("signed out")) }),
    () => getTask({ ...usual, fetch: () => Promise.reject(new Error("offline")), maxRetries: 0 }),
    () => getTask({ ...usual, fetch: () => new Promise(() => {}), timeout: 1 }),
  ];
  /** @type {Record<string, number>} */
  const outcomes = {};
  for (let made = 0; made < calls; made += AT_ONCE) {
    // Each begins with a call that waits, so calls that end at once find a listener and keep it.
    const batch = Array.from({ length: AT_ONCE }, (_, index) => ways[index % ways.length]?.());
    for (const { status, reason } of /** @type {any[]} */ (await Promise.allSettled(batch))) {
      const outcome = status === "fulfilled" ? "a task" : reason.errCode;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  }
  return { outcomes, ...listeners };
}

/** @param {AbortSignal} signal */
function countListeners(signal) {
  const counts = { added: 0, left: 0, most: 0 };
  const current = new Set();
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (/** @type {any[]} */ ...values) => {
    counts.added += 1;
    current.add(values[1]);
    counts.left = current.size;
    counts.most = Math.max(counts.most, current.size);
    return /** @type {any} */ (addEventListener).apply(signal, values);
  };
  signal.removeEventListener = (/** @type {any[]} */ ...values) => {
    current.delete(values[1]);
    counts.left = current.size;
    return /** @type {any} */ (removeEventListener).apply(signal, values);
  };
  return counts;
}
