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
  const operation = OPERATIONS.find((known) => known.method === method && idsIn(path, known.path));
  const ids = operation && idsIn(path, operation.path);
  if (!ids) return routeMissing(requestId);
  const [project, shareId = "", taskId = ""] = ["project_id", "share_id", "task_id"].map((name) =>
    ids.get(name),
  );
  const refusal = await admission.check(arrived);
  if (refusal !== undefined) return refusal;
  if (project !== projectId || !service.fileSystems.has(shareId)) return fileSystemForeign;
  return operation.answer({ shareId, taskId, query, headers, body }, service);
}

/** The ids in a path, by their names in the form of an operation's path; `undefined` for another path. */
function idsIn(path: string, form: string): ReadonlyMap<string, string> | undefined {
  const names = form.split("/");
  const segments = path.split("/");
  if (names.length !== segments.length) return undefined;
  const ids = new Map<string, string>();
  const fits = names.every((name, index) => {
    const segment = segments[index] ?? "";
    if (!name.startsWith("{")) return name === segment;
    ids.set(name.slice(1, -1), decode(segment));
    return segment !== "";
  });
  return fits ? ids : undefined;
}
