// All servers of the fault matrix: prepares them for a row and an operation, and reports what they saw.
// @ts-check

import { operationOf } from "../faults/operations.mjs";
import { faults } from "../faults/table.mjs";
import { startStand } from "./stand.mjs";

/** @typedef {Awaited<ReturnType<typeof startStand>>} Stand */

export async function startFaultServers() {
  /** One for each cell that runs at the same time. @type {Stand[]} */
  const stands = [];
  /** @type {Stand[]} */
  const free = [];
  /** @param {number} stand */
  const standOf = (stand) => {
    const found = stands[stand];
    if (found === undefined) throw new Error(`there is no stand ${stand}`);
    return found;
  };
  return {
    /**
     * @param {string} name a row's
     * @param {string} title an operation's
     */
    async prepare(name, title) {
      const fault = faults.find((row) => row.name === name);
      if (fault === undefined) throw new Error(`no row is called ${name}`);
      const stand = free.pop() ?? (await startStand());
      if (!stands.includes(stand)) stands.push(stand);
      return { ...stand.prepare(fault, operationOf(title)), stand: stands.indexOf(stand) };
    },
    /** @param {number} stand */
    seen: async (stand) => standOf(stand).seen,
    /** @param {number} stand */
    async finish(stand) {
      const finished = await standOf(stand).finish();
      free.push(standOf(stand));
      return finished;
    },
    async close() {
      await Promise.all(stands.map((stand) => stand.close()));
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startFaultServers>>} FaultServers */
