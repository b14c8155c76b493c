// The real service, if the environment names one: its tasks, and the end of one of them. Nothing is started or deleted.
// @ts-check
import { Failure } from "../run.mjs";
import { follow } from "./following.mjs";
import { taskTable } from "./table.mjs";

const NEEDED = ["SFS_TURBO_PROJECT_ID", "SFS_TURBO_SHARE_ID", "SFS_TURBO_TOKEN"];

/**
 * @param {import("./progress.mjs").Stream} stream
 * @param {import("./package.mjs").Package} sfsTurboTasks
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export async function askService(stream, { createClient, isSfsTurboError }, env) {
  const missing = NEEDED.filter((name) => !env[name]);
  if (missing.length > 0)
    throw new Failure(`Set ${missing.join(", ")} as well, or neither endpoint nor region.`);
  const [projectId = "", shareId = "", token = ""] = NEEDED.map((name) => env[name]);
  const { SFS_TURBO_REGION: region, SFS_TURBO_ENDPOINT: endpoint, SFS_TURBO_TASK_ID: taskId } = env;
  const place = endpoint ? { endpoint } : { region: region ?? "" };
  const client = createClient({ ...place, projectId, token });
  try {
    const { tasks, count } = await client.listTasks({ shareId, limit: 20 });
    stream.write(`\n${tasks.length} of ${count} tasks of file system ${shareId}:\n\n${taskTable(tasks)}`);
    if (!taskId) return;
    stream.write(`\nTask ${taskId}, until it has ended:\n\n`);
    await follow(stream, client, { shareId, taskId });
  } catch (error) {
    throw isSfsTurboError(error) ? new Failure(`${error.message} (kind ${error.kind})`) : error;
  }
}
