// A script that handles no error: Node prints the error and ends the process.
// @ts-check
import { getTask } from "sfs-turbo-tasks";

const { endpoint, projectId, wrongToken: token, running } = JSON.parse(process.argv[2] ?? "null");
await getTask({ endpoint, projectId, token, ...running });
