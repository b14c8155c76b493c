// The client, and the file system that is shown. By default an emulator within the page. For the real service,
// through a proxy of your own origin:
//   export const client = createClient({ endpoint: "/sfs-turbo", projectId, token: () => session.token() });
// @ts-check
import { createClient } from "sfs-turbo-tasks";
import { createEmulator } from "sfs-turbo-tasks/emulator";

const emulator = createEmulator();
const { fetch, endpoint, projectId, token } = emulator;

export const client = createClient({ fetch, endpoint, projectId, token });
export const shareId = emulator.addFileSystem();

const minute = 60_000;
const task = { shareId, type: "export", srcTarget: "results", srcPrefix: "2026/" };
for (let day = 1; day <= 250; day += 1) {
  const startTime = Date.now() - day * 24 * 60 * minute;
  const outcome = day % 7 === 0 ? "FAIL" : "SUCCESS";
  emulator.addTask({ ...task, startTime, duration: 12 * minute, outcome });
}
emulator.addTask({ ...task, duration: minute });
