// Calls on a core that traps when it is told to: what becomes of them, of those beside them, and of those after them.
// @ts-check

const TASK = '{"task_id":"t","status":"DOING"}';
const TOKEN = "MIIEtokenThatNobodyMayRead";
const usual = { endpoint: "https://sfs.example", projectId: "p", shareId: "s", taskId: "t", token: TOKEN };

/** @param {any} sfsTurboTasks the build with traps */
export async function reportTraps({ getTask, isSfsTurboError }) {
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
  // The core is asked of an answer only if it is not a task.
  const refused = { fetch: async () => new Response("{}", { status: 400 }) };
  const afterAnswer = await answered({ taskId: "trap-after-answer", ...refused });
  // A core is running again, so that the next trap need not wait for one to start.
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

  // Made in one go, before any of them could run: the core traps between them.
  const together = await Promise.all(
    ["t", "trap", "t", "trap-after-answer", "t"].map((taskId) =>
      answered({ taskId, ...(taskId === "trap-after-answer" ? refused : {}) }),
    ),
  );
  const many = [];
  for (let index = 0; index < 20; index += 1) many.push((await answered({ taskId: "trap" })).kind);
  const last = await answered({});
  await answered({ taskId: "trap" });
  const starts = await withTrappingStart(async () => {
    const { kind } = await answered({});
    return [kind, (await answered({})).status, (await answered({})).status];
  });
  return {
    ...{ first, next, afterAnswer, outcome, turnsUntil, besideOutcomes, aborted, together, many, last },
    starts,
  };
}

/**
 * Lets the first instance of the core trap as soon as it is called.
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

/** How many turns of the event loop pass before a promise settles. @param {Promise<any>} promise */
async function countTurns(promise) {
  let turnsUntil = 0;
  let settled = false;
  const noted = promise.then((outcome) => {
    settled = true;
    return outcome;
  });
  // More would be a hang, which the last line then waits for in vain.
  while (!settled && turnsUntil < 100) {
    await turn();
    if (!settled) turnsUntil += 1;
  }
  return { turnsUntil, outcome: await noted };
}
