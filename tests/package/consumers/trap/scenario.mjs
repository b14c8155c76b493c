// Calls on a core that traps on request: what happens to them, to calls at the same time, and to later calls.
// @ts-check

const TASK = '{"task_id":"t","status":"DOING"}';
const TOKEN = "MIIEtokenThatNobodyMayRead";
const usual = { endpoint: "https://sfs.example", projectId: "p", shareId: "s", taskId: "t", token: TOKEN };

/** @param {any} sfsTurboTasks the build with traps */
export async function reportTraps(sfsTurboTasks) {
  const { getTask, isSfsTurboError } = sfsTurboTasks;
  /** @type {AbortSignal[]} */
  const requests = [];
  /** @param {any} options */
  const answered = (options) =>
    getTask({ ...usual, fetch: async () => new Response(TASK), ...options }).then(
      describeTask,
      describeError,
    );
  /** @param {() => Promise<unknown>} give */
  const waiting = (give) =>
    getTask({
      ...usual,
      fetch(/** @type {string} */ _, /** @type {any} */ { signal }) {
        requests.push(signal);
        return give();
      },
    }).then(describeTask, describeError);

  /** @param {any} error */
  function describeError(error) {
    const { kind, errCode, attempts, httpStatus, retryable, stack, cause } = error;
    const told = [stack, JSON.stringify(error), cause?.stack].join("\n").includes(TOKEN);
    return {
      typed: isSfsTurboError(error),
      kind,
      errCode,
      attempts,
      httpStatus,
      retryable,
      cause: cause?.name,
      told,
    };
  }

  const first = await answered({ taskId: "trap" });
  const next = await answered({});
  // The core examines an answer only if it is not a task.
  const refused = { fetch: async () => new Response("{}", { status: 400 }) };
  const afterAnswer = await answered({ taskId: "trap-after-answer", ...refused });
  // A core is running again, so the next trap need not wait for its start.
  await answered({});

  // All of these wait when the core traps: for an answer, for a token, in a pause.
  /** @type {(() => void)[]} */
  const goOn = [];
  const later = (/** @type {() => unknown} */ give) =>
    new Promise((resolve) => goOn.push(() => resolve(give())));
  let attempts = 0;
  const busy = () =>
    attempts++ === 0
      ? new Response("", { status: 503, headers: { "retry-after": "0.2" } })
      : new Response(TASK);
  const beside = [
    waiting(() => later(() => new Response(TASK))),
    waiting(() => later(() => new Response(TASK))),
    answered({ token: () => later(() => TOKEN) }),
    answered({ fetch: async () => busy() }),
  ];
  await turn();
  const { turnsUntil, outcome } = await countTurns(answered({ taskId: "trap" }));
  for (const go of goOn) go();
  const besideOutcomes = await Promise.all(beside);
  const aborted = requests.map((signal) => signal.aborted);

  // Made together, before any of them can run: the core traps between them.
  const together = await Promise.all(
    ["t", "trap", "t", "trap-after-answer", "t"].map((taskId) =>
      answered({ taskId, ...(taskId === "trap-after-answer" ? refused : {}) }),
    ),
  );
  const many = [];
  for (let index = 0; index < 20; index += 1) many.push((await answered({ taskId: "trap" })).kind);
  const last = await answered({});
  const others = await reportOthers(sfsTurboTasks, {
    describeError,
    trap: () => answered({ taskId: "trap" }),
  });
  await answered({ taskId: "trap" });
  const starts = await withTrappingStart(async () => {
    const { kind } = await answered({});
    return [kind, (await answered({})).status, (await answered({})).status];
  });
  return {
    ...{ first, next, afterAnswer, outcome, turnsUntil, besideOutcomes, aborted, together, many, last },
    ...{ starts, others },
  };
}

/**
 * The other operations with a task id: with a trap of their own, after it, and across a trap of another call.
 * @param {any} sfsTurboTasks
 * @param {{ describeError: (error: any) => unknown, trap: () => Promise<unknown> }} tools
 */
async function reportOthers({ deleteTask, waitForTask, watchTask }, { describeError, trap }) {
  const refused = async () => new Response("{}", { status: 400 });
  /** @type {Record<string, (options: object) => Promise<any>>} */
  const calls = {
    deleteTask,
    waitForTask,
    async watchTask(options) {
      let last;
      for await (const task of watchTask(options)) last = task;
      return last;
    },
  };
  /** @type {Record<string, unknown>} */
  const report = {};
  for (const [name, call] of Object.entries(calls)) {
    const answers = statuses("DOING", "SUCCESS");
    let asked = 0;
    const fetch = async () => {
      asked += 1;
      return answers();
    };
    const settle = (/** @type {object} */ options) =>
      call({ ...usual, interval: 250, fetch, ...options }).then(
        ({ status = "done" }) => status,
        describeError,
      );
    const first = await settle({ taskId: "trap" });
    const afterAnswer = await settle({ taskId: "trap-after-answer", fetch: refused });
    // The wait is in its pause by then, and its next look uses a new core.
    const beside = settle({});
    while (asked === 0) await turn();
    await turn();
    await trap();
    report[name] = { first, afterAnswer, beside: await beside };
  }
  return report;
}

/** Answers with a task whose status changes in this order. @param {...string} all */
function statuses(...all) {
  return () => new Response(JSON.stringify({ task_id: "t", status: all.length > 1 ? all.shift() : all[0] }));
}

/**
 * Makes the first instance of the core trap at its first call.
 * @param {() => Promise<unknown>} run
 */
async function withTrappingStart(run) {
  const { Instance } = WebAssembly;
  let made = 0;
  WebAssembly.Instance = /** @type {any} */ (
    new Proxy(Instance, {
      construct(target, [module, imports]) {
        const { exports } = new target(module, imports);
        made += 1;
        if (made !== 2) return { exports };
        const trap = () => {
          throw new WebAssembly.RuntimeError("unreachable");
        };
        return { exports: { ...exports, next: trap } };
      },
    })
  );
  try {
    return await run();
  } finally {
    WebAssembly.Instance = Instance;
  }
}

/** @param {any} task */
const describeTask = ({ status }) => ({ status });

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** The number of turns of the event loop before a promise settles. @param {Promise<any>} promise */
async function countTurns(promise) {
  let turnsUntil = 0;
  let settled = false;
  const noted = promise.then((outcome) => {
    settled = true;
    return outcome;
  });
  // More would be a hang, and then the last line waits for it in vain.
  while (!settled && turnsUntil < 100) {
    await turn();
    if (!settled) turnsUntil += 1;
  }
  return { turnsUntil, outcome: await noted };
}
