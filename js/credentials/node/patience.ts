// Ends the wait for a caller's function that never answers: a renewal that hangs would hold all calls.

import { broken } from "./error.js";

const patience = 60_000;

/** What a caller's function gives, within a minute. */
export async function within<Value>(
  source: string,
  name: string,
  ask: () => Value | Promise<Value>,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = broken(source, `${name} gave nothing within ${patience} ms.`);
    timer = setTimeout(() => reject(error), patience);
  });
  try {
    return await Promise.race([ask(), late]);
  } finally {
    clearTimeout(timer);
  }
}
