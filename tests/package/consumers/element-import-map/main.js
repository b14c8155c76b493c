// The application of a page without a framework and without a bundler: tags, properties, listeners.
import "sfs-turbo-tasks/element/define";
import { showReport } from "./page.js";

showReport((target, { client, shareId, first, tell }) => {
  target.innerHTML = `
    <sfs-turbo-tasks share-id="${shareId}" interval="250" deletable></sfs-turbo-tasks>
    <sfs-turbo-task share-id="${shareId}" task-id="${first}" interval="250"></sfs-turbo-task>`;
  const [table, card] = target.children;
  table.client = card.client = client;
  table.addEventListener("sfs-task-select", ({ detail }) => {
    tell("select", detail.task.taskId);
    card.taskId = detail.task.taskId;
  });
  card.addEventListener("sfs-task-update", ({ detail }) => tell("update", detail.task.taskId));
  return () => target.replaceChildren();
});
