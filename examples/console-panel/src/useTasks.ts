// The tasks of a file system, as long as a component is on the page.
import { useEffect, useState } from "react";
import { type Fault, isEnded, type Operations, type Task } from "sfs-turbo-tasks";

export interface Watched {
  /** `undefined` until they have been seen. */
  readonly tasks?: readonly Task[];
  /** Why the last look failed; another one follows. */
  readonly fault?: Fault | undefined;
  /** The error that ended the watch. */
  readonly error?: unknown;
}

/** `lookNow` looks at once, also after an error. */
export function useTasks(client: Operations<unknown>, shareId: string): Watched & { lookNow: () => void } {
  const [watched, setWatched] = useState<Watched>({});
  const [begun, setBegun] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `begun` starts the watch anew.
  useEffect(() => {
    const change = (changed: Watched) => setWatched((before) => ({ ...before, ...changed }));
    const watch = client.watchTasks({
      shareId,
      onFault: (fault) => change({ fault }),
      // Called after each good look, also if nothing has changed.
      interval({ tasks }) {
        change({ fault: undefined });
        return tasks.every(isEnded) ? 15_000 : 2_000;
      },
    });
    async function follow() {
      try {
        for await (const { tasks } of watch) change({ tasks });
      } catch (error) {
        change({ error, fault: undefined });
      }
    }
    void follow();
    return () => void watch.return();
  }, [client, shareId, begun]);

  function lookNow() {
    setWatched(({ tasks }) => ({ tasks }));
    setBegun((times) => times + 1);
  }
  return { ...watched, lookNow };
}
