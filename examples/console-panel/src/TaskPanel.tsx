// A panel of a console: the tasks of a file system as they change, and a button that starts an export.
import { useState } from "react";
import { isEnded, type Operations, type Task } from "sfs-turbo-tasks";
import { useNow } from "./useNow";
import { useTasks } from "./useTasks";
import { elapsed, explain, statusOf } from "./words";

interface Props {
  /** The result of `createClient`: the same object at each rendering. */
  readonly client: Operations<unknown>;
  readonly shareId: string;
  /** The interworking directory that the button exports. */
  readonly directory: string;
}

export function TaskPanel({ client, shareId, directory }: Props) {
  const { tasks, fault, error, lookNow } = useTasks(client, shareId);
  const [isStarting, setStarting] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const now = useNow(tasks?.some((task) => !isEnded(task)) ?? false);

  async function startExport() {
    setStarting(true);
    setRefusal(undefined);
    try {
      await client.createTask({ shareId, type: "export", srcTarget: directory });
    } catch (error) {
      setRefusal(error);
    }
    setStarting(false);
    lookNow();
  }

  return (
    <section className="panel" aria-labelledby="panel-title">
      <header>
        <h2 id="panel-title">Import and export tasks</h2>
        <button type="button" onClick={startExport} disabled={isStarting}>
          Export {directory}
        </button>
      </header>
      {refusal !== undefined && <p role="alert">The export was not started. {explain(refusal)}</p>}
      {fault && (
        <p role="status">
          {explain(fault.error)} What you see may be out of date; it is asked for again in{" "}
          {Math.ceil(fault.nextDelay / 1_000)} s.
        </p>
      )}
      {error !== undefined && (
        <p role="alert">
          {explain(error)}{" "}
          <button type="button" onClick={lookNow}>
            Try again
          </button>
        </p>
      )}
      {tasks === undefined && error === undefined && <p>Loading…</p>}
      {tasks?.length === 0 && <p>There are no tasks yet.</p>}
      {tasks !== undefined && tasks.length > 0 && <TaskTable tasks={tasks} now={now} />}
    </section>
  );
}

function TaskTable({ tasks, now }: { tasks: readonly Task[]; now: number }) {
  return (
    <table>
      <thead>
        <tr>
          <th>Status</th>
          <th>Type</th>
          <th>Path</th>
          <th>Started</th>
          <th>Time</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.taskId}>
            <td>
              <span className="status" data-status={task.status}>
                {statusOf(task)}
              </span>
              {task.message !== "" && <small>{task.message}</small>}
            </td>
            <td>{task.type}</td>
            <td>
              {task.srcTarget}/{task.srcPrefix}
            </td>
            <td>{task.startTime?.toLocaleString()}</td>
            <td>{elapsed(task, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
