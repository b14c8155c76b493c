// Asks a caller's function: one that never answers would hold all calls, and one that fails throws whatever it likes.

import { broken } from "./error.js";
import { errorOf } from "./thrown.js";

const patience = 60_000;

/**
 * What a caller's function gives, within a minute.
 *
 * @param secrets What must not be told of what it throws.
 */
export async function within<Value>(
  source: string,
  name: string,
  ask: () => Value | Promise<Value>,
  secrets: readonly (string | undefined)[] = [],
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = broken(source, `${name} gave nothing within ${patience} ms.`);
    timer = setTimeout(() => reject(error), patience);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    throw errorOf(source, error, `${name} failed: `, secrets);
  } finally {
    clearTimeout(timer);
  }
}
