// Which faults keep a request from the service, and which keep only its answer from the caller.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { create, createEmulator, documentedTask, listIds, readTask, remove } from "./known.mjs";

/** @typedef {import("./known.mjs").Fault} Fault */

describe("a creation or deletion with a fault", () => {
  /** @type {[fault: Fault, tasks: 1 | 2][]} */
  const creations = [
    [{ status: 503 }, 1],
    [{ status: 504, carryOut: true }, 2],
    [{ status: 504, carryOut: false }, 1],
    [{ reject: "network" }, 1],
    [{ reject: "network", carryOut: true }, 2],
    [{ hang: "headers" }, 1],
    [{ hang: "headers", carryOut: true }, 2],
    [{ hang: "body" }, 2],
    [{ cutOff: 0 }, 2],
    [{ body: "<html>" }, 2],
    [{ headers: { "x-request-id": "" } }, 2],
    [{ delay: 1 }, 2],
    [{ delay: 1, carryOut: true }, 2],
    [{ delay: 1e9 }, 1],
    [{ delay: 1e9, carryOut: true }, 1],
  ];
  for (const [fault, tasks] of creations) {
    const name = JSON.stringify(fault);
    test(`leaves ${tasks === 2 ? "a task behind" : "no task behind"} under ${name}`, async () => {
      const emulator = createEmulator();
      const controller = new AbortController();
      const { signal } = controller;
      const faulty = async (/** @type {Promise<Response>} */ answer) => {
        const response = await answer;
        await response.text();
      };
      const waits = fault.hang !== undefined || fault.delay === 1e9;
      emulator.misbehave(fault);
      const creation = Promise.allSettled([faulty(create(emulator, undefined, undefined, { signal }))]);
      while (emulator.requests.length === 0) await nextTurn();
      if (waits) await nextTurn();
      if (waits) controller.abort();
      await creation;
      assert.equal((await listIds(emulator)).length, tasks);
    });
  }

  test("deletes, or does not, by the same rule", async () => {
    /** @type {[fault: Fault, status: string][]} */
    const deletions = [
      [{ status: 503 }, "DOING"],
      [{ status: 503, carryOut: true }, "DELETING"],
      [{ reject: "network" }, "DOING"],
      [{ reject: "network", carryOut: true }, "DELETING"],
      [{ headers: { "x-new": "1" } }, "DELETING"],
    ];
    for (const [fault, status] of deletions) {
      const emulator = createEmulator();
      emulator.misbehave(fault);
      await remove(emulator, documentedTask).catch(() => {});
      assert.equal((await readTask(emulator, documentedTask)).status, status, JSON.stringify(fault));
    }
  });

  test("is carried out once, and answered with the fault's status and body", async () => {
    const emulator = createEmulator();
    emulator.misbehave({ status: 504, body: "late", carryOut: true });
    const response = await create(emulator);
    assert.deepEqual([response.status, await response.text()], [504, "late"]);
    assert.equal((await listIds(emulator)).length, 2);
  });
});
