// An emulator whose new tasks follow a scenario.

import type { Emulator } from "sfs-turbo-tasks/emulator";
import type { Step } from "./scenario.js";

/** The function that answers requests. */
export interface Answering {
  readonly fetch: (request: Request) => Promise<Response>;
}

/** The most milliseconds that a timer can count. */
const LONGEST = 2 ** 31 - 1;

/**
 * @param emulator The emulator. Its new tasks run forever by themselves.
 * @param conflict The answer to a refused creation.
 */
export function scripted(
  emulator: Emulator,
  steps: readonly Step[],
  conflict: { readonly status: number; readonly body: string },
): Answering {
  let created = 0;
  return {
    async fetch(request) {
      const { pathname } = new URL(request.url);
      const [, shareId] = /\/sfs-turbo\/([^/]+)\/hpc-cache\/task\/?$/.exec(pathname) ?? [];
      if (request.method !== "POST" || shareId === undefined) return emulator.fetch(request);
      const step = steps[Math.min(created, steps.length - 1)];
      const response = await emulator.fetch(request);
      if (!response.ok || step === undefined) return response;
      const { task_id: taskId } = (await response.clone().json()) as { task_id: string };
      const ids = { shareId: decodeURIComponent(shareId), taskId };
      created += 1;
      if (step.outcome === "conflict") {
        emulator.deleteTask(ids.shareId, ids.taskId, { duration: 0 });
        const headers = new Headers(response.headers);
        headers.delete("content-length");
        return new Response(conflict.body, { status: conflict.status, headers });
      }
      if (step.outcome === "lost") {
        throw new TypeError("fetch failed", {
          cause: Object.assign(new Error("lost"), { code: "ECONNRESET" }),
        });
      }
      if ("duration" in step) finishLater(emulator, ids, step);
      return response;
    },
  };
}

function finishLater(
  emulator: Emulator,
  ids: { readonly shareId: string; readonly taskId: string },
  { outcome, duration, message }: Extract<Step, { readonly duration: number }>,
): void {
  const finish = () => {
    try {
      emulator.finishTask(ids, message === "" ? { outcome } : { outcome, message });
    } catch {
      // The task was deleted before.
    }
  };
  setTimeout(finish, Math.min(duration, LONGEST)).unref();
}
