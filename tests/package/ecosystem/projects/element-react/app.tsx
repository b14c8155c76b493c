// The application: a table, and a card for the task that was chosen in it.
import { useState } from "react";
import "sfs-turbo-tasks/element/define";
import type { Props } from "./props";

export function App({ client, shareId, first, tell }: Props) {
  const [taskId, choose] = useState(first);
  return (
    <main>
      <sfs-turbo-tasks
        client={client}
        shareId={shareId}
        interval={250}
        deletable
        className="wide"
        onsfs-task-select={({ detail }) => {
          tell("select", detail.task.taskId);
          choose(detail.task.taskId);
        }}
      />
      <sfs-turbo-task
        client={client}
        shareId={shareId}
        taskId={taskId}
        interval={250}
        onsfs-task-update={({ detail }) => tell("update", detail.task.taskId)}
      />
    </main>
  );
}
