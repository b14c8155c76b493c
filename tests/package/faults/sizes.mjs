// Bodies larger than `maxResponseBytes`: they are refused without being read to their end, which may never come.
// @ts-check
import { noTask, refused, succeeds, USUAL_STATUS } from "./expected.mjs";
import { TASK } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./operations.mjs").Operation} Operation */

const MEBIBYTE = 1_048_576;
const BLANKS = " ".repeat(200_000);
/** @param {Operation} operation */
const tooLong = ({ wrap }) => wrap(TASK) + BLANKS;
/** @param {Operation} operation */
const longest = ({ wrap, maxResponseBytes }) => wrap(TASK).padEnd(maxResponseBytes);

/** @type {Fault[]} */
export const sizes = [
  {
    name: "a body larger than is allowed, and without an end",
    always: (operation) => ({ body: tooLong(operation), chunkSize: 16_384, hang: BLANKS.length }),
    options: { maxResponseBytes: 50_000 },
    expected: noTask(USUAL_STATUS, {
      problem: "it is larger than maxResponseBytes",
      ends: ["broken"],
    }),
  },
  {
    name: "a body one byte larger than is allowed if nothing is said",
    always: (operation) => ({
      body: `${longest(operation)} `,
      chunkSize: MEBIBYTE,
      hang: operation.maxResponseBytes + 1,
    }),
    expected: noTask(USUAL_STATUS, { ends: ["broken"] }),
  },
  {
    name: "a body as large as is allowed if nothing is said",
    always: (operation) => ({ body: longest(operation) }),
    expected: succeeds({ taskId: "t" }),
  },
  {
    name: "a body one byte larger than is allowed",
    always: ({ wrap }) => ({ body: wrap(TASK) }),
    options: ({ answer }) => ({ maxResponseBytes: answer.length - 1 }),
    recovers: false,
    expected: noTask(USUAL_STATUS),
  },
  {
    name: "a body exactly as large as is allowed",
    always: ({ wrap }) => ({ body: wrap(TASK) }),
    options: ({ answer }) => ({ maxResponseBytes: answer.length }),
    expected: succeeds({ taskId: "t" }),
  },
  {
    name: "an error whose body is too large and has no end",
    always: { status: 403, body: BLANKS, hang: BLANKS.length },
    options: { maxResponseBytes: 10 },
    expected: refused("forbidden", 403, "HTTP.403", { ends: ["broken"] }),
  },
];
