// Candidates beside their base, answered from memory, in turns: the times, and the rows of a table.
// @ts-check
import { expectedId } from "../answers.mjs";
import { differences, quartiles, ratios, spread } from "../statistics.mjs";
import { timeInTurns } from "./calls.mjs";

/** @typedef {import("../programs/calls.mjs").Side} Side */
/** @typedef {Record<string, import("./calls.mjs").Times>} Data the times of each candidate, by its name */

/**
 * @param {readonly { name: string, side: Side }[]} candidates
 * @param {Side} base
 * @param {import("./calls.mjs").Blocks} blocks
 */
export async function timeBesideBase(candidates, base, { rounds, calls }) {
  /** @type {Data} */
  const data = {};
  for (const { name, side } of candidates) {
    const sides = { candidate: side, bare: base };
    const amounts = { rounds, calls, inFlight: 1 };
    data[name] = await timeInTurns({ ...sides, ...amounts, expectedId, endpoint: "https://memory.invalid" });
  }
  return data;
}

/**
 * Ratio, difference, and the base beside it.
 * @param {Data} data
 * @param {number} scale from the milliseconds of a block to the unit of a call
 * @param {number} digits of the base, after the point
 */
export function rowsBesideBase(data, scale, digits) {
  const each = (/** @type {number[]} */ own) => own.map((value) => value * scale);
  return Object.entries(data).map(([name, { bare, candidate }]) => [
    name,
    spread(ratios(candidate, bare)),
    spread(differences(each(candidate), each(bare))),
    quartiles(each(bare)).median.toFixed(digits),
  ]);
}
