// The vendor's own SDK against the emulator: its signatures are accepted, and it gets the same as this package.
// @ts-check
import assert from "node:assert/strict";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../../../js/emulator/server.mjs";
import { mustRun } from "../../program.mjs";
import { makeProject, versionOf } from "../project.mjs";

const CORE = "@huaweicloud/huaweicloud-sdk-core";

/** @type {import("../row.mjs").Row[]} */
export const vendorSdkRows = [
  {
    name: "the vendor's Node SDK, with permanent and temporary keys",
    async run(tried) {
      const folder = await makeProject("vendor-sdk");
      tried(versionOf(folder, CORE));
      for (const securityToken of [undefined, "session=="]) await expectAnswers(folder, securityToken);
    },
  },
];

/**
 * @param {string} folder
 * @param {string | undefined} securityToken
 */
async function expectAnswers(folder, securityToken) {
  const emulator = createEmulator({ securityToken });
  const server = await serveEmulator(emulator);
  try {
    const { projectId, token, credentials } = emulator;
    const startTime = Date.UTC(2026, 0, 2, 3, 4, 5);
    const running = emulator.addTask({ type: "export", startTime, duration: Infinity });
    const missing = { ...running, taskId: "nothing" };
    const place = { endpoint: server.url, projectId, token, credentials, running, missing };
    // The SDK leaves a file in the home folder.
    const options = { cwd: folder, env: { HOME: folder, USERPROFILE: folder } };
    const { stdout } = await mustRun(process.execPath, ["ask.mjs", JSON.stringify(place)], options);
    const report = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");

    const task = {
      task_id: running.taskId,
      type: "export",
      status: "DOING",
      src_target: "sfs-link-directory",
      src_prefix: "input/datasets/",
      dest_target: "sfs-link-directory",
      dest_prefix: "input/datasets/",
      start_time: "2026-01-02T03:04:05",
      end_time: "",
      message: "",
    };
    assert.deepEqual(report.raw, task);
    assert.deepEqual(report.shown, { ...task, httpStatusCode: 200 });
    assert.deepEqual(report.listed, { tasks: [task], count: 1, httpStatusCode: 200 });
    assert.equal(report.created.httpStatusCode, 202);
    assert.deepEqual(
      [report.followed.task_id, report.followed.status, report.followed.src_target],
      [report.created.task_id, "DOING", "联动目录"],
    );
    assert.deepEqual(report.deleted, { httpStatusCode: 202 });
    // The SDK does not read `errCode`; its users see this instead.
    assert.deepEqual(report.absent, { httpStatusCode: 400, errorMsg: "Request failed with status code 400" });
    assert.deepEqual([report.refused.httpStatusCode, report.refused.errorCode], [401, "APIGW.0301"]);
    assert.match(report.refused.errorMsg, /: verify aksk signature fail, canonicalRequest:GET\|\/v1\//);
  } finally {
    await server.close();
  }
}
