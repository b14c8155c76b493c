// The table of tasks, and the card of the chosen one.
import { SfsTurboElement, SfsTurboTask, SfsTurboTasks } from "sfs-turbo-tasks/element/define";
import * as messages from "sfs-turbo-tasks/messages";
import { part } from "../page/nodes";
import { connection } from "../service/connection";

SfsTurboElement.messages = messages;

const table = part("tasks", SfsTurboTasks);
const card = part("task", SfsTurboTask);

export function showTasks(): void {
  table.addEventListener("sfs-task-select", ({ detail }) => follow(detail.task.taskId));
  let wasListed = false;
  table.addEventListener("sfs-tasks-update", ({ detail }) => {
    const listed = detail.tasks.find(({ taskId }) => taskId === card.taskId);
    // An ended task is no longer looked at by its card, but it can still be deleted in the table.
    const isOlder = listed ? listed.status !== card.status : wasListed;
    wasListed = listed !== undefined;
    if (isOlder && card.taskId !== "") void card.refresh();
  });
  connection.watch(({ client, shareId }) => {
    if (table.client === client && table.shareId === shareId) return;
    Object.assign(table, { client, shareId, type: "", status: "" });
    follow("");
  });
}

/** Shows the card of a task; `""`: no card. */
export function follow(taskId: string): void {
  const { client, shareId } = connection.value;
  card.hidden = taskId === "";
  part("no-task", HTMLParagraphElement).hidden = taskId !== "";
  Object.assign(card, { client, shareId, taskId });
}

/** Looks now, at both. */
export function lookNow(): void {
  void table.refresh();
  if (card.taskId !== "") void card.refresh();
}
