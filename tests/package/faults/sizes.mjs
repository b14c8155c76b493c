// Bodies larger than `maxResponseBytes`: they are refused without being read to an end that never comes.
// @ts-check
import { noTask, refused, succeeds } from "./expected.mjs";
import { TASK } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

const tooLong = `${TASK}${" ".repeat(200_000)}`;

/** @type {Fault[]} */
export const sizes = [
  {
    name: "a body larger than is allowed, and without an end",
    always: { body: tooLong, chunkSize: 16_384, hang: tooLong.length },
    options: { maxResponseBytes: 50_000 },
    expected: noTask(200, {
      errMsg:
        "the answer for task 11abef677ac40f46644d1d5cfc2424a4 is not a task: it is larger than maxResponseBytes",
      ends: ["broken"],
    }),
  },
  {
    name: "a body larger than the mebibyte that is allowed if nothing is said",
    always: { body: `${TASK}${" ".repeat(1_048_576)}`, hang: 1_048_576 + TASK.length },
    expected: noTask(200, { ends: ["broken"] }),
  },
  {
    name: "a body one byte larger than is allowed",
    always: { body: TASK },
    options: { maxResponseBytes: TASK.length - 1 },
    expected: noTask(200),
  },
  {
    name: "a body exactly as large as is allowed",
    always: { body: TASK },
    options: { maxResponseBytes: TASK.length },
    expected: succeeds({ taskId: "t" }),
  },
  {
    name: "an error whose body is too large and has no end",
    always: { status: 403, body: tooLong, hang: tooLong.length },
    options: { maxResponseBytes: 10 },
    expected: refused("forbidden", 403, "HTTP.403", { ends: ["broken"] }),
  },
];
