// The emulator of the installed package as `fetch`: a user's test needs no server.
// @ts-check
import { getTask } from "sfs-turbo-tasks";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";

const { fetch, endpoint, projectId, token } = createEmulator();
const { status, taskId } = await getTask({ fetch, endpoint, projectId, token, ...documentedTask });
console.log(JSON.stringify({ status, taskId }));
