// Texts for people: an error, a status, a time.
import { isSfsTurboError, type Task } from "sfs-turbo-tasks";

export function explain(error: unknown): string {
  if (!isSfsTurboError(error)) return `This page has a defect: ${error}`;
  if (error.kind === "unauthenticated" || error.kind === "no-credentials")
    return "You are not signed in. Sign in, then try again.";
  if (error.kind === "forbidden")
    return `You have no permission for the tasks of this file system (${error.errCode}).`;
  if (error.kind === "throttled") return "The service is busy.";
  // An export whose answer was lost is not: its message says that the task may exist.
  if (error.retryable) return "The service cannot be reached at the moment.";
  return error.message;
}

const statuses = new Map([
  ["DOING", "Running"],
  ["SUCCESS", "Done"],
  ["FAIL", "Failed"],
  ["DELETING", "Being deleted"],
]);

/** A newer status is shown as it is. */
export function statusOf({ status }: Pick<Task, "status">): string {
  return statuses.get(status) ?? status;
}

/** How long a task took, or has been running. The service reports no progress, so the remaining time is not known. */
export function elapsed(
  { startTime, endTime, status }: Pick<Task, "startTime" | "endTime" | "status">,
  now: number,
): string {
  if (startTime === null || (endTime === null && status === "DELETING")) return "";
  // The clock of this machine may be behind the service's.
  const seconds = Math.max(0, Math.floor(((endTime?.getTime() ?? now) - startTime.getTime()) / 1_000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
