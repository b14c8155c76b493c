// Answers with status 200 that are not a task, are only just a task, or are made to harm their reader.
// @ts-check
import { noTask, refused, succeeds, USUAL_STATUS } from "./expected.mjs";
import { TASK } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./operations.mjs").Operation} Operation */

const LEVELS = 100_000;
const deep = "[".repeat(LEVELS) + "]".repeat(LEVELS);
/** @param {string} more */
const taskWith = (more) => `${TASK.slice(0, -1)},${more}}`;

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);
/** @param {...(Uint8Array | readonly number[])} parts */
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** What a task stands in, or the task itself: as text, or as bytes. @typedef {(operation: Operation) => string | Uint8Array} Body */

/**
 * A body that answers nothing.
 * @param {string} name
 * @param {string | Uint8Array | Body} body
 * @param {string} problem
 * @returns {Fault}
 */
const bad = (name, body, problem) => ({
  name,
  always: typeof body === "function" ? (operation) => ({ body: body(operation) }) : { body },
  expected: noTask(USUAL_STATUS, { problem }),
});

/**
 * An object without a needed field, or without the first of several.
 * @param {string} name
 * @param {string} body
 * @param {string} [more] what the sentence says besides
 * @returns {Fault}
 */
const lacking = (name, body, more) => ({
  name,
  always: { body },
  expected: noTask(USUAL_STATUS, { lacks: "all", ...(more !== undefined && { problem: more }) }),
});

/**
 * An invalid task, which costs a list only this entry.
 * @param {string} name
 * @param {string} task
 * @param {string} field
 * @returns {Fault}
 */
const without = (name, task, field) => ({
  name,
  always: ({ wrap }) => ({ body: wrap(task) }),
  expected: noTask(USUAL_STATUS, { lacks: field }),
});

/**
 * @param {string} name
 * @param {string | Body} body a task, or an answer
 * @param {Record<string, unknown>} [task]
 * @param {Partial<Fault> & { looked?: unknown, fault?: object }} [rest]
 * @returns {Fault}
 */
const good = (name, body, task, { looked, fault, ...rest } = {}) => ({
  name,
  always: (operation) => ({
    body: typeof body === "function" ? body(operation) : operation.wrap(body),
    ...fault,
  }),
  expected: succeeds(task, looked === undefined ? {} : { looked }),
  ...(looked !== undefined && { only: ({ givesTask }) => givesTask }),
  ...rest,
});

/** To a deletion, nothing is an answer. @type {Pick<Fault, "except">} */
const goodIfDeleted = { except: { deleteTask: succeeds() } };

/** @type {Fault[]} */
export const hostileAnswers = [
  bad("a page instead of a task", "<html><title>Sign in</title>", "it is not valid JSON"),
  bad("a task that is cut off", ({ wrap }) => wrap(TASK).slice(0, -5), "it is not valid JSON"),
  { ...bad("an answer of nothing", "", "it is empty"), ...goodIfDeleted },
  { ...bad("an answer of blanks", " \n\t", "it is not valid JSON"), ...goodIfDeleted },
  bad("an answer of null", "null", "it is JSON, but not an object"),
  bad("an answer that is a list of tasks", `[${TASK}]`, "it is JSON, but not an object"),
  bad("an answer that is a string", '"DOING"', "it is JSON, but not an object"),
  lacking("a task inside a task", `{"task":${TASK}}`),
  without("a number for an id", '{"task_id":5,"status":"DOING"}', "task_id"),
  without("a number for a status", '{"task_id":"t","status":200}', "status"),
  without("null for a status", '{"task_id":"t","status":null}', "status"),
  without("a task that is only inherited", `{"__proto__":${TASK}}`, "task_id"),
  lacking("an object for a list of tasks", `{"tasks":{"0":${TASK},"length":1},"count":1}`),
  lacking(
    "an answer that is only inherited",
    `{"__proto__":{"tasks":[${TASK}],"task_id":"t","status":"DOING"}}`,
  ),
  lacking(
    "an error under a status of success",
    '{"errCode":"SFS.TURBO.0106","errMsg":"Invalid task id."}',
    ", but says SFS.TURBO.0106 Invalid task id.",
  ),
  bad("a hundred thousand brackets that never close", "[".repeat(LEVELS), "it is not valid JSON"),
  bad("a hundred thousand lists in each other", deep, "it is JSON, but not an object"),
  bad(
    "UTF-16",
    ({ wrap }) =>
      joined(
        [0xff, 0xfe],
        [...wrap(TASK)].flatMap((sign) => [sign.charCodeAt(0), 0]),
      ),
    "it is not valid JSON",
  ),
  bad(
    "bytes that are no text",
    Uint8Array.from({ length: 999 }, (_, index) => 255 - (index % 128)),
    "it is not valid JSON",
  ),
  { name: "204", always: { status: 204 }, expected: noTask(204), ...goodIfDeleted },
  { name: "205", always: { status: 205 }, expected: noTask(205), ...goodIfDeleted },
  { name: "206 with half a task", always: { status: 206, body: TASK.slice(0, 9) }, expected: noTask(206) },
  {
    name: "an error in a hundred thousand levels",
    always: { status: 400, body: `{"errCode":"SFS.TURBO.0001","errMsg":"deep","details":${deep}}` },
    expected: refused("rejected", 400, "SFS.TURBO.0001", { errMsg: "deep" }),
  },
  good("a task with a hundred thousand levels in it", taskWith(`"new":${deep}`), { taskId: "t" }),
  good(
    "a task under the content type of a page",
    TASK,
    { taskId: "t" },
    { fault: { headers: { "content-type": "text/html" } } },
  ),
  good(
    "a task without a content type",
    TASK,
    { taskId: "t" },
    { fault: { headers: { "content-type": "" } } },
  ),
  good("a task after a byte-order mark", ({ wrap }) => joined([0xef, 0xbb, 0xbf], bytes(wrap(TASK))), {
    taskId: "t",
  }),
  good("a key that comes twice, of which the last counts", `{"status":"FAIL",${TASK.slice(1)}`, {
    taskId: "t",
  }),
  good(
    "a __proto__ that wants to be one",
    taskWith('"__proto__":{"message":"inherited","polluted":1}'),
    { message: "" },
    {
      look: (task) => [
        Object.hasOwn(task.raw, "__proto__"),
        task.polluted === undefined,
        /** @type {any} */ ({}).polluted === undefined,
      ],
      looked: [true, true, true],
    },
  ),
  good(
    "keys that JavaScript gives a meaning",
    taskWith('"then":1,"constructor":null,"toString":null,"toJSON":5'),
    { taskId: "t" },
    {
      look: (task) => [typeof task.then, typeof task.toString, task.raw.toJSON],
      looked: ["undefined", "function", 5],
    },
  ),
  good(
    "half of a character in escapes",
    taskWith('"message":"a\\ud800b"'),
    { taskId: "t" },
    {
      look: (task) => [task.raw.message, task.message],
      looked: ["a\ud800b", "a\ud800b"],
    },
  ),
  good(
    "a message that is not UTF-8",
    ({ wrap }) => {
      const [before = "", after = ""] = wrap(taskWith('"message":"a|b"')).split("|");
      return joined(bytes(before), [0xff, 0xc3], bytes(after));
    },
    { message: "a\ufffd\ufffdb" },
  ),
  good(
    "characters that are cut between two pieces",
    taskWith('"message":"\u00e9\u4e2d\ud83d\ude00"'),
    { message: "\u00e9\u4e2d\ud83d\ude00" },
    { fault: { chunkSize: 1 } },
  ),
  good(
    "numbers, null and flags where strings belong",
    taskWith('"message":5,"type":null,"src_prefix":true,"start_time":7,"end_time":{}'),
    {
      message: "5",
      type: "",
      srcPrefix: "",
      startTime: null,
      endTime: null,
    },
  ),
  good("times that are none", taskWith('"start_time":"2026-13-45T99:99:99","end_time":"soon"'), {
    startTime: null,
    endTime: null,
  }),
];
