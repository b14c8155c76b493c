// Lets one wait, or one watch, poll very many times, on a clock without waiting; prints the memory after each chunk of its polls
// as JSON.
// @ts-check
import { Clock } from "./clock.mjs";
import { printSamples } from "./sampling.mjs";

const [ending = "", calls = "", chunk = "", body = ""] = process.argv.slice(2);

const clock = new Clock();
clock.install();
const { createClient } = await import("sfs-turbo-tasks");
const { projectId, shareId, taskId } = await import("../candidates/ids.mjs");

const headers = { "content-type": "application/json" };
let polls = 0;

const good = (/** @type {string} */ text) => new Response(text, { status: 200, headers });

/** @type {Record<string, () => Response>} */
const answers = {
  wait: () => good(body),
  // Every second one; each causes an error, which onFault gets.
  throttled: () => (polls % 2 === 0 ? new Response("", { status: 429 }) : good(body)),
  // Another one each time.
  watch: () => good(JSON.stringify({ ...JSON.parse(body), message: `${polls}` })),
};

const client = createClient({
  endpoint: "https://sfs-turbo.invalid",
  projectId,
  // A wait lasts longer than its tokens.
  token: () => `token${polls}`,
  fetch: async () => {
    polls += 1;
    return /** @type {Response} */ (answers[ending]?.());
  },
});
// Much shorter than the default: the clock passes each millisecond.
const options = { shareId, taskId, interval: 250 };

/** @type {Record<string, () => () => Promise<void>>} each begins, and gives what asks once more */
const endings = {
  wait() {
    void client.waitForTask(options);
    return poll;
  },
  throttled() {
    let faults = 0;
    const onFault = () => {
      faults += 1;
    };
    void client.waitForTask({ ...options, onFault });
    return async () => {
      await poll();
      if (faults !== Math.floor(polls / 2)) throw new Error(`${faults} faults of ${polls} polls`);
    };
  },
  watch() {
    const watch = client.watchTask(options);
    return async () => {
      const next = watch.next();
      await poll();
      const { value } = await next;
      if (value?.message !== `${polls}`) throw new Error("another change");
    };
  },
};

const begin = endings[ending];
if (begin === undefined) throw new Error(`no ending is "${ending}"`);
await printSamples(begin(), { calls: Number(calls), chunk: Number(chunk) });
// It would continue.
process.exit();

/** Until the next poll has been answered. */
async function poll() {
  const before = polls;
  // The first one does not use a timer.
  await clock.settle();
  while (polls === before) if (!(await clock.advance())) throw new Error("nothing happens any more");
}
