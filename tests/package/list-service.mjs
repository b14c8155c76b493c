// A service with a list of tasks, for tests that read all its pages.
// @ts-check
import { row, scriptService } from "./scripted-service.mjs";

/** @param {number} count */
export const names = (count) => Array.from({ length: count }, (_, index) => `t${index}`);

/** @param {Iterable<any>} tasks */
export const idsOf = (tasks) => [...tasks].map(({ taskId }) => taskId);

/**
 * A service that follows the documentation, except for the given deviations.
 * @param {readonly string[]} ids
 * @param {{ most?: number, count?: (length: number) => unknown, start?: (offset: number) => number }} [ways]
 */
export function listService(
  ids,
  { most = Number.POSITIVE_INFINITY, count = (length) => length, start = (offset) => offset } = {},
) {
  return scriptService(({ parameters }, index) => {
    if (index > 500) throw new Error("it would never end");
    const offset = start(Number(parameters.get("offset")));
    const page = ids.slice(offset, offset + Math.min(most, Number(parameters.get("limit"))));
    return { body: { tasks: page.map((task_id) => row({ task_id })), count: count(ids.length) } };
  });
}

/** @param {AsyncIterable<any>} iterable */
export async function all(iterable) {
  const items = [];
  for await (const item of iterable) items.push(item);
  return items;
}
