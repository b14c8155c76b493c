// The load of very many followed tasks on a gateway that accepts few requests, and its effect on them.
// @ts-check
import { join } from "node:path";
import { mustRun } from "../../tools/run.mjs";
import { project } from "../workspace.mjs";

/** @typedef {import("../programs/fleet.mjs").Fleet} Fleet */
/** @typedef {import("../programs/fleet.mjs").Outcome} Outcome */

/** In the order of the rows. */
const rows = [
  { name: "waitForTask", plan: "waitForTask" },
  { name: "watchTasks", plan: "watchTasks" },
  { name: "by hand, each 2 s", plan: "fixed", interval: 2000 },
  { name: "by hand, each 5 s", plan: "fixed", interval: 5000 },
];

/** The seconds in which the rate is measured: after the rush of the first minute, and before the first task can have ended. */
const steady = { from: 60, to: 1800 };

/**
 * @param {import("../options.mjs").Amounts} amounts
 * @returns {Promise<import("../table.mjs").Table[]>}
 */
export async function measureFleet({ fleet: { tasks, limit } }) {
  /** @type {Record<string, Outcome>} */
  const data = {};
  for (const { name, ...own } of rows) {
    const program = [join(project, "programs/fleet.mjs"), JSON.stringify({ ...own, tasks, limit })];
    const { output } = await mustRun(process.execPath, program, { cwd: project, output: "capture" });
    data[name] = JSON.parse(output);
  }
  const count = tasks.toLocaleString("en");
  return [
    {
      title: `A fleet: ${count} tasks followed at the same time`,
      notes: [
        `${count} tasks of half an hour to two hours, all followed from within one second on. Of each second the first ${limit}`,
        "requests pass; the others get 429 without Retry-After. On a clock on which nobody waits, so that no figure is a matter",
        "of the machine. A second: requests from the second minute until the first half hour is over, and over what can pass.",
        "Throttled: of all requests. Late: seconds from the end of a task until it was told. Silence: the longest time a task",
        "was not heard of; 99 % of the tasks have a shorter one. watchTasks: a list of at most 1,000 tasks for each file system.",
      ],
      columns: [
        "how",
        "requests",
        "a second",
        "x limit",
        "worst second",
        "throttled",
        "failed",
        "late, median",
        "late, 99 %",
        "latest",
        "silence, 99 %",
        "longest",
      ],
      rows: Object.entries(data).map(([name, outcome]) => [name, ...cells(outcome, limit)]),
      data,
    },
  ];
}

/**
 * @param {Outcome} outcome
 * @param {number} limit
 */
function cells({ requests, throttled, failed, late, silences }, limit) {
  const sent = sum(requests);
  const seconds = requests.slice(steady.from, steady.to);
  const rate = sum(seconds) / seconds.length;
  return [
    `${sent}`,
    rate.toFixed(1),
    (rate / limit).toFixed(2),
    `${Math.max(...seconds)}`,
    `${((100 * throttled) / sent).toFixed(0)} %`,
    `${failed}`,
    ...[0.5, 0.99, 1].map((share) => secondsAt(late, share)),
    ...[0.99, 1].map((share) => secondsAt(silences, share)),
  ];
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * @param {readonly number[]} milliseconds
 * @param {number} share the part of them that takes no longer
 */
function secondsAt(milliseconds, share) {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  return ((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN) / 1000).toFixed(0);
}
