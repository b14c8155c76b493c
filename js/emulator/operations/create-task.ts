// CreateHpcCacheTask: checks the body against the rules of its page, and starts a task.
import { type Answer, modeInvalid, operationConflict, parameterError, taskCreated } from "../answers.js";
import type { Operation } from "./operation.js";

const TYPES: readonly unknown[] = ["import", "import_metadata", "preload", "export"];
const LARGEST_ID = 4_294_967_294;

type Fields = ReadonlyMap<string, unknown>;

export const createTask: Operation = {
  method: "POST",
  path: "/v1/{project_id}/sfs-turbo/{share_id}/hpc-cache/task",
  answer({ shareId, headers, body }, { fileSystems, maxRunningTasks }) {
    if (!/^application\/json *(;|$)/i.test(headers["content-type"] ?? ""))
      return parameterError("Content-Type must be application/json");
    const fields = readObject(parse(body));
    if (fields === undefined) return parameterError("the body must be a JSON object");
    const refusal = refusalOf(fields);
    if (refusal !== undefined) return refusal;
    const running = fileSystems.listTasks(shareId).filter(({ status }) => status === "DOING");
    if (running.length >= maxRunningTasks) return operationConflict;
    const { taskId } = fileSystems.addTask({
      shareId,
      type: fields.get("type") as string,
      srcTarget: fields.get("src_target") as string,
      srcPrefix: (fields.get("src_prefix") ?? "") as string,
    });
    return taskCreated(taskId);
  },
};

/** The answer to a body that breaks the documented rules. The vendor does not document which code belongs to which rule. */
function refusalOf(fields: Fields): Answer | undefined {
  const [type, target, prefix] = [fields.get("type"), fields.get("src_target"), fields.get("src_prefix")];
  if (!TYPES.includes(type)) return parameterError(`type must be one of ${TYPES.join(", ")}`);
  if (typeof target !== "string" || target === "") return parameterError("src_target must be a name");
  if (fields.get("dest_target") !== target) return parameterError("dest_target must equal src_target");
  if (prefix !== undefined && !isPrefix(prefix))
    return parameterError(
      'src_prefix must have 1 to 1024 characters, none of \\ : * ? " < > |, and no . at its ends',
    );
  if (fields.has("dest_prefix") && fields.get("dest_prefix") !== prefix)
    return parameterError("dest_prefix must equal src_prefix");
  if (!fields.has("attributes")) return undefined;
  const attributes = readObject(fields.get("attributes"));
  if (attributes === undefined) return parameterError("attributes must be an object");
  if (!isMode(attributes.get("file_mode")) || !isMode(attributes.get("dir_mode"))) return modeInvalid;
  const owner = ["uid", "gid"].find((name) => !isOwner(attributes.get(name)));
  if (owner !== undefined) return parameterError(`${owner} must be a whole number from 0 to ${LARGEST_ID}`);
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The own fields of an object: tests pollute `Object.prototype`. */
function readObject(value: unknown): Fields | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? new Map<string, unknown>(Object.entries(value)) : undefined;
}

function isPrefix(value: unknown): boolean {
  return typeof value === "string" && /^[^\\:*?"<>|]{1,1024}$/u.test(value) && !/^\.|\.$/.test(value);
}

/** A mode has decimal digits that are read as octal digits: 640, not 0o640. */
function isMode(value: unknown): boolean {
  return value === undefined || (typeof value === "number" && /^[0-7]{1,3}$/.test(String(value)));
}

function isOwner(value: unknown): boolean {
  return (
    value === undefined ||
    (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST_ID)
  );
}
