// Asks for one task and prints it: what a script or a scheduled job would write.
// Where and what to ask comes from the environment; README.md lists the names.
import { createClient, isSfsTurboError } from "sfs-turbo-tasks";

const { env } = process;
const client = createClient({
  region: env.SFS_TURBO_REGION,
  endpoint: env.SFS_TURBO_ENDPOINT,
  projectId: env.SFS_TURBO_PROJECT_ID,
  token: env.SFS_TURBO_TOKEN,
});

try {
  const task = await client.getTask({ shareId: env.SFS_TURBO_SHARE_ID, taskId: env.SFS_TURBO_TASK_ID });
  console.log(`task        ${task.taskId}`);
  console.log(`type        ${task.type}`);
  console.log(`status      ${task.status}`);
  console.log(`from        ${task.srcTarget}/${task.srcPrefix}`);
  console.log(`started     ${task.startTime?.toISOString() ?? "not yet"}`);
  console.log(`ended       ${task.endTime?.toISOString() ?? "not yet"}`);
  if (task.message !== "") console.log(`message     ${task.message}`);
  console.log(`request id  ${task.requestId}`);
} catch (error) {
  if (!isSfsTurboError(error)) throw error;
  console.log(error.message);
  console.log(`kind        ${error.kind}`);
  console.log(`errCode     ${error.errCode}`);
  console.log(`httpStatus  ${error.httpStatus}`);
  console.log(`request id  ${error.requestId}`);
  process.exitCode = 1;
}
