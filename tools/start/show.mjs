// The show of `npm start`: what a script, a console and an admin page do with tasks, against the emulator.
// @ts-check
import { follow } from "./following.mjs";
import { taskTable } from "./table.mjs";

/** @typedef {import("./package.mjs").SfsTurboError} SfsTurboError */

/**
 * @param {object} given
 * @param {import("./progress.mjs").Stream} given.stream
 * @param {import("./package.mjs").Client} given.client whose service is the emulator
 * @param {import("../../js/emulator/index.ts").Emulator} given.emulator
 * @param {(value: unknown) => value is SfsTurboError} given.isSfsTurboError
 */
export async function show({ stream, client, emulator, isSfsTurboError }) {
  const shareId = emulator.addFileSystem();
  const interval = 500;
  let steps = 0;
  /** @param {string} title @param {string} code what is called, as its user would write it */
  const step = (title, code) => {
    steps += 1;
    stream.write(`\n${steps}. ${title}\n\n   ${code}\n\n`);
  };
  /** @param {object} fields */
  const tell = (fields) => {
    for (const [name, value] of Object.entries(fields)) stream.write(`   ${name.padEnd(11)}${value}\n`);
  };
  /** @param {Promise<unknown>} call @returns {Promise<SfsTurboError>} what it rejects with */
  const caught = async (call) => {
    const error = await call.then(
      () => new Error("it was expected to fail"),
      (reason) => reason,
    );
    if (isSfsTurboError(error)) return error;
    throw error;
  };

  const start =
    'await client.createTask({ shareId, type: "export", srcTarget: "results", srcPrefix: "2026/" })';
  step("Start an export", start);
  const exporting = /** @type {const} */ ({ shareId, type: "export", srcTarget: "results" });
  const created = await client.createTask({ ...exporting, srcPrefix: "2026/" });
  tell({ taskId: created.taskId });

  step("Follow it to its end, whatever one look comes to", "await client.waitForTask({ shareId, taskId })");
  const stumble = (/** @type {unknown} */ _, /** @type {unknown} */ previous) => {
    if (previous === undefined) emulator.misbehave({ status: 503 });
  };
  await follow(stream, client, { shareId, ...created, interval, onUpdate: stumble });

  step("Say why one has failed", "await client.waitForTask({ shareId, taskId }), which rejects");
  const failed = await client.createTask(exporting);
  const message = "The OBS bucket does not exist or cannot be accessed.";
  emulator.finishTask({ shareId, ...failed }, { outcome: "FAIL", message });
  const failure = await caught(follow(stream, client, { shareId, ...failed, interval }));
  tell({ kind: failure.kind, errMsg: failure.errMsg, message: failure.message });

  step("List them", "for await (const task of client.listAllTasks({ shareId }))");
  stream.write(taskTable(await client.listAllTasks({ shareId }).toArray({ limit: 100 })));

  step("Delete one", 'await client.deleteTask({ shareId, taskId }), then waitForTask with until: "deleted"');
  await client.deleteTask({ shareId, taskId: failed.taskId });
  // Sooner than it would be by itself.
  emulator.deleteTask(shareId, failed.taskId, { duration: interval });
  await follow(stream, client, { shareId, taskId: failed.taskId, until: "deleted", interval });

  step("Catch an error", "await client.getTask({ shareId, taskId }), of the deleted task");
  const {
    kind,
    errCode,
    httpStatus,
    requestId,
    message: sentence,
  } = await caught(client.getTask({ shareId, taskId: failed.taskId }));
  tell({ kind, errCode, httpStatus, requestId, message: sentence });
}
