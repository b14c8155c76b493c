// DeleteHpcCacheTask: starts the deletion of a task, also of a running one.
import { deletionBegun, taskMissing } from "../answers.js";
import type { Operation } from "./operation.js";

export const deleteTask: Operation = {
  method: "DELETE",
  path: "/v1/{project_id}/sfs-turbo/{share_id}/hpc-cache/task/{task_id}",
  answer({ shareId, taskId }, { fileSystems }) {
    const task = fileSystems.readTask(shareId, taskId);
    if (task === undefined) return taskMissing;
    // A second request does not restart the deletion.
    if (task.status !== "DELETING") fileSystems.deleteTask(shareId, taskId);
    return deletionBegun;
  },
};
