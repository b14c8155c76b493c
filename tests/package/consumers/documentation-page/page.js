// A page around the documentation's programs with elements: an emulator replaces the cloud, behind a proxy that signs in.
import { createClient } from "sfs-turbo-tasks";
import { SfsTurboElement } from "sfs-turbo-tasks/element";
import { createEmulator } from "sfs-turbo-tasks/emulator";

const emulator = createEmulator({ taskDuration: Number.POSITIVE_INFINITY });
const { endpoint, projectId, token } = emulator;
const { shareId, taskId } = emulator.addTask({ type: "export", srcTarget: "results" });
const client = createClient({ endpoint, projectId, token, fetch: emulator.fetch });
const opened = [];
const cameWithToken = [];

Object.assign(globalThis, {
  ...{ client, shareId, taskId, projectId },
  open: (task) => opened.push(task.taskId),
  fetch(input, init) {
    const request = new Request(input, init);
    cameWithToken.push(request.headers.has("x-auth-token"));
    const signedIn = new Request(request, {
      headers: { ...Object.fromEntries(request.headers), "x-auth-token": token },
    });
    const { pathname, search } = new URL(request.url);
    return emulator.fetch(new Request(endpoint + pathname.replace("/sfs-turbo/", "/") + search, signedIn));
  },
});

async function report() {
  const table = add("sfs-turbo-tasks", { "share-id": shareId });
  const card = add("sfs-turbo-task");
  await import("./readme.ts");
  await until(() => table.tasks.length === 2);
  choose(table, taskId);
  await until(() => card.task !== null);
  const readme = {
    table: [table.state, table.tasks.length],
    card: [card.state, card.task.taskId === taskId],
    cameWithToken: [...new Set(cameWithToken)],
  };
  clear();

  await import("./define.ts");
  const { messages: none } = SfsTurboElement;
  await import("./add-words.ts");
  const ownWords = await germanStatus();
  await import("./words.ts");
  const words = { own: ownWords, ofMessages: await germanStatus(), messages: hasMessages() };
  SfsTurboElement.messages = none;
  await import("./messages.ts");
  const messages = [typeof none, hasMessages()];

  await import("./card.ts");
  await import("./table.ts");
  const [own, rows] = [document.querySelector("sfs-turbo-task"), document.querySelector("sfs-turbo-tasks")];
  await until(() => own.task !== null && rows.tasks.length === 2);
  choose(rows, taskId);
  const definitions = { card: own.state, table: rows.state, opened: opened.map((id) => id === taskId) };
  clear();
  return { readme, words, messages, definitions };
}

function add(name, attributes = {}) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  document.body.append(element);
  return element;
}

function clear() {
  for (const element of document.querySelectorAll("sfs-turbo-task, sfs-turbo-tasks")) element.remove();
}

async function germanStatus() {
  const card = add("sfs-turbo-task", { lang: "de", "share-id": shareId, "task-id": taskId });
  card.client = client;
  await until(() => card.task !== null);
  await card.updateComplete;
  const { textContent } = card.shadowRoot.querySelector('[part~="status"]');
  clear();
  return textContent;
}

/** As a reader does: by the button of its row. */
function choose(table, wanted) {
  const at = table.tasks.findIndex((task) => task.taskId === wanted);
  table.shadowRoot.querySelectorAll("tbody tr")[at].querySelector("button.path").click();
}

function hasMessages() {
  return typeof SfsTurboElement.messages?.describeError;
}

async function until(holds) {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

// A failure is reported too, so the test fails at once and with the reason.
const told = await report().catch((error) => ({ failure: error.stack }));
document.getElementById("report").textContent = JSON.stringify(told);
