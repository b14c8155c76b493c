// One wait or watch with the given ending, and the longest pauses: a remaining timer keeps this process alive, and a timer that
// does not keep it alive lets it end too early.
// @ts-check
import { createClient } from "sfs-turbo-tasks";
import { createEmulator } from "sfs-turbo-tasks/emulator";

const LONGEST = 2_147_483_647;
const emulator = createEmulator({ taskDuration: Infinity });
const { endpoint, projectId, token, fetch } = emulator;
const client = createClient({ endpoint, projectId, token, fetch, timeout: LONGEST, attemptTimeout: LONGEST });
const shareId = emulator.addFileSystem();
const { taskId } = emulator.addTask({ shareId });
const controller = new AbortController();
const ofShare = { shareId, interval: LONGEST, waitTimeout: LONGEST, signal: controller.signal };
const usual = { ...ofShare, taskId };
const status = (/** @type {{ status: string }} */ task) => task.status;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** More turns of the event loop than a look in memory needs to get as far as it can. */
async function turns() {
  for (let passed = 0; passed < 50; passed += 1) await turn();
}

/** @type {Record<string, () => Promise<unknown>>} */
const endings = {
  // The only one with a pause that has to pass.
  "a pause, and success": () =>
    client
      .waitForTask({
        ...usual,
        interval: 250,
        onUpdate: (task) => task.status === "DOING" && emulator.finishTask({ shareId, taskId }),
      })
      .then(status),
  "success at once": () => {
    emulator.finishTask({ shareId, taskId });
    return client.waitForTask(usual).then(status);
  },
  failure: () => {
    emulator.finishTask({ shareId, taskId }, { outcome: "FAIL" });
    return client.waitForTask(usual);
  },
  "an abort in a pause": async () => {
    const wait = client.waitForTask(usual);
    await turns();
    controller.abort("enough");
    return wait;
  },
  "an abort of a silent request": async () => {
    emulator.misbehave({ hang: "headers" });
    const wait = client.waitForTask(usual);
    await turns();
    controller.abort("enough");
    return wait;
  },
  "a callback that throws": () =>
    client.waitForTask({
      ...usual,
      onUpdate() {
        throw "enough";
      },
    }),
  "a loop that is left": async () => {
    for await (const task of client.watchTask(usual)) return task.status;
  },
  "a watch that is given up in a pause": async () => {
    const watching = client.watchTasks(ofShare);
    await watching.next();
    const waiting = watching.next();
    await turns();
    await watching.return();
    return (await waiting).done;
  },
  "a list that is left": async () => {
    for await (const task of client.listAllTasks({ shareId })) return task.status;
  },
};

const outcome = await endings[process.argv[2] ?? ""]?.().catch((error) => error.errCode ?? error);
const timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout");
console.log(JSON.stringify({ outcome, timers }));
