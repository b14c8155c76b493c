// DeleteHpcCacheTask: begins to delete a task, a running one too.
import { deletionBegun, taskMissing } from "../answers.js";
import type { Operation } from "./operation.js";

export const deleteTask: Operation = {
  method: "DELETE",
  path: "task/{task_id}",
  answer({ shareId, taskId }, { fileSystems }) {
    const task = fileSystems.readTask(shareId, taskId);
    if (task === undefined) return taskMissing;
    // Asked for again, a deletion goes on as it was.
    if (task.status !== "DELETING") fileSystems.deleteTask(shareId, taskId);
    return deletionBegun;
  },
};
