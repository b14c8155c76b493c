// A program that requires both entries, asks the emulator and prints the answer.
const { getTask } = require("sfs-turbo-tasks");
const { createEmulator, documentedTask } = require("sfs-turbo-tasks/emulator");

const { fetch, endpoint, projectId, token } = createEmulator();
getTask({ fetch, endpoint, projectId, token, ...documentedTask }).then(({ status, taskId }) => {
  console.log(JSON.stringify({ status, taskId }));
});
