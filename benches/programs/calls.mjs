// Times blocks of calls of a candidate and of its base in turns, in one process; prints the milliseconds as JSON.
// @ts-check
import { strict as assert } from "node:assert";

/**
 * @typedef {object} Side
 * @property {string} module a file in `candidates/`
 * @property {string} [transport] a file in `transports/`; none: the network
 * @property {string} [body] the body of an answer from memory, if the transport does not know it
 */

/**
 * @typedef {object} Task
 * @property {Side} candidate
 * @property {Side} bare the base of the comparison
 * @property {string} endpoint
 * @property {string} expectedId
 * @property {number} rounds
 * @property {number} calls of one block
 * @property {number} inFlight how many of them at once
 */

/** @type {Task} */
const task = JSON.parse(process.argv[2] ?? "");

const bare = await makeCall(task.bare);
const candidate = await makeCall(task.candidate);
assert.equal(await bare(), task.expectedId);
assert.equal(await candidate(), task.expectedId);

/** @type {{ bare: number[], candidate: number[] }} */
const milliseconds = { bare: [], candidate: [] };
// The first round warms up the compilers of the engine: its times are not kept.
for (let round = 0; round <= task.rounds; round += 1) {
  const candidateFirst = round % 2 === 1;
  const early = candidateFirst ? await block(candidate) : 0;
  const bareTime = await block(bare);
  const candidateTime = candidateFirst ? early : await block(candidate);
  if (round === 0) continue;
  milliseconds.bare.push(bareTime);
  milliseconds.candidate.push(candidateTime);
}
console.log(JSON.stringify(milliseconds));
// A client may keep its connections, and so the process, open.
process.exit();

/**
 * @param {Side} side
 * @returns {Promise<() => Promise<string>>}
 */
async function makeCall({ module, transport, body }) {
  const { createCall } = await import(`../candidates/${module}`);
  if (!transport) return createCall({ endpoint: task.endpoint });
  const { createTransport } = await import(`../transports/${transport}`);
  return createCall({ endpoint: task.endpoint, transport: createTransport(body) });
}

/** @param {() => Promise<string>} call */
async function block(call) {
  let begun = 0;
  const line = async () => {
    while (begun < task.calls) {
      begun += 1;
      await call();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: task.inFlight }, line));
  return performance.now() - start;
}
