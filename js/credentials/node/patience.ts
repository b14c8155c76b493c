// Calls a caller's function with a time limit: a function that never answers would block all calls. Whatever it throws is caught.

import { broken } from "./error.js";
import { errorOf } from "./thrown.js";

const PATIENCE = 60_000;

/**
 * The result of a caller's function, within a minute.
 *
 * @param secrets Secrets that the message of its error must not contain.
 */
export async function within<Value>(
  source: string,
  name: string,
  ask: () => Value | Promise<Value>,
  secrets: readonly (string | undefined)[] = [],
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = broken(source, `${name} gave nothing within ${PATIENCE} ms.`);
    timer = setTimeout(() => reject(error), PATIENCE);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    throw errorOf(source, error, `${name} failed: `, secrets);
  } finally {
    clearTimeout(timer);
  }
}
