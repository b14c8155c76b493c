// Mistakes in a test throw at their line, with a sentence.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, createEmulator, documentedTask } from "./known.mjs";

/**
 * @typedef {import("./known.mjs").EmulatorOptions} EmulatorOptions
 * @typedef {import("./known.mjs").Fault} Fault
 * @typedef {import("./known.mjs").TaskIds} TaskIds
 * @typedef {import("sfs-turbo-tasks/emulator").NewTask} NewTask
 * @typedef {import("sfs-turbo-tasks/emulator").FinishTaskOptions} FinishTaskOptions
 */

describe("arguments that are undefined", () => {
  test("count as left out", async () => {
    const usual = createEmulator();
    const emulator = createEmulator({
      token: undefined,
      accessKeyId: undefined,
      secretAccessKey: undefined,
      securityToken: undefined,
      projectId: undefined,
      now: undefined,
      cors: undefined,
      taskDuration: undefined,
      maxRunningTasks: undefined,
    });
    assert.deepEqual([emulator.token, emulator.projectId], [usual.token, usual.projectId]);
    assert.deepEqual(emulator.credentials, {
      accessKeyId: "EMULATORACCESSKEY000",
      secretAccessKey: "emulator-secret-key",
    });
    const shareId = emulator.addFileSystem(undefined);
    const keys = "taskId type srcTarget srcPrefix startTime duration outcome message".split(" ");
    const task = emulator.addTask({
      ...Object.fromEntries(keys.map((key) => [key, undefined])),
      shareId,
    });
    assert.equal(task.endTime - task.startTime, 5000);
    assert.equal(emulator.addTask({ shareId: undefined }).shareId, documentedTask.shareId);
    const faultKeys = "status headers body delay chunkSize chunkDelay cutOff hang reject carryOut".split(" ");
    emulator.misbehave(Object.fromEntries(faultKeys.map((key) => [key, undefined])), { times: undefined });
    const response = await ask(emulator, task);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("access-control-allow-origin"), "*");
    assert.equal((await response.json()).status, "DOING");
    emulator.misbehave({ headers: { "x-request-id": undefined } }, undefined);
    assert.equal((await ask(emulator, task)).headers.get("x-request-id"), emulator.requests[1]?.requestId);
    emulator.beforeNextList(() => {}, { times: undefined });
    emulator.beforeNextList(() => {}, undefined);
    emulator.finishTask(emulator.addTask(), { outcome: undefined, message: undefined });
    emulator.finishTask(emulator.addTask(), undefined);
    emulator.deleteTask(task.shareId, task.taskId, { duration: undefined });
    assert.equal((await (await ask(emulator, task)).json()).status, "DELETING");
  });
});

describe("bad arguments", () => {
  const text = (/** @type {string | RegExp} */ message) => ({ name: "TypeError", message });
  /** Options as JavaScript passes them, whose types nobody checks. @param {unknown} options */
  const createWith = (options) => createEmulator(/** @type {EmulatorOptions} */ (options));

  test("of createEmulator throw a TypeError that names them, and never repeat a secret", () => {
    assert.throws(() => createEmulator({ token: "" }), text("Expected `token` to be visible ASCII."));
    assert.throws(() => createEmulator({ token: "secret\n" }), text("Expected `token` to be visible ASCII."));
    for (const accessKeyId of ["", "a,b", "a b", "ä", 7])
      assert.throws(
        () => createWith({ accessKeyId }),
        text("Expected `accessKeyId` to be visible ASCII without a comma."),
      );
    for (const secretAccessKey of ["", 7, null])
      assert.throws(
        () => createWith({ secretAccessKey }),
        text("Expected `secretAccessKey` to be a non-empty string."),
      );
    for (const securityToken of ["", "secret\n", null])
      assert.throws(
        () => createWith({ securityToken }),
        text("Expected `securityToken` to be visible ASCII."),
      );
    assert.throws(
      () => createWith({ projectId: 7 }),
      text("Expected `projectId` to be a non-empty string, got 7."),
    );
    assert.throws(() => createWith({ now: 7 }), text("Expected `now` to be a function, got 7."));
    assert.throws(
      () => createWith({ cors: "closed" }),
      text('Expected `cors` to be "open" or "unexposed" or "none", got "closed".'),
    );
    assert.throws(
      () => createWith({ tokken: "x" }),
      text(
        "`options` has no `tokken`; its names are token, accessKeyId, secretAccessKey, securityToken, projectId, now, cors, taskDuration, maxRunningTasks.",
      ),
    );
    assert.throws(
      () => createWith({ taskDuration: "5s" }),
      text('Expected `taskDuration` to be milliseconds, from 0 to Infinity, got "5s".'),
    );
    assert.throws(
      () => createEmulator({ maxRunningTasks: 1.5 }),
      text("Expected `maxRunningTasks` to be a whole number, 0 or more, got 1.5."),
    );
    assert.throws(() => createWith(null), text("Expected `options` to be an object, got null."));
  });

  test("of addFileSystem, addTask, finishTask and deleteTask throw a TypeError that names them", () => {
    const emulator = createEmulator();
    const bad = (/** @type {unknown} */ task, /** @type {string | RegExp} */ message) =>
      assert.throws(() => emulator.addTask(/** @type {NewTask} */ (task)), text(message));
    bad({ shareId: "x" }, /^Expected `shareId` to be a file system of this emulator .*, got "x"\.$/);
    bad({ taskId: "" }, 'Expected `taskId` to be a non-empty string, got "".');
    bad(documentedTask, /`taskId` to be new to its file system/);
    bad({ type: 1 }, "Expected `type` to be a string, got 1.");
    bad({ srcPrefix: [] }, "Expected `srcPrefix` to be a string, got an array.");
    bad({ duration: -1 }, "Expected `duration` to be milliseconds, from 0 to Infinity, got -1.");
    bad({ duration: Number.NaN }, /`duration`/);
    bad({ startTime: Infinity }, "Expected `startTime` to be milliseconds since the epoch, got Infinity.");
    bad({ outcome: "DONE" }, 'Expected `outcome` to be "SUCCESS" or "FAIL", got "DONE".');
    bad({ message: {} }, "Expected `message` to be a string, got an object.");
    bad({ status: "DOING" }, /^`task` has no `status`; its names are shareId, /);
    const known = emulator.addFileSystem("known");
    assert.throws(
      () => emulator.addFileSystem(known),
      text('Expected `shareId` to be new to this emulator, got "known".'),
    );
    assert.throws(
      () => emulator.addFileSystem(""),
      text('Expected `shareId` to be a non-empty string, got "".'),
    );
    assert.throws(
      () => emulator.deleteTask(known, "x"),
      text('Expected `taskId` to be a task of this file system, got "x".'),
    );
    /** @type {[ids: unknown, options: unknown, message: string | RegExp][]} */
    const bads = [
      [undefined, undefined, "Expected `ids` to be an object, got undefined."],
      [
        { shareId: known, taskId: "x" },
        {},
        /^Expected `taskId` to be a running task of this file system, got/,
      ],
      [{ taskId: "x" }, {}, "Expected `shareId` to be a non-empty string, got undefined."],
      [documentedTask, { outcome: "DONE" }, 'Expected `outcome` to be "SUCCESS" or "FAIL", got "DONE".'],
      [documentedTask, { mesage: "" }, "`options` has no `mesage`; its names are outcome, message."],
      [documentedTask, { message: 1 }, "Expected `message` to be a string, got 1."],
    ];
    for (const [ids, options, message] of bads)
      assert.throws(
        () => emulator.finishTask(/** @type {TaskIds} */ (ids), /** @type {FinishTaskOptions} */ (options)),
        text(message),
      );
    assert.throws(() => emulator.deleteTask("x", "x"), /`shareId`/);
    const deleteWith = /** @type {(...given: unknown[]) => void} */ (emulator.deleteTask);
    assert.throws(() => deleteWith(known), /`taskId`/);
  });

  test("of misbehave throw a TypeError that names them, and nothing is queued", async () => {
    const emulator = createEmulator();
    /** @type {[fault: unknown, message: string | RegExp][]} */
    const bads = [
      [undefined, /`fault` to be an object, got undefined/],
      [{ stauts: 500 }, /`fault` has no `stauts`; its names are status, headers/],
      [{ status: 199 }, "Expected `status` to be a whole number, from 200 to 599, got 199."],
      [{ status: "500" }, 'Expected `status` to be a whole number, from 200 to 599, got "500".'],
      [{ headers: { "bad name": "x" } }, /bad name/],
      [{ headers: { a: "x\ny" } }, /./],
      [{ headers: { a: 1 } }, "Expected `headers.a` to be a string, got 1."],
      [{ body: {} }, "Expected `body` to be a string or bytes, got an object."],
      [{ status: 204, body: "x" }, /`body` to be left out, since an answer of status 204 has none/],
      [{ delay: Infinity }, /`delay` to be milliseconds, from 0 to 2147483647, got Infinity/],
      [{ chunkSize: 0 }, "Expected `chunkSize` to be a whole number, 1 or more, got 0."],
      [{ chunkDelay: -1 }, /`chunkDelay`/],
      [{ cutOff: 1.5 }, /`cutOff`/],
      [{ cutOff: 1, hang: 2 }, /`hang` to be left out where `cutOff` is given/],
      [{ hang: "now" }, 'Expected `hang` to be "headers", "body" or a number of bytes, got "now".'],
      [{ hang: -1 }, /`hang` to be a whole number, 0 or more/],
      [{ reject: true }, 'Expected `reject` to be "network", got true.'],
      [{ carryOut: 1 }, "Expected `carryOut` to be a boolean, got 1."],
      [{ reject: "network", hang: "body" }, /`hang` to be left out where `reject` is given/],
    ];
    for (const [fault, message] of bads)
      assert.throws(() => emulator.misbehave(/** @type {Fault} */ (fault)), text(message));
    assert.throws(
      () => emulator.misbehave({}, { times: 0 }),
      text("Expected `times` to be a whole number, 1 or more, got 0."),
    );
    assert.equal((await ask(emulator)).status, 200);
  });

  test("of beforeNextList throw a TypeError that names them", () => {
    const { beforeNextList } = createEmulator();
    const beforeNextListWith = /** @type {(...given: unknown[]) => void} */ (beforeNextList);
    assert.throws(() => beforeNextListWith(), text("Expected `step` to be a function, got undefined."));
    assert.throws(
      () => beforeNextList(() => {}, { times: 0 }),
      text("Expected `times` to be a whole number, 1 or more, got 0."),
    );
  });

  test("a clock that returns no time throws an error that says so", async () => {
    const emulator = createEmulator({ now: () => Number.NaN });
    await assert.rejects(
      ask(emulator),
      text("Expected `now()` to be milliseconds since the epoch, got NaN."),
    );
  });
});
