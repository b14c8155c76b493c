// ShowHpcCacheTask: the current state of one task.
import { taskFound, taskMissing } from "../answers.js";
import type { Operation } from "./operation.js";

export const getTask: Operation = {
  method: "GET",
  path: "/v1/{project_id}/sfs-turbo/{share_id}/hpc-cache/task/{task_id}",
  answer({ shareId, taskId }, { fileSystems }) {
    const task = fileSystems.readTask(shareId, taskId);
    return task === undefined ? taskMissing : taskFound(task);
  },
};
