// The real service, if the environment names one: its tasks, and the end of one of them. Nothing is created or deleted.
// @ts-check
import { Failure } from "../run.mjs";

/**
 * @param {import("./command-line.mjs").Run} run
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export async function askService(run, { SFS_TURBO_TASK_ID: taskId }) {
  const lines = [
    ["list", "--limit", "20", "-o", "table"],
    ...(taskId ? [["wait", taskId, "-o", "table"]] : []),
  ];
  for (const line of lines) {
    const { code } = await run(line);
    // The error is shown above.
    if (code !== 0) throw new Failure(`\`sfs-turbo-tasks ${line.join(" ")}\` ended with exit code ${code}.`);
  }
}
