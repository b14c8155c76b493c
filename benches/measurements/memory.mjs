// The memory that remains after very many calls: the heap in use, and the memory of the core.
// @ts-check
import { join } from "node:path";
import { mustRun } from "../../tools/run.mjs";
import { answers } from "../answers.mjs";
import { kibibytes } from "../table.mjs";
import { project } from "../workspace.mjs";

/** @typedef {import("../programs/sampling.mjs").Sample} Sample */

/**
 * How much the heap in use may grow over the last half of the calls. The engine's own bookkeeping changes it by some 150 KiB in
 * both directions. The smallest object that each of 50,000 calls could leave behind would add up to 780 KiB.
 */
const MARGIN = 256 * 1024;

/** In the order of the rows; `ending` is the program's name for it. */
const scenarios = [
  { name: "calls", program: "memory.mjs", ending: "success" },
  { name: "failing calls", program: "memory.mjs", ending: "failure" },
  { name: "aborted calls", program: "memory.mjs", ending: "abort" },
  { name: "polls of one wait", program: "polls.mjs", ending: "wait" },
  { name: "half throttled", program: "polls.mjs", ending: "throttled" },
  { name: "changes of one watch", program: "polls.mjs", ending: "watch" },
];

/**
 * @param {import("../options.mjs").Amounts} amounts
 * @returns {Promise<import("../table.mjs").Table[]>}
 */
export async function measureMemory({ memoryCalls, memoryChunk }) {
  /** @type {Record<string, Sample[]>} */
  const data = {};
  for (const { name, program, ending } of scenarios) {
    const args = [
      "--expose-gc",
      // An engine drops compiled code of functions that rest: 400 KiB at some time, and a leak could not be seen.
      "--no-flush-bytecode",
      join(project, "programs", program),
      ending,
      `${memoryCalls}`,
      `${memoryChunk}`,
      answers["sfs-turbo"].body,
    ];
    const { output } = await mustRun(process.execPath, args, { cwd: project, output: "capture" });
    const { samples, cores } = JSON.parse(output);
    if (cores !== 1) throw new Error(`the core was started ${cores} times`);
    data[name] = samples;
  }
  const made = (data.calls ?? []).map(({ calls }) => `${calls / 1000}k`);
  return [
    {
      title: "Memory of this package",
      notes: [
        `${memoryCalls} calls one after the other, in memory, or so many looks of one waitForTask or watchTask, on a clock on which`,
        `nobody waits, with a new token for each; sampled after each ${memoryChunk}, after a garbage collection. Heap: KiB in use.`,
        "Core: pages of 64 KiB of WebAssembly memory. Flat: over the last half of the calls the core's memory does not grow",
        `and the heap grows by ${MARGIN / 1024} KiB at most.`,
      ],
      columns: ["what", "", ...made, "growth", "flat"],
      rows: Object.entries(data).flatMap(([name, samples]) => rowsOf(name, samples)),
      data,
    },
  ];
}

/**
 * @param {string} name
 * @param {Sample[]} samples
 */
function rowsOf(name, samples) {
  const pages = samples.map((sample) => sample.pages);
  const heap = samples.map((sample) => sample.heap);
  const growths = { heap: growth(heap), pages: growth(pages) };
  return [
    [
      name,
      "heap",
      ...heap.map(kibibytes),
      kibibytes(growths.heap),
      growths.heap <= MARGIN ? "flat" : "GROWS",
    ],
    ["", "core", ...pages.map(String), `${growths.pages}`, growths.pages <= 0 ? "flat" : "GROWS"],
  ];
}

/**
 * @param {number[]} values
 * @returns {number} by how much the last sample exceeds the middle one
 */
function growth(values) {
  const middle = values[Math.ceil(values.length / 2) - 1] ?? Number.NaN;
  return (values.at(-1) ?? Number.NaN) - middle;
}
