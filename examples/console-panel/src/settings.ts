// The client, and the file system that is shown. By default an emulator within the page. For the real service,
// through a proxy of your own origin:
//   export const client = createClient({ endpoint: "/sfs-turbo", projectId, token: () => session.token() });
import { createClient } from "sfs-turbo-tasks";
import { createEmulator } from "sfs-turbo-tasks/emulator";

const emulator = createEmulator({ taskDuration: 20_000 });
const { fetch, endpoint, projectId, token } = emulator;

export const client = createClient({ fetch, endpoint, projectId, token });
export const shareId = emulator.addFileSystem();

const minute = 60_000;
const past = { shareId, srcTarget: "results", startTime: Date.now() - 90 * minute };
emulator.addTask({ ...past, type: "import", srcPrefix: "2026/", duration: 12 * minute });
emulator.addTask({ ...past, type: "export", srcPrefix: "", duration: minute, outcome: "FAIL" });
