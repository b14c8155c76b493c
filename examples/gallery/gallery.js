// The gallery: each element in its own state, with its own emulator, all within the page.
import { createClient } from "sfs-turbo-tasks";
import { SfsTurboElement } from "sfs-turbo-tasks/element";
import "sfs-turbo-tasks/element/define";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import * as messages from "sfs-turbo-tasks/messages";
import { cards, tables } from "./states.js";

const byId = (id) => document.getElementById(id);

function exhibit(name, tag, prepare) {
  const emulator = createEmulator();
  const { endpoint, projectId, token, fetch } = emulator;
  const client = createClient({ endpoint, projectId, token, fetch, maxRetries: 0 });
  const shareId = emulator.addFileSystem();
  const element = document.createElement(tag);
  const add = ({ ago = 0, ...task }) => {
    const { taskId } = emulator.addTask({ shareId, startTime: Date.now() - ago, ...task });
    return { shareId, taskId };
  };
  const whenSeen = (then) => {
    const type = tag === "sfs-turbo-task" ? "sfs-task-update" : "sfs-tasks-update";
    element.addEventListener(type, () => then(), { once: true });
  };
  Object.assign(element, { client, ...prepare({ emulator, shareId, element, add, whenSeen }) });
  const section = document.createElement("section");
  const title = document.createElement("h3");
  title.textContent = name;
  section.append(title, element);
  return section;
}

function draw() {
  document.documentElement.lang = byId("language").value;
  document.documentElement.style.colorScheme = byId("scheme").value;
  SfsTurboElement.messages = byId("messages").checked ? messages : undefined;
  const all = (states, tag) => Object.entries(states).map(([name, prepare]) => exhibit(name, tag, prepare));
  byId("cards").replaceChildren(...all(cards, "sfs-turbo-task"));
  byId("tables").replaceChildren(...all(tables, "sfs-turbo-tasks"));
}

for (const id of ["language", "scheme", "messages"]) byId(id).addEventListener("change", draw);
draw();
