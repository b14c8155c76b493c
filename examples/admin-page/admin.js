// An admin page: every task of a file system in a table, each of which can be watched and deleted.
import { isEnded, isSfsTurboError } from "sfs-turbo-tasks";
import { client, shareId } from "./settings.js";

const element = (id) => document.getElementById(id);
const rows = new Map();
let listing = new AbortController();

element("reload").onclick = list;
list();

async function list() {
  listing.abort();
  listing = new AbortController();
  const { signal } = listing;
  for (const { row, stop } of rows.values()) {
    stop();
    row.remove();
  }
  rows.clear();
  element("problem").hidden = true;
  await report(signal, async () => {
    for await (const task of client.listAllTasks({ shareId, signal })) {
      show(task);
      element("count").textContent = `${rows.size} so far`;
    }
    element("count").textContent = `${rows.size} in all`;
  });
}

/** Puts a task into its row, and makes the row if there is none. */
function show(task) {
  if (!rows.has(task.taskId)) rows.set(task.taskId, addRow(task.taskId));
  const entry = rows.get(task.taskId);
  entry.task = task;
  const fill = (name, text) => {
    entry.row.querySelector(`.${name}`).textContent = text;
  };
  entry.row.dataset.status = task.status;
  fill("status", task.status);
  fill("message", task.message);
  fill("type", task.type);
  fill("path", `${task.srcTarget}/${task.srcPrefix}`);
  fill("started", task.startTime?.toLocaleString() ?? "");
  fill("ended", task.endTime?.toLocaleString() ?? "");
  fill("id", task.taskId);
  entry.row.querySelector(".watch").hidden = isEnded(task) || task.status === "DELETING";
  entry.row.querySelector(".delete").disabled = task.status === "DELETING";
}

function addRow(taskId) {
  const row = element("row").content.cloneNode(true).querySelector("tr");
  const entry = { row, stop() {} };
  row.querySelector(".watch").onclick = () => watch(taskId, entry);
  row.querySelector(".delete").onclick = () => remove(taskId, entry);
  element("tasks").append(row);
  return entry;
}

/** Follows a task until it has ended, or the button is pressed again. */
async function watch(taskId, entry) {
  const button = entry.row.querySelector(".watch");
  if (button.ariaPressed === "true") return entry.stop();
  const given = new AbortController();
  entry.stop = () => given.abort();
  button.ariaPressed = "true";
  await report(given.signal, async () => {
    for await (const task of client.watchTask({ shareId, taskId, signal: given.signal })) show(task);
  });
  button.ariaPressed = "false";
}

/** Deletes a task after a confirmation, and removes its row when the service no longer has it. */
async function remove(taskId, entry) {
  if (!(await isConfirmed(entry.task))) return;
  entry.stop();
  const given = new AbortController();
  entry.stop = () => given.abort();
  await report(given.signal, async () => {
    await client.deleteTask({ shareId, taskId });
    const { signal } = given;
    await client.waitForTask({ shareId, taskId, until: "deleted", onUpdate: show, signal });
    entry.row.remove();
    rows.delete(taskId);
    element("count").textContent = `${rows.size} in all`;
  });
}

function isConfirmed(task) {
  const dialog = element("confirm");
  dialog.querySelector(".id").textContent = task.taskId;
  dialog.querySelector(".warning").hidden = isEnded(task);
  dialog.returnValue = "keep";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === "delete");
  });
}

/** Shows an error, unless it is an abort by this page. */
async function report(signal, work) {
  try {
    await work();
  } catch (error) {
    if (error === signal.reason) return;
    if (!isSfsTurboError(error)) throw error;
    element("problem").textContent = error.message;
    element("problem").hidden = false;
  }
}
