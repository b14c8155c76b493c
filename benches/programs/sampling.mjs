// The memory in use now: of the heap, and of the core. Import it before the package, which has to find these replacements.
// @ts-check

/** @typedef {{ calls: number, heap: number, pages: number }} Sample `heap`: bytes in use; `pages`: of 64 KiB, of the core */

/** The real one, even if another program replaces it later. */
const { setTimeout } = globalThis;

/** @type {WebAssembly.Memory[]} */
const memories = [];
// There is no other way to see the core's memory.
WebAssembly.Instance = class extends WebAssembly.Instance {
  /**
   * @param {WebAssembly.Module} module
   * @param {WebAssembly.Imports} [imports]
   */
  constructor(module, imports) {
    super(module, imports);
    // The decoder of the core has no imports.
    const memory =
      imports && Object.values(this.exports).find((value) => value instanceof WebAssembly.Memory);
    if (memory) memories.push(memory);
  }
};

/**
 * Does an action very many times, and prints the memory after each chunk of it as JSON.
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
  // Twice, with turns between: the next collection frees what a finalizer released in the first.
  for (let times = 0; times < 2; times += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const bytes = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return { calls, heap: process.memoryUsage().heapUsed, pages: bytes / 65536 };
}
