// The operations of the fault matrix as data: how each is called and signs in, what a good answer is, and what a lost one
// means.
// @ts-check
import { GOOD, KEY } from "./credentials.mjs";
import { describeTask } from "./describe.mjs";

/** @typedef {import("./scene.mjs").Place} Place */

/**
 * One operation, a column of the matrix.
 * @typedef {object} Operation
 * @property {string} title no other column has it; without more the name
 * @property {string} name
 * @property {"again" | "once" | "looks"} sends what happens to a request that may have arrived: it is sent again, it is never
 * sent again, or it was one look of many
 * @property {(place: Place) => object} options its own, beside those that every call has
 * @property {(api: any, options: any) => Promise<any>} call
 * @property {string} thing the subject of its sentences
 * @property {string} answerName
 * @property {(task: string) => string} wrap an answer in which a task stands that is given as JSON
 * @property {string} status of the task in a good answer
 * @property {number} httpStatus of a good answer
 * @property {readonly string[]} needs fields that a good answer must have
 * @property {readonly string[] | undefined} gives fields of a task that the result has as well; all of them by default
 * @property {boolean} givesTask whether the task is in the result as the service sent it
 * @property {(result: any) => any} unwrap the task in the result
 * @property {(result: any) => Record<string, unknown>} describe the result in a form that JSON can carry
 * @property {readonly string[]} missingCodes the service's codes for "not there"
 * @property {number} maxResponseBytes the default
 * @property {string} action the IAM action that a user needs
 * @property {"token" | "key"} signsIn the kind of credentials
 * @property {{ token: string } | { credentials: object }} signIn the options that sign it in
 * @property {string} sender the sender of its requests, as the servers see it
 * @property {string} secret the secret that an error must not show, and that a service may repeat
 * @property {boolean} [recovers] whether the service answers well after its first fault, with all defaults of a wait
 */

/** The end of a message if it is not known whether a task was created. */
export const DOUBT = "the task may exist: list the tasks before you create it again";

/** The shortest allowed time between two looks. */
export const INTERVAL = 250;

const MEBIBYTE = 1_048_576;
const FILE_SYSTEM = "SFS.TURBO.0002";
const TASK = "SFS.TURBO.0106";

/** @param {any} task */
const itself = (task) => task;

/** @param {string} name @returns {Operation["call"]} */
const called = (name) => (api, options) => api[name](options);

/** @type {Pick<Operation, "signsIn" | "signIn" | "sender" | "secret">} */
const byToken = { signsIn: "token", signIn: { token: GOOD }, sender: GOOD, secret: GOOD };

/** @type {Pick<Operation, "signsIn" | "signIn" | "sender" | "secret">} */
const byKey = {
  signsIn: "key",
  signIn: { credentials: KEY },
  sender: KEY.accessKeyId,
  secret: KEY.securityToken,
};

/** An operation that gives a task. @type {Omit<Operation, "name" | "title" | "sends" | "call">} */
const ofTask = {
  ...byToken,
  options: ({ shareId, taskId }) => ({ shareId, taskId }),
  thing: "task 11abef677ac40f46644d1d5cfc2424a4",
  answerName: "a task",
  wrap: itself,
  status: "DOING",
  httpStatus: 200,
  needs: ["task_id", "status"],
  gives: undefined,
  givesTask: true,
  unwrap: itself,
  describe: describeTask,
  missingCodes: [FILE_SYSTEM, TASK],
  maxResponseBytes: MEBIBYTE,
  action: "sfsturbo:shares:getDataRepositoryTask",
};

/** An operation that follows a task. The task has ended, and the first fault is the last. */
const follows = {
  ...ofTask,
  sends: /** @type {const} */ ("looks"),
  wrap: (/** @type {string} */ task) => task.replace('"DOING"', '"SUCCESS"'),
  status: "SUCCESS",
  options: (/** @type {Place} */ place) => ({
    ...ofTask.options(place),
    interval: INTERVAL,
    maxConsecutiveFailures: 0,
  }),
};

/** @type {Operation["call"]} */
async function watched(api, options) {
  let last;
  for await (const task of api.watchTask(options)) last = task;
  return last;
}

/** @type {readonly Operation[]} */
const withToken = [
  { ...ofTask, title: "getTask", name: "getTask", sends: "again", call: called("getTask") },
  {
    ...byToken,
    title: "listTasks",
    name: "listTasks",
    sends: "again",
    call: called("listTasks"),
    options: ({ shareId }) => ({ shareId }),
    thing: "the tasks of file system 77ba6f4b-6365-4895-8dda-bc7142af4dde",
    answerName: "a list of tasks",
    wrap: (task) => `{"tasks":[${task}],"count":1}`,
    status: "DOING",
    httpStatus: 200,
    needs: ["tasks"],
    gives: undefined,
    givesTask: true,
    unwrap: ({ tasks: [task] }) => task,
    describe: ({ tasks: [task], count, requestId }) => ({
      ...(task && describeTask(task)),
      count,
      requestId,
    }),
    missingCodes: [FILE_SYSTEM],
    maxResponseBytes: 8 * MEBIBYTE,
    action: "sfsturbo:shares:getAllDataRepositoryTasks",
  },
  {
    ...byToken,
    title: "createTask",
    name: "createTask",
    sends: "once",
    call: called("createTask"),
    options: ({ shareId }) => ({ shareId, type: "export", srcTarget: "results" }),
    thing: "a new task of file system 77ba6f4b-6365-4895-8dda-bc7142af4dde",
    answerName: "the id of a new task",
    wrap: itself,
    status: "DOING",
    httpStatus: 202,
    needs: ["task_id"],
    gives: ["taskId", "requestId"],
    givesTask: false,
    unwrap: itself,
    describe: ({ taskId, requestId }) => ({ taskId, requestId }),
    missingCodes: [FILE_SYSTEM],
    maxResponseBytes: MEBIBYTE,
    action: "sfsturbo:shares:createDataRepositoryTask",
  },
  {
    ...ofTask,
    title: "deleteTask",
    name: "deleteTask",
    sends: "again",
    call: called("deleteTask"),
    answerName: "the confirmation of a deletion",
    httpStatus: 202,
    needs: [],
    gives: ["requestId"],
    givesTask: false,
    describe: itself,
    action: "sfsturbo:shares:deleteDataRepositoryTask",
  },
  { ...follows, title: "waitForTask", name: "waitForTask", call: called("waitForTask") },
  { ...follows, title: "watchTask", name: "watchTask", call: watched },
];

/** One operation of each way to send: what is signed, and when, is the same for all. */
const SIGNED = ["getTask", "createTask", "waitForTask"];

/** @type {readonly Operation[]} */
const withKey = withToken
  .filter(({ name }) => SIGNED.includes(name))
  .map((operation) => ({ ...operation, ...byKey, title: `${operation.name} with a key` }));

export const operations = [...withToken, ...withKey];

/** Those that look again, by the defaults of a wait: the service's first fault is its last. @type {readonly Operation[]} */
export const recovering = withToken
  .filter(({ sends }) => sends === "looks")
  .map((operation) => ({
    ...operation,
    title: `${operation.name} that looks again`,
    recovers: true,
    options: (place) => ({ ...ofTask.options(place), interval: INTERVAL }),
  }));

/** @param {string} title */
export function operationOf(title) {
  const operation = [...operations, ...recovering].find((column) => column.title === title);
  if (operation === undefined) throw new Error(`no operation is called ${title}`);
  return operation;
}
