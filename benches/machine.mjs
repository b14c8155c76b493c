// The machine of the measurements: without it, tables cannot be compared.
// @ts-check
import { cpus, loadavg, release, totalmem, type } from "node:os";

/**
 * @typedef {object} Machine
 * @property {string} cpu
 * @property {number} cores
 * @property {number} memory GiB
 * @property {string} system
 * @property {string} node the Node that runs the benchmark
 * @property {number[]} load the load averages of 1, 5 and 15 minutes when it began
 * @property {string} date
 */

/** @returns {Machine} */
export function describeMachine() {
  const processors = cpus();
  return {
    cpu: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    load: loadavg(),
    date: new Date().toISOString().slice(0, 10),
  };
}

/** @param {Machine} machine */
export function machineText({ cpu, cores, memory, system, node, load, date }) {
  const averages = load.map((value) => value.toFixed(2)).join(", ");
  const busy = (load[0] ?? 0) > cores / 2 ? "; this machine is busy with other work" : "";
  return `${date}: ${cpu}, ${cores} cores, ${memory} GiB, ${system}, Node ${node}; load average ${averages}${busy}`;
}
