// A nightly job: exports a directory to its bucket and follows the task to its end. `node export.mjs`, with these variables:
//   SFS_TURBO_REGION or SFS_TURBO_ENDPOINT, SFS_TURBO_PROJECT_ID, SFS_TURBO_SHARE_ID, SFS_TURBO_TOKEN
//   SFS_TURBO_DIRECTORY     what to export: the interworking directory; SFS_TURBO_PREFIX, if only a part of it
//   SFS_TURBO_WAIT_MINUTES  how long to wait, 360 by default; the task itself continues after that
//   SFS_TURBO_TASK_ID       continues with this task of an earlier run, and creates none
// Standard error gets one line of JSON for each event, standard output one for the result.
// Exit code: 0 done, 3 the task failed, 4 sign-in or permission, 124 not done in time, 130 and 143 stopped, 1 any other error.
import { createClient, isSfsTurboError } from "sfs-turbo-tasks";

const { env } = process;
const exitCodes = { "task-failed": 3, "no-credentials": 4, unauthenticated: 4, forbidden: 4, timeout: 124 };
const client = createClient({
  region: env.SFS_TURBO_REGION,
  endpoint: env.SFS_TURBO_ENDPOINT,
  projectId: env.SFS_TURBO_PROJECT_ID,
  token: env.SFS_TURBO_TOKEN,
});

const stop = new AbortController();
process.once("SIGINT", () => stop.abort({ signal: "SIGINT", exitCode: 130 }));
process.once("SIGTERM", () => stop.abort({ signal: "SIGTERM", exitCode: 143 }));

const shareId = env.SFS_TURBO_SHARE_ID;
let taskId = env.SFS_TURBO_TASK_ID;
try {
  // A signal does not abort this call: its answer has the id, which is needed to continue with the task.
  const created = taskId ? { taskId } : await client.createTask({ shareId, ...whatToExport() });
  taskId = created.taskId;
  log({ event: "following", taskId });
  const { startTime, endTime } = await client.waitForTask({
    shareId,
    ...created,
    signal: stop.signal,
    waitTimeout: Number(env.SFS_TURBO_WAIT_MINUTES ?? 360) * 60_000,
    onUpdate: ({ status }) => log({ event: "status", status }),
    onFault: ({ error, nextDelay }) => log({ event: "fault", message: error.message, nextDelay }),
  });
  end(0, { result: "done", startTime, endTime });
} catch (error) {
  if (error === stop.signal.reason) {
    end(error.exitCode, { result: "stopped", goOnWith: `SFS_TURBO_TASK_ID=${taskId}` });
  } else {
    if (!isSfsTurboError(error)) throw error;
    end(exitCodes[error.kind] ?? 1, { result: error.kind, error });
  }
}

function whatToExport() {
  return { type: "export", srcTarget: env.SFS_TURBO_DIRECTORY, srcPrefix: env.SFS_TURBO_PREFIX };
}

function log(fields) {
  console.error(JSON.stringify({ time: new Date(), ...fields }));
}

function end(exitCode, { result, ...fields }) {
  process.exitCode = exitCode;
  console.log(JSON.stringify({ result, taskId: taskId ?? null, ...fields }));
}
