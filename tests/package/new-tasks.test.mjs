// Waits for a task that was just created, and may be missing for a while.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { MISSING, rejection, row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  // With a started core, since the clock of a test does not wait for it.
  await sfsTurboTasks.getTask({
    ...scriptService(() => ({ body: row() })).options,
    shareId: "s",
    taskId: "t",
  });
});

/** @param {Record<string, unknown>} fields */
const seen = (fields) => ({ body: row(fields) });
const DOING = seen({});

describe("a task that was just created", () => {
  /** @param {import("node:test").TestContext} t @param {number} missing looks that do not find it */
  function createAndWait(t, missing) {
    const clock = startClock(t);
    let looks = 0;
    const service = scriptService(({ method }) => {
      if (method === "POST") return { status: 202, body: { task_id: "t" } };
      looks += 1;
      return looks <= missing ? MISSING : seen({ status: "SUCCESS" });
    }, clock.now);
    const client = sfsTurboTasks.createClient(service.options);
    const create = client.createTask({ shareId: "s", type: "export", srcTarget: "link" });
    return { clock, service, client, create };
  }

  test("may be missing for half a minute, if the result of createTask is spread into the options", async (t) => {
    const { clock, service, client, create } = createAndWait(t, 5);
    const task = await clock.until(client.waitForTask({ shareId: "s", ...(await create) }));
    assert.equal(task.status, "SUCCESS");
    assert.deepEqual(service.pauses().slice(1), [2_000, 3_000, 4_500, 6_750, 10_125]);
  });

  test("is not found after that", async (t) => {
    const { clock, service, client, create } = createAndWait(t, 6);
    const error = await rejection(clock.until(client.waitForTask({ shareId: "s", ...(await create) })));
    assert.deepEqual([error.kind, error.errCode, error.task], ["not-found", "SFS.TURBO.0106", null]);
    assert.equal(service.requests.length, 1 + 6);
  });

  test("is not waited for if only its id is passed", async (t) => {
    const { clock, client, create } = createAndWait(t, 1);
    const { taskId } = await create;
    const error = await rejection(clock.until(client.waitForTask({ shareId: "s", taskId })));
    assert.equal(error.kind, "not-found");
  });

  test("is gone when it is missing after it was seen once", async (t) => {
    const clock = startClock(t);
    const answers = [{ status: 202, body: { task_id: "t" } }, MISSING, DOING, MISSING];
    const service = scriptService((_, index) => answers[index] ?? DOING);
    const client = sfsTurboTasks.createClient(service.options);
    const created = await client.createTask({ shareId: "s", type: "export", srcTarget: "link" });
    const error = await rejection(clock.until(client.waitForTask({ shareId: "s", ...created })));
    assert.deepEqual([error.kind, error.task.status, service.requests.length], ["not-found", "DOING", 4]);
  });
});
