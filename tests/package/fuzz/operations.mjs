// The operations that are fuzzed: their arguments, a good answer, and the possible results.
// @ts-check

/**
 * @typedef {object} Operation
 * @property {readonly string[]} names of its own options
 * @property {Record<string, unknown>} options those that it needs
 * @property {(task: object) => object} wrap an answer that has a task in it
 * @property {(api: any, options: unknown, most: number) => Promise<unknown>} call `most` values, where it gives several
 * @property {(result: any) => boolean} isGood whether a result is what its type promises
 */

/** Options that are functions of the caller's. */
export const CALLBACKS = ["interval", "onUpdate", "onFault", "onRetry"];

const filter = ["shareId", "type", "status", "startTime", "endTime"];
const following = ["interval", "waitTimeout", "maxConsecutiveFailures", "whenHidden", "onFault", "raw"];
const ids = { shareId: "s", taskId: "t" };
// So short that no wait is long: a pause never goes past the end.
const wait = { interval: 250, waitTimeout: 30, maxConsecutiveFailures: 0 };

/** @param {object} task */
const itself = (task) => task;
/** @param {object} task */
const listed = (task) => ({ tasks: [task], count: 1 });

/** @param {string} name @returns {Operation["call"]} */
const called = (name) => (api, options) => api[name](options);

/** @param {string} name @returns {Operation["call"]} */
const iterated = (name) => async (api, options, most) => {
  const values = [];
  for await (const value of api[name](options)) if (values.push(value) >= most) break;
  return values;
};

/** @param {any} value */
const isTextOrNull = (value) => value === null || typeof value === "string";
/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null;

/** @param {any} task */
function isTask({ taskId, type, status, startTime, endTime, requestId, raw }) {
  return (
    [taskId, type, status].every((text) => typeof text === "string") &&
    [startTime, endTime].every((time) => time === null || !Number.isNaN(time.getTime())) &&
    isTextOrNull(requestId) &&
    isObject(raw)
  );
}

/** @param {any} list */
function isList({ tasks, count, requestId, raw }) {
  return tasks.every(isTask) && Number.isInteger(count) && isTextOrNull(requestId) && isObject(raw);
}

/** @type {Readonly<Record<string, Operation>>} */
export const operations = {
  getTask: {
    names: ["shareId", "taskId"],
    options: ids,
    wrap: itself,
    call: called("getTask"),
    isGood: isTask,
  },
  listTasks: {
    names: [...filter, "offset", "limit"],
    options: { shareId: "s" },
    wrap: listed,
    call: called("listTasks"),
    isGood: isList,
  },
  listAllTasks: {
    names: [...filter, "pageSize", "maxItems"],
    options: { shareId: "s", pageSize: 2 },
    wrap: listed,
    call: iterated("listAllTasks"),
    isGood: (tasks) => tasks.every(isTask),
  },
  createTask: {
    names: ["shareId", "type", "srcTarget", "srcPrefix", "destTarget", "destPrefix", "attributes"],
    options: { shareId: "s", type: "import", srcTarget: "d", srcPrefix: "a/", attributes: { fileMode: 640 } },
    wrap: itself,
    call: called("createTask"),
    isGood: ({ taskId, requestId, raw }) =>
      typeof taskId === "string" && isTextOrNull(requestId) && isObject(raw),
  },
  deleteTask: {
    names: ["shareId", "taskId"],
    options: ids,
    wrap: itself,
    call: called("deleteTask"),
    isGood: ({ requestId }) => isTextOrNull(requestId),
  },
  waitForTask: {
    names: ["shareId", "taskId", ...following, "until", "onUpdate"],
    options: { ...ids, ...wait },
    wrap: itself,
    call: called("waitForTask"),
    // Nothing is known of a task that was gone from the start, if the caller waited for that.
    isGood: (task) => task === null || isTask(task),
  },
  watchTask: {
    names: ["shareId", "taskId", ...following],
    options: { ...ids, ...wait },
    wrap: itself,
    call: iterated("watchTask"),
    isGood: (tasks) => tasks.every(isTask),
  },
  watchTasks: {
    names: ["shareId", "type", "status", "limit", ...following],
    options: { shareId: "s", ...wait },
    wrap: listed,
    call: iterated("watchTasks"),
    isGood: (lists) => lists.every((/** @type {any} */ list) => isList(list) && list.changed.every(isTask)),
  },
};

export const operationNames = Object.keys(operations);
