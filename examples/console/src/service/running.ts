// The tasks that the user has created. Each ends with the duration and the result that were set when it started.
import type { Emulator } from "sfs-turbo-tasks/emulator";
import { breakage, change } from "./breakage";

const TASK = /\/sfs-turbo\/([^/]+)\/hpc-cache\/task(?:\/([^/]+))?$/;

/** @returns Called with each request that the emulator has carried out, and its answer. */
export function runTasks(emulator: Emulator) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  return async (method: string, url: string, answer: Response): Promise<void> => {
    const [, shareId = "", taskId = ""] = TASK.exec(new URL(url).pathname) ?? [];
    if (answer.status !== 202) return;
    if (method === "DELETE") {
      clearTimeout(timers.get(taskId));
      timers.delete(taskId);
      return;
    }
    const { task_id: created } = (await answer.clone().json()) as { task_id: string };
    const { taskDuration, nextFails } = breakage.value;
    if (nextFails) change({ nextFails: false });
    if (taskDuration === Number.POSITIVE_INFINITY) return;
    const finish = () => {
      timers.delete(created);
      emulator.finishTask({ shareId, taskId: created }, { outcome: nextFails ? "FAIL" : "SUCCESS" });
    };
    timers.set(created, setTimeout(finish, taskDuration));
  };
}
