// The cost of a call once everything is warm: from memory, over an open connection, and many at once.
// @ts-check
import { join } from "node:path";
import { mustRun } from "../../tools/run.mjs";
import { answers, expectedId } from "../answers.mjs";
import { bareFetch, candidates } from "../candidates.mjs";
import { startServer } from "../server.mjs";
import { differences, quartiles, ratios, spread } from "../statistics.mjs";
import { project, withoutWarnings } from "../workspace.mjs";

/** @typedef {{ rounds: number, calls: number, inFlight?: number }} Blocks */
/** @typedef {{ bare: number[], candidate: number[] }} Times milliseconds of each block */

/**
 * @param {import("../options.mjs").Amounts} amounts
 * @returns {Promise<import("../table.mjs").Table[]>}
 */
export async function measureCalls({ memoryBlocks, loopbackBlocks }) {
  const inMemory = await measure(memoryBlocks, undefined);
  const loopback = await measure(loopbackBlocks, await startServer());
  return [
    perCall(
      "Per call, in memory",
      memoryBlocks,
      inMemory,
      "answers come from memory, through the client's own transport.",
    ),
    perCall(
      "Per call, loopback",
      loopbackBlocks,
      loopback,
      "a server on this machine keeps the connections open.",
    ),
  ];
}

/**
 * @param {import("../options.mjs").Amounts} amounts
 * @returns {Promise<import("../table.mjs").Table[]>}
 */
export async function measureThroughput({ throughputBlocks }) {
  const times = await measure(throughputBlocks, await startServer());
  const { rounds, calls, inFlight } = throughputBlocks;
  return [
    {
      title: `Throughput, ${inFlight} calls in flight, loopback`,
      notes: [
        `${rounds} x ${calls} calls, blocks of bare fetch and of the candidate in turns, a process for each candidate. Calls`,
        "per second over bare fetch beside it: more is better. Median (quartiles).",
      ],
      columns: ["candidate", "x fetch", "calls/s", "fetch beside it"],
      rows: [...times].map(([name, { bare, candidate }]) => [
        name,
        spread(ratios(bare, candidate)),
        ...[candidate, bare].map((own) => ((calls * 1000) / quartiles(own).median).toFixed(0)),
      ]),
      data: Object.fromEntries(times),
    },
  ];
}

/**
 * @param {Blocks} blocks
 * @param {Awaited<ReturnType<typeof startServer>> | undefined} server none: answers from memory
 * @returns {Promise<Map<string, Times>>}
 */
async function measure({ rounds, calls, inFlight = 1 }, server) {
  /** @type {Map<string, Times>} */
  const times = new Map();
  try {
    for (const { name, ...own } of candidates) {
      const sides = { candidate: sideOf(own, server), bare: sideOf(bareFetch, server) };
      const endpoint = server?.endpoint ?? "https://memory.invalid";
      times.set(name, await timeInTurns({ ...sides, rounds, calls, inFlight, expectedId, endpoint }));
    }
  } finally {
    await server?.close();
  }
  return times;
}

/**
 * @param {Pick<import("../candidates.mjs").Candidate, "module" | "transport" | "service">} candidate
 * @param {unknown} server none: answers from memory
 * @returns {import("../programs/calls.mjs").Side}
 */
function sideOf({ module, transport, service }, server) {
  return server ? { module } : { module, transport, body: answers[service].body };
}

/**
 * @param {import("../programs/calls.mjs").Task} task
 * @returns {Promise<Times>}
 */
export async function timeInTurns(task) {
  const program = [join(project, "programs/calls.mjs"), JSON.stringify(task)];
  const { output } = await mustRun(process.execPath, program, {
    cwd: project,
    env: withoutWarnings,
    output: "capture",
  });
  return JSON.parse(output);
}

/**
 * @param {string} title
 * @param {Blocks} blocks
 * @param {Map<string, Times>} times
 * @param {string} how
 * @returns {import("../table.mjs").Table}
 */
function perCall(title, { rounds, calls }, times, how) {
  const microseconds = (/** @type {number[]} */ own) => own.map((value) => (value * 1000) / calls);
  return {
    title,
    notes: [
      `${rounds} x ${calls} calls one after the other, blocks of bare fetch and of the candidate in turns, a process for each`,
      `candidate; ${how} Median (quartiles).`,
    ],
    columns: ["candidate", "x fetch", "over fetch us", "fetch beside it us"],
    rows: [...times].map(([name, { bare, candidate }]) => [
      name,
      spread(ratios(candidate, bare)),
      spread(differences(microseconds(candidate), microseconds(bare)), 0),
      quartiles(microseconds(bare)).median.toFixed(1),
    ]),
    data: Object.fromEntries(times),
  };
}
