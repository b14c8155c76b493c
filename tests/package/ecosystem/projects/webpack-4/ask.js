// A program that imports both entries, asks the emulator and prints the answer.
import { getTask } from "sfs-turbo-tasks";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";

const { fetch, endpoint, projectId, token } = createEmulator();
getTask({ fetch, endpoint, projectId, token, ...documentedTask }).then(({ status, taskId }) => {
  console.log(JSON.stringify({ status, taskId }));
});
