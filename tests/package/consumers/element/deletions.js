// Scenarios of <sfs-turbo-tasks>: tasks are deleted.
// @ts-check
import { all, filled, focused, notice, rows, tasks, update } from "./filled-table.js";
import { error, task, turn } from "./scripted.js";
import { find, part } from "./shown.js";

export async function removal() {
  const { element, told, watches, deletions } = await filled({ deletable: true });
  const [row, other] = rows(element);
  const press = (/** @type {ParentNode} */ where, /** @type {string} */ name) =>
    find(where, `.${name}`).click();
  const ask = /** @type {HTMLButtonElement} */ (find(row, ".delete"));
  press(row, "delete");
  const asked = [find(row, ".question").innerText.trim(), focused(element)?.className, deletions.length];
  await watches[0].give(update([task({ ...tasks[0], message: "new" }), tasks[1], tasks[2]]));
  const still = [ask.checkVisibility(), focused(element)?.className];
  press(row, "keep");
  const kept = [ask.checkVisibility(), row.querySelector(".question"), focused(element)?.className];
  press(row, "delete");
  press(row, "confirm");
  const { shareId, taskId } = deletions[0].options;
  const busy = [ask.disabled, focused(element)?.className];
  deletions[0].resolve({});
  await turn();
  await watches[1].give(update([task({ ...tasks[0], status: "DELETING" }), tasks[1], tasks[2]]));
  const deleting = [ask.disabled, watches.length];
  press(other, "delete");
  press(other, "confirm");
  deletions[1].reject(error({ kind: "forbidden", errMsg: "no", errCode: "SFS.TURBO.9000" }));
  await turn();
  const refused = notice(element);
  part(element, "retry").click();
  await turn();
  const retried = [watches.length, part(element, "error").checkVisibility()];
  const events = told.map(({ type, detail }) => [type, detail.task?.taskId.slice(-1) ?? detail.final ?? ""]);
  return {
    ...{ label: ask.ariaLabel, asked, still, kept, taskId: [shareId, taskId], busy, deleting },
    ...{ refused, retried, events, deletions: deletions.length },
  };
}

export async function prevention() {
  const { element, deletions } = await filled({ deletable: true });
  document.addEventListener("sfs-task-delete", (event) => event.preventDefault(), { once: true });
  const [row] = rows(element);
  find(row, ".delete").click();
  const question = row.querySelector(".question");
  element.deletable = false;
  await element.updateComplete;
  return {
    question,
    deletions: deletions.length,
    buttons: all(element, "delete").filter((button) => button.checkVisibility()).length,
  };
}
