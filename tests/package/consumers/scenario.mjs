// The calls that every consumer makes, in every environment. Each consumer reports the same JSON object.
// @ts-check

/**
 * @param {any} sfsTurboTasks what `import * as` or `require` of the package gives
 * @param {any} place where the service is and what it knows: `place` of service.mjs
 * @returns {Promise<string>} the JSON of {@link import("../expectations.mjs").Report}
 */
export async function reportScenario(sfsTurboTasks, place) {
  const { getTask, createClient } = sfsTurboTasks;
  const { endpoint, projectId, token, running, failed, documented, missing, foreign, wrongToken } = place;
  const { getTask: destructured } = createClient({ endpoint, projectId, token });
  const steps = {
    running: () => getTask({ endpoint, projectId, token, ...running }),
    failed: () => getTask({ endpoint, projectId, token, ...failed }),
    documented: () => getTask({ endpoint, projectId, token, ...documented }),
    missing: () => getTask({ endpoint, projectId, token, ...missing }),
    foreign: () => getTask({ endpoint, projectId, token, ...foreign }),
    wrongToken: () => getTask({ endpoint, projectId, token: wrongToken, ...running }),
    badArgument: () => getTask({ endpoint, projectId, token, ...running, taskId: ".." }),
    destructured: () => destructured(running),
  };
  /** @type {Record<string, unknown>} */
  const report = {};
  for (const [name, ask] of Object.entries(steps)) report[name] = await outcomeOf(ask, sfsTurboTasks, place);
  // JSON has no undefined. Without this, a missing property and an undefined one would look the same.
  return JSON.stringify(report, (_key, value) => (value === undefined ? "undefined" : value));
}

/**
 * @param {() => Promise<any>} ask
 * @param {any} sfsTurboTasks
 * @param {any} place
 */
async function outcomeOf(ask, sfsTurboTasks, place) {
  try {
    const task = await ask();
    return {
      task: { ...task, startTime: describeTime(task.startTime), endTime: describeTime(task.endTime) },
    };
  } catch (error) {
    return { error: describeError(error, sfsTurboTasks, place) };
  }
}

/** @param {unknown} time */
function describeTime(time) {
  // Tagged, so a Date differs from the string that JSON makes of it.
  return time instanceof Date ? `Date ${time.toISOString()}` : time;
}

/**
 * @param {any} error
 * @param {any} sfsTurboTasks
 * @param {any} place
 */
function describeError(error, { SfsTurboError, isSfsTurboError }, { token, wrongToken }) {
  const own = Object.getOwnPropertyNames(error).map((name) => `${name}: ${String(error[name])}`);
  const told = [String(error), JSON.stringify(error), ...own].join("\n");
  return {
    isSfsTurboError: isSfsTurboError(error),
    isInstance: error instanceof SfsTurboError,
    isError: error instanceof Error,
    name: error.name,
    text: String(error),
    tellsToken: told.includes(token) || told.includes(wrongToken),
    json: error.toJSON?.() ?? null,
  };
}
