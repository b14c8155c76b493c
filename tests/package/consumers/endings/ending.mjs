// One call with the given ending, and the longest time for everything else: a remaining timer keeps this process alive.
// @ts-check
import { getTask } from "sfs-turbo-tasks";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";

const LONGEST = 2_147_483_647;
const { fetch, endpoint, projectId, token, misbehave, requests } = createEmulator();
const controller = new AbortController();
const usual = {
  ...documentedTask,
  fetch,
  endpoint,
  projectId,
  token,
  timeout: LONGEST,
  attemptTimeout: LONGEST,
};
const signalled = { ...usual, signal: controller.signal };

/**
 * Makes every request fail, and then makes the call.
 * @param {object} fault
 * @param {() => Promise<unknown>} call
 */
const under = (fault, call) => () => {
  misbehave(fault, { times: Infinity });
  return call();
};

/** More turns of the event loop than a call in memory needs to get as far as it can. */
const TURNS = 50;

/** Aborts a call as soon as it waits. @param {object} [options] */
async function aborted(options) {
  const promise = getTask({ ...signalled, ...options });
  while (requests.length === 0 && options === undefined) await turn();
  for (let passed = 0; passed < TURNS; passed += 1) await turn();
  controller.abort("enough");
  return promise;
}

/** Ends when the cancelled call ends the body. Until then the next chunk is always ready. */
async function endless() {
  /** @type {(value?: unknown) => void} */
  let cancel = () => {};
  const cancelled = new Promise((resolve) => {
    cancel = resolve;
  });
  const pull = (/** @type {ReadableStreamDefaultController} */ pieces) => pieces.enqueue(new Uint8Array());
  const body = new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
  const call = getTask({ ...signalled, timeout: 20, fetch: async () => new Response(body) });
  try {
    return await call;
  } finally {
    await cancelled;
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** @type {Record<string, () => Promise<unknown>>} */
const endings = {
  success: () => getTask(signalled),
  failure: () => getTask({ ...signalled, taskId: "missing" }),
  "bad argument": () => getTask({ ...signalled, taskId: ".." }),
  "network failure": under({ reject: "network" }, () => getTask({ ...signalled, maxRetries: 0 })),
  timeout: under({ hang: "headers" }, () => getTask({ ...signalled, timeout: 20 })),
  "timeout in a body": under({ hang: 5 }, () => getTask({ ...signalled, timeout: 20 })),
  "timeout in a body without end, which is cancelled": endless,
  attemptTimeout: under({ hang: "headers" }, () =>
    getTask({ ...signalled, attemptTimeout: 20, maxRetries: 0 }),
  ),
  "abort before the start": () => {
    controller.abort("enough");
    return getTask(signalled);
  },
  "abort while connecting": under({ hang: "headers" }, () => aborted()),
  "abort in a body": under({ hang: 5 }, () => aborted()),
  "abort in a pause": under({ status: 503, headers: { "retry-after": "2000000" } }, () => aborted()),
  "abort in a token function": () => aborted({ token: () => new Promise(() => {}) }),
};

const ending = endings[process.argv[2] ?? ""];
const outcome = await ending?.().then(
  () => "a task",
  (error) => error.errCode ?? error,
);
const timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout");
console.log(JSON.stringify({ outcome, timers }));
