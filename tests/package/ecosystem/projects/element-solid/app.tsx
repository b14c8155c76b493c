// The application: a table, and a card for the task that was chosen in it.
import { createSignal } from "solid-js";
import "sfs-turbo-tasks/element/define";
import type { Props } from "./props";

export function App(props: Props) {
  const [taskId, choose] = createSignal(props.first);
  return (
    <main>
      <sfs-turbo-tasks
        prop:client={props.client}
        share-id={props.shareId}
        interval={250}
        deletable={true}
        class="wide"
        on:sfs-task-select={({ detail }) => {
          props.tell("select", detail.task.taskId);
          choose(detail.task.taskId);
        }}
      />
      <sfs-turbo-task
        prop:client={props.client}
        share-id={props.shareId}
        task-id={taskId()}
        interval={250}
        on:sfs-task-update={({ detail }) => props.tell("update", detail.task.taskId)}
      />
    </main>
  );
}
