// Prints how much memory remains after many looks. Time is replaced, so each pause passes in one turn of the event loop.
// @ts-check
import { createClient } from "sfs-turbo-tasks";

const [, , what, warmUp, measured] = process.argv;
const [looksBefore, looksAfter] = [Number(warmUp), Number(warmUp) + Number(measured)];

let now = 0;
performance.now = () => now;
Object.assign(globalThis, {
  setTimeout: (/** @type {() => void} */ run, /** @type {number} */ milliseconds) =>
    setImmediate(() => {
      now += milliseconds;
      run();
    }),
  clearTimeout: clearImmediate,
});

const controller = new AbortController();
let looks = 0;
let before = 0;

/** The memory in use after the garbage collection. */
async function memory() {
  for (let round = 0; round < 4; round += 1) {
    if (globalThis.gc === undefined) throw new Error("It needs --expose-gc.");
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}

const task = (/** @type {number} */ number) => ({
  task_id: `t${number}`,
  status: "DOING",
  message: `${looks}`,
});
const tasks = () => Array.from({ length: 20 }, (_, number) => task(number + (looks % 7)));
const answer = what === "task" ? () => task(0) : () => ({ tasks: tasks(), count: 20 });

async function fetch() {
  looks += 1;
  if (looks === looksBefore) before = await memory();
  if (looks === looksAfter) {
    console.log(
      JSON.stringify({ looks, grown: (await memory()) - before, hours: Math.floor(now / 3_600_000) }),
    );
    controller.abort("enough");
  }
  // One of seven looks is refused, and one fails.
  if (looks % 7 === 3) return new Response("{}", { status: 401 });
  if (looks % 7 === 5) return new Response("{}", { status: 503 });
  return new Response(JSON.stringify(answer()));
}

let tokens = 0;
const client = createClient({
  endpoint: "https://sfs.example",
  projectId: "p",
  fetch,
  async token() {
    tokens += 1;
    return `MIIEtoken-number-${tokens}-${"x".repeat(2_000)}`;
  },
});
const usual = {
  shareId: "s",
  signal: controller.signal,
  onFault() {},
  interval: () => undefined,
};

async function watch() {
  for await (const _ of client.watchTasks(usual));
}

const run = what === "task" ? client.waitForTask({ ...usual, taskId: "t0", onUpdate() {} }) : watch();
await run.catch((reason) => {
  if (reason !== "enough") throw reason;
});
