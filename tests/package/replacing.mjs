// Replaces a global while a function runs.
// @ts-check

/**
 * Replaces a global while a function runs.
 * @template Result
 * @param {string} name
 * @param {unknown} value
 * @param {() => Result} run
 * @returns {Promise<Awaited<Result>>}
 */
export async function replacing(name, value, run) {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    return await run();
  } finally {
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    else Reflect.deleteProperty(globalThis, name);
  }
}
