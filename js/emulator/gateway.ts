// The way of a request to its operation: the gateway's checks, then the service's.
import { type Answer, fileSystemForeign, routeMissing, tokenRefused } from "./answers.js";
import { createTask } from "./operations/create-task.js";
import { deleteTask } from "./operations/delete-task.js";
import { getTask } from "./operations/get-task.js";
import { listTasks } from "./operations/list-tasks.js";
import type { Operation, Service } from "./operations/operation.js";
import type { RecordedRequest } from "./requests.js";

const OPERATIONS: readonly Operation[] = [getTask, listTasks, createTask, deleteTask];
const ROUTE = /^\/v1\/([^/]+)\/sfs-turbo\/([^/]+)\/hpc-cache\/(tasks?)(?:\/([^/]+))?$/;

/** Whom the gateway lets pass. */
export interface Admission {
  readonly token: string;
  readonly projectId: string;
}

/** What a healthy service says to a request. It is carried out, too: a task is created or deleted. */
export function answerRequest(
  { method, path, query, headers, body, requestId }: RecordedRequest,
  { token, projectId }: Admission,
  service: Service,
): Answer {
  const route = ROUTE.exec(path);
  if (route === null) return routeMissing(requestId);
  const [, project, shareId = "", resource, taskId = ""] = route.map((segment) =>
    decodeSegment(segment ?? ""),
  );
  const kind = taskId === "" ? resource : `${resource}/{task_id}`;
  const operation = OPERATIONS.find((known) => known.method === method && known.path === kind);
  if (operation === undefined) return routeMissing(requestId);
  if (headers["x-auth-token"] !== token) return tokenRefused(requestId);
  if (project !== projectId || !service.fileSystems.has(shareId)) return fileSystemForeign;
  return operation.answer({ shareId, taskId, query, headers, body }, service);
}

/** A malformed escape stands for itself: it can only name something that is not there. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
