// The path of a request to its operation: first the gateway's checks, then the service's.
import type { Admission } from "./admission.js";
import { type Answer, fileSystemForeign, routeMissing } from "./answers.js";
import { createTask } from "./operations/create-task.js";
import { deleteTask } from "./operations/delete-task.js";
import { getTask } from "./operations/get-task.js";
import { listTasks } from "./operations/list-tasks.js";
import type { Operation, Service } from "./operations/operation.js";
import { decode } from "./percent-encoding.js";
import type { ArrivedRequest } from "./requests.js";

const OPERATIONS: readonly Operation[] = [getTask, listTasks, createTask, deleteTask];
const ROUTE = /^\/v1\/([^/]+)\/sfs-turbo\/([^/]+)\/hpc-cache\/(tasks?)(?:\/([^/]+))?$/;

/** The gateway in front of the service. */
export interface Gateway {
  readonly admission: Admission;
  readonly projectId: string;
}

/** The normal answer of the service to a request. It also carries the request out: a task is created or deleted. */
export async function answerRequest(
  arrived: ArrivedRequest,
  { admission, projectId }: Gateway,
  service: Service,
): Promise<Answer> {
  const { method, path, query, headers, body, requestId } = arrived.record;
  const route = ROUTE.exec(path);
  if (route === null) return routeMissing(requestId);
  const [, project, shareId = "", resource, taskId = ""] = route.map((segment) => decode(segment ?? ""));
  const kind = taskId === "" ? resource : `${resource}/{task_id}`;
  const operation = OPERATIONS.find((known) => known.method === method && known.path === kind);
  if (operation === undefined) return routeMissing(requestId);
  const refusal = await admission.check(arrived);
  if (refusal !== undefined) return refusal;
  if (project !== projectId || !service.fileSystems.has(shareId)) return fileSystemForeign;
  return operation.answer({ shareId, taskId, query, headers, body }, service);
}
