// The common start of the command line's tests: a served emulator, and the variables for it.
// @ts-check
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";

/** When the tasks of the scene started. */
export const noon = Date.UTC(2026, 10, 26, 12);

export const { shareId } = documentedTask;

/**
 * @param {import("node:test").TestContext} t the server is closed at its end
 * @param {import("sfs-turbo-tasks/emulator").EmulatorOptions} [options]
 */
export async function scene(t, options = {}) {
  const emulator = createEmulator({ taskDuration: Number.POSITIVE_INFINITY, ...options });
  const server = await serveEmulator(emulator);
  t.after(server.close);
  const { token, projectId } = emulator;
  const place = { SFS_TURBO_ENDPOINT: server.url, SFS_TURBO_SHARE_ID: shareId };
  return {
    emulator,
    /** The endpoint and the ids, without credentials. */
    place,
    /** Everything that is needed. @type {Record<string, string | undefined>} */
    env: { ...place, SFS_TURBO_PROJECT_ID: projectId, SFS_TURBO_TOKEN: token },
  };
}

/** A separate file system, with a task in each state. @param {import("sfs-turbo-tasks/emulator").Emulator} emulator */
export function addTasks(emulator) {
  const own = emulator.addFileSystem("5f5bd2c4-0000-4000-8000-0000000000fe");
  const minute = 60_000;
  const common = { shareId: own, srcTarget: "results", srcPrefix: "2026/" };
  const id = (/** @type {number} */ number) => `5f5bd2c4-0000-4000-8000-00000000000${number}`;
  emulator.addTask({ ...common, taskId: id(1), type: "export", startTime: noon, duration: 12 * minute });
  emulator.addTask({
    ...common,
    taskId: id(2),
    type: "import",
    srcTarget: "训练数据",
    srcPrefix: "二〇二六/",
    startTime: noon + minute,
    duration: 90 * minute + 5_000,
    outcome: "FAIL",
    message: "目录 sfs-link-directory 绑定的 OBS 桶不存在或无法访问,请检查桶的名称、区域以及访问权限后重试。",
  });
  emulator.addTask({
    ...common,
    taskId: id(3),
    type: "import",
    srcPrefix: "",
    startTime: noon + 2 * minute,
    duration: Number.POSITIVE_INFINITY,
  });
  return { shareId: own, ids: [id(1), id(2), id(3)] };
}
