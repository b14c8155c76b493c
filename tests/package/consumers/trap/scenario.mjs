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
  /** @param {any} [options] */
  const waiting = (options) =>
    getTask({
      ...usual,
      ...options,
      fetch(/** @type {string} */ _, /** @type {any} */ { signal }) {
        requests.push(signal);
        return new Promise(() => {});
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
  const afterAnswer = await answered({ taskId: "trap-after-answer" });
  // A core is running again, so that the next trap need not wait for one to start.
  await answered({});

  // All of these wait on one core when it traps: for an answer, for a token, in a pause.
  const beside = [
    waiting(),
    waiting(),
    answered({ token: () => new Promise(() => {}) }),
    answered({ fetch: async () => new Response("", { status: 503, headers: { "retry-after": "30" } }) }),
  ];
  await turn();
  const { turnsUntil, outcome } = await countTurns(answered({ taskId: "trap" }));
  const besideOutcomes = await Promise.all(beside);
  const aborted = requests.map((signal) => signal.aborted);

  // Made in one go, before any of them could run: the core traps between them.
  const together = await Promise.all(
    ["t", "trap", "t", "trap-after-answer", "t"].map((taskId) => answered({ taskId })),
  );
  const many = [];
  for (let index = 0; index < 20; index += 1) many.push((await answered({ taskId: "trap" })).kind);
  const last = await answered({});
  return { first, next, afterAnswer, outcome, turnsUntil, besideOutcomes, aborted, together, many, last };
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
