// What memory is taken now: of the heap, and by the core. To be imported before the package, which has to find what stands here.
// @ts-check

/** @typedef {{ calls: number, heap: number, pages: number }} Sample `heap`: bytes in use; `pages`: of 64 KiB, of the core */

/** The real one, whatever somebody puts in its place later. */
const { setTimeout } = globalThis;

/** @type {WebAssembly.Memory[]} */
const memories = [];
// The core's memory can be seen in no other way.
WebAssembly.Instance = class extends WebAssembly.Instance {
  /**
   * @param {WebAssembly.Module} module
   * @param {WebAssembly.Imports} [imports]
   */
  constructor(module, imports) {
    super(module, imports);
    // What decodes the core imports nothing.
    const memory =
      imports && Object.values(this.exports).find((value) => value instanceof WebAssembly.Memory);
    if (memory) memories.push(memory);
  }
};

/**
 * Does something very many times, and prints as JSON what memory was taken after each chunk of it.
 * @param {() => Promise<void>} once
 * @param {{ calls: number, chunk: number }} amounts
 */
export async function printSamples(once, { calls, chunk }) {
  /** @type {Sample[]} */
  const samples = [];
  for (let made = 0; made < calls; made += chunk) {
    for (let call = 0; call < chunk; call += 1) await once();
    samples.push(await sample(made + chunk));
  }
  console.log(JSON.stringify({ samples, cores: memories.length }));
}

/**
 * @param {number} calls
 * @returns {Promise<Sample>}
 */
async function sample(calls) {
  // Twice, with turns between: what a finalizer lets go in one collection is collected by the next.
  for (let times = 0; times < 2; times += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const bytes = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return { calls, heap: process.memoryUsage().heapUsed, pages: bytes / 65536 };
}
