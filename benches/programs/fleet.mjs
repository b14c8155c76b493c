// Follows very many tasks, all started within one second, through a gateway that accepts few requests; prints the results as
// JSON. The package is the real one, on a clock without waiting.
// @ts-check
import { Clock } from "./clock.mjs";
import { Gateway, refusal } from "./gateway.mjs";
import { Tasks } from "./tasks.mjs";

/**
 * @typedef {object} Fleet
 * @property {keyof typeof plans} plan
 * @property {number} [interval] milliseconds between two looks; none: the default of the package
 * @property {number} tasks
 * @property {number} limit requests that pass in a second
 *
 * @typedef {object} Outcome
 * @property {number[]} requests by the second
 * @property {number} throttled
 * @property {number} failed
 * @property {number[]} late milliseconds from the end of each task until it was reported
 * @property {number[]} silences the longest time without news of each task, in milliseconds
 */

/** The size of the largest list. */
const tasksOfList = 1000;

/** @type {Fleet} */
const { plan, interval, tasks: count, limit } = JSON.parse(process.argv[2] ?? "");

// The same in every run, so runs can be compared (xorshift).
let state = 20_261_126;
Math.random = () => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
};
const clock = new Clock();
const gateway = new Gateway(limit);
const tasks = new Tasks(count);
let failed = 0;

const plans = {
  /** A request for each task. */
  async waitForTask() {
    const { waitForTask } = await client();
    await run(count, async (place) => {
      await waitForTask({ shareId: "s", taskId: `${place}`, interval });
      tasks.told(place, clock.now);
    });
  },
  /** A request for each file system. */
  async watchTasks() {
    const { watchTasks } = await client();
    await run(Math.ceil(count / tasksOfList), async (list) => {
      let running = placesOf(list).length;
      for await (const { changed } of watchTasks({ shareId: `${list}`, interval })) {
        const ended = changed.filter(({ status }) => status === "SUCCESS");
        for (const { taskId } of ended) tasks.told(Number(taskId), clock.now);
        running -= ended.length;
        if (running === 0) return;
      }
    });
  },
  /** Code written by hand, without the package: a request for each task, and the same pause after each answer. */
  fixed() {
    const offsets = tasks.ends.map(() => Math.floor(Math.random() * 1000)).sort((one, other) => one - other);
    let waiting = [...offsets.entries()];
    for (let start = 0; waiting.length > 0; start += interval ?? 0) {
      waiting = waiting.filter(([place, offset]) => {
        const now = start + offset;
        if (!gateway.admits(now) || !tasks.tell(place, now)) return true;
        tasks.told(place, now);
        return false;
      });
    }
  },
};

await plans[plan]();
/** @type {Outcome} */
const outcome = {
  requests: gateway.requests,
  throttled: gateway.throttled,
  failed,
  late: tasks.late,
  silences: tasks.silences,
};
console.log(JSON.stringify(outcome));

/**
 * @param {number} followers which start within one second
 * @param {(follower: number) => Promise<void>} follow
 */
async function run(followers, follow) {
  let running = followers;
  for (let follower = 0; follower < followers; follower += 1) {
    const begin = () =>
      follow(follower)
        .catch(() => {
          failed += 1;
        })
        .finally(() => {
          running -= 1;
        });
    clock.setTimeout(begin, Math.random() * 1000);
  }
  while (running > 0) if (!(await clock.advance())) throw new Error("nothing happens any more");
}

async function client() {
  clock.install();
  const { createClient } = await import("sfs-turbo-tasks");
  const { projectId, token } = await import("../candidates/ids.mjs");
  return createClient({ endpoint: "https://sfs-turbo.invalid", projectId, token, fetch: answer });
}

/** @param {string} url */
async function answer(url) {
  const passes = gateway.admits(clock.now);
  const body = passes ? textOf(new URL(url).pathname.split("/")) : refusal;
  return { status: passes ? 200 : 429, headers: { get: () => null }, text: async () => body };
}

/** @param {string[]} path `/v1/{project}/sfs-turbo/{share}/hpc-cache/task/{task}`, or `…/tasks` */
function textOf(path) {
  if (path[6] === "task") return tasks.text(Number(path[7]), clock.now);
  const texts = placesOf(Number(path[4])).map((place) => tasks.text(place, clock.now));
  return `{"tasks":[${texts.join(",")}],"count":${texts.length}}`;
}

/** @param {number} list */
function placesOf(list) {
  const places = Math.min(tasksOfList, count - list * tasksOfList);
  return Array.from({ length: places }, (_, index) => list * tasksOfList + index);
}
